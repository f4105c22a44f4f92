package io.copydesk.enrich.entity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds speech that a dash opens, as in Spanish and French: "—Voy —dijo Ana—. Vuelvo mañana.", "— Je viens, dit-il." A line that
 * begins with a dash and has no verb of saying after another dash or a comma is none. One pass. For one text, by one thread.
 */
final class DialogueDashes {

    private final List<Token> tokens;
    private final SpeechVerbs verbs;
    private final List<Quotation> found = new ArrayList<>();

    private DialogueDashes(List<Token> tokens, SpeechVerbs verbs) {
        this.tokens = tokens;
        this.verbs = verbs;
    }

    /** The passages of a text that a dash opens, in order. */
    static List<Quotation> in(List<Token> tokens, SpeechVerbs verbs) {
        DialogueDashes dashes = new DialogueDashes(tokens, verbs);
        for (int i = 0; i < tokens.size(); i++) {
            if ((i == 0 || tokens.get(i - 1).is('\n')) && dashes.isDash(i)) {
                dashes.readLine(i);
            }
        }
        return dashes.found;
    }

    private boolean isDash(int at) {
        return tokens.get(at).is('—') || tokens.get(at).is('–');
    }

    private void readLine(int dash) {
        Quotation speech = null;
        for (int i = dash + 2; i < tokens.size() && !tokens.get(i).is('\n'); i++) {
            if (speech == null) {
                speech = first(dash, i);
            } else if (isDash(i) && isDash(speech.close())) {
                addRest(i);
                return;
            }
        }
    }

    private @Nullable Quotation first(int dash, int at) {
        boolean verb = at + 1 < tokens.size()
                && (verbs.isVerb(at + 1) || at + 2 < tokens.size() && verbs.isJoined(at + 1, at + 2));
        if (!verb || !isDash(at) && !(tokens.get(at).is(',') && verbs.hasPronoun(at + 1))) {
            return null;
        }
        Quotation speech = new Quotation(dash, at, false);
        found.add(speech);
        return speech;
    }

    /** What follows the dash that ends the words for the speaker. */
    private void addRest(int dash) {
        int open = dash;
        while (open + 1 < tokens.size()
                && (tokens.get(open + 1).is('.') || tokens.get(open + 1).is(','))) {
            open++;
        }
        int end = open + 1;
        while (end < tokens.size() && !tokens.get(end).is('\n')) {
            end++;
        }
        if (end == tokens.size() && !tokens.get(end - 1).word()) {
            end--;
        }
        if (end < tokens.size() && end > open + 1) {
            found.add(new Quotation(open, end, false));
        }
    }
}
