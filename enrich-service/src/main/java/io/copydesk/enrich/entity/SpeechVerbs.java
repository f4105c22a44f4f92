package io.copydesk.enrich.entity;

import io.copydesk.enrich.entity.Clues.Kind;
import java.util.List;

/** The verbs of saying of a text. For one text, by one thread. */
final class SpeechVerbs {

    private final List<Token> tokens;
    private final Lexicon lexicon;

    SpeechVerbs(List<Token> tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
    }

    /** Whether a verb needs no subject in the language. */
    boolean bare() {
        return lexicon.clues().bareVerbs();
    }

    /** Whether a token is a verb of saying, also with a pronoun joined to it. */
    boolean isVerb(int at) {
        Token token = tokens.get(at);
        if (token.is(Kind.SPEECH)) {
            return !token.capital() || token.opening();
        }
        String word = token.lower();
        int hyphen = word.indexOf('-');
        if (!hasPronoun(at)) {
            return false;
        }
        int apostrophe = Math.max(word.indexOf('\''), word.indexOf('’'));
        return apostrophe < hyphen
                && lexicon.word(word.substring(apostrophe + 1, hyphen)).is(Kind.SPEECH);
    }

    /** Whether an auxiliary with a pronoun joined to it and a participle follow each other: "a-t-il dit". */
    boolean isJoined(int auxiliary, int participle) {
        return hasPronoun(auxiliary) && tokens.get(participle).is(Kind.SPEECH);
    }

    /** Whether a pronoun is joined to a verb: "dit-il". */
    boolean hasPronoun(int at) {
        String word = tokens.get(at).lower();
        return word.indexOf('-') > 0 && (word.endsWith("-il") || word.endsWith("-elle") || word.endsWith("-ils"));
    }
}
