package io.copydesk.enrich.entity;

import io.copydesk.enrich.entity.Clues.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the verb of saying and the speaker of a quotation in its sentence. For one text, by one thread. */
final class AttributionReader {

    /** Tokens of a clause after a quotation. */
    private static final int CLAUSE = 40;
    /** Tokens of a sentence before a quotation. */
    private static final int SENTENCE = 80;
    /** Tokens between a verb and the quotation after it. */
    private static final int DISTANCE = 45;
    /** Tokens after a quotation within which the verb of an inversion is. */
    private static final int INVERSION = 3;

    /** Verb forms whose subject is that of the sentence. */
    private static final Set<String> PARTICIPLES = Set.of("ing", "ando", "iendo", "ant");

    private final List<Token> tokens;
    private final SpeechVerbs verbs;
    private final Referents referents;
    private final SubjectReader subjects;
    /** By token, whether a quotation begins there. */
    private final boolean[] opens;

    /** By token that opens a quotation, the one that closes it. */
    private final int[] closes;

    private final boolean bareVerbs;

    AttributionReader(List<Token> tokens, SpeechVerbs verbs, Referents referents, List<Quotation> quotations) {
        this.tokens = tokens;
        this.verbs = verbs;
        this.referents = referents;
        subjects = new SubjectReader(tokens, referents);
        opens = new boolean[tokens.size()];
        closes = new int[tokens.size()];
        quotations.forEach(quotation -> {
            opens[quotation.open()] = true;
            closes[quotation.open()] = quotation.close();
        });
        bareVerbs = verbs.bare();
    }

    /** Where the sentence begins in which a quotation opens: its own opening mark if nothing is before it. */
    int sentence(int open) {
        int at = open;
        while (at > 0 && open - at < SENTENCE && !isEnd(at - 1)) {
            int opening = referents.opening(at - 1);
            if (opening >= 0
                    && (at == open || endsSentence(at - 2) && tokens.get(at).capital())) {
                break;
            }
            at = opening >= 0 ? opening : at - 1;
        }
        return Math.max(at, 0);
    }

    private boolean endsSentence(int at) {
        return at >= 0
                && !tokens.get(at).word()
                && ".!?…".indexOf(tokens.get(at).text().charAt(0)) >= 0;
    }

    /** Whether a token ends a sentence. */
    private boolean isEnd(int at) {
        Token token = tokens.get(at);
        if (token.is('\n') || token.is('!') || token.is('?') || token.is(';')) {
            return true;
        }
        if (!token.is('.') || at + 1 >= tokens.size()) {
            return token.is('.');
        }
        Token next = tokens.get(at + 1);
        return !next.word()
                || next.capital()
                || !next.form().text().equals(next.lower())
                || Character.isDigit(next.text().charAt(0));
    }

    /** Who speaks by the sentence of a quotation, {@code null} when it does not say. */
    @Nullable
    Attribution of(Quotation quotation, int sentence) {
        int close = quotation.close();
        boolean starts = sentence == quotation.open();
        boolean colon = quotation.open() > 0 && tokens.get(quotation.open() - 1).is(':');
        int from = afterMarks(close);
        int end = clauseEnd(from, close);
        Attribution after = end > from && isOpenEnd(quotation, from, starts) ? after(from, end) : null;
        if (after != null && (starts || after.verb() - from < INVERSION && from > close + 1 && !colon)) {
            return after;
        }
        if (after != null && colon && from > close + 1 && after.verb() - from < INVERSION) {
            return after;
        }
        Attribution before = starts ? null : before(sentence, quotation.open(), colon);
        if (before != null && before.subject() != null) {
            return before;
        }
        Attribution found = after != null ? after : before;
        return found == null && bareVerbs && !starts ? last(close) : found;
    }

    private int afterMarks(int close) {
        int from = close + 1;
        while (from < tokens.size() && from <= close + 2 && isLink(from)) {
            from++;
        }
        return from;
    }

    private boolean isLink(int at) {
        Token token = tokens.get(at);
        return token.is(',') || token.is('—') || token.is('–') || token.is('-');
    }

    /** Whether the sentence of a quotation goes on after it. */
    private boolean isOpenEnd(Quotation quotation, int from, boolean starts) {
        if (from > quotation.close() + 1) {
            return true;
        }
        Token last = tokens.get(quotation.close() - 1);
        Token next = tokens.get(from);
        boolean comma = last.is(',') || last.is('?') || last.is('!') || last.is('…');
        boolean verb = verbs.isVerb(from);
        return comma || verb || !last.is('.') && starts || last.is('.') && starts && next.word() && !next.capital();
    }

    private int clauseEnd(int from, int close) {
        int end = from;
        while (end < tokens.size()
                && end - close < CLAUSE
                && !opens[end]
                && !isEnd(end)
                && !tokens.get(end).is(':')) {
            end++;
        }
        return end;
    }

    /** Whether a verb without a subject has that of the sentence before. */
    boolean bareVerbs() {
        return bareVerbs;
    }

    /** The person that is named within a few words after a token. */
    @Nullable
    Entity next(int at) {
        Subject next = subjects.near(at, Math.min(tokens.size(), at + CLAUSE));
        return next == null ? null : next.entity();
    }

    private @Nullable Attribution after(int from, int end) {
        for (int i = from; i < end; i++) {
            if (tokens.get(i).is(Kind.PER) || i == from && tokens.get(i).is(Kind.SO)) {
                Subject subject = subjects.after(i, end);
                if (subject != null && i - from <= 1) {
                    return new Attribution(i, subject);
                }
            } else if (verbs.isVerb(i)) {
                Subject subject = subjects.joined(i);
                if (subject == null && i > from) {
                    subject = subjects.before(i, from);
                }
                if (subject == null && i - from < INVERSION) {
                    subject = subjects.after(i, end);
                }
                if (subject == null) {
                    subject = subjects.nearest(i, from);
                }
                if (subject == null) {
                    subject = subjects.after(i, end);
                }
                if (subject == null && i - from < INVERSION && (!bareVerbs || isAddressed(i + 1))) {
                    subject = subjects.near(i, end);
                }
                return subject != null || bareVerbs || i == from ? new Attribution(i, subject) : null;
            }
        }
        return null;
    }

    /** Whether who is spoken to comes before who speaks: "dijo a la cadena Ana Pérez". */
    private boolean isAddressed(int at) {
        return at < tokens.size()
                && (tokens.get(at).lower().equals("a") || tokens.get(at).lower().equals("al"));
    }

    private @Nullable Attribution before(int sentence, int open, boolean colon) {
        int per = -1;
        for (int i = open - 1; i >= sentence; i--) {
            int opening = referents.opening(i);
            if (opening >= sentence) {
                i = opening;
            } else if (verbs.isVerb(i) && open - i <= DISTANCE) {
                return new Attribution(i, subject(i, sentence, open));
            } else if (tokens.get(i).is(Kind.PER)) {
                per = i;
            }
        }
        if (per >= 0) {
            Subject subject = subjects.after(per, open);
            return subject == null ? null : new Attribution(per, subject);
        }
        Subject subject = colon ? subjects.first(sentence, open - 1) : null;
        return subject == null ? null : new Attribution(-1, subject);
    }

    private @Nullable Subject subject(int verb, int sentence, int open) {
        Subject subject = null;
        if (subjects.isJoined(verb, sentence)) {
            for (int i = verb - 1; i >= sentence; i--) {
                int opening = referents.opening(i);
                i = opening >= sentence ? opening : i;
                if (verbs.isVerb(i)) {
                    return subject(i, sentence, verb);
                }
            }
            return subjects.first(sentence, verb);
        }
        if (!isParticiple(verb)) {
            subject = subjects.before(verb, sentence);
            if (subject == null) {
                subject = subjects.after(verb, open);
            }
        }
        if (subject == null) {
            subject = subjects.nearest(verb, sentence);
        }
        return subject;
    }

    /** The verb that ends the sentence of a quotation and has no subject: "…, añadió." */
    private @Nullable Attribution last(int close) {
        int at = close + 1;
        while (at < tokens.size() && at - close < SENTENCE && !isEnd(at)) {
            at = opens[at] ? closes[at] + 1 : at + 1;
        }
        return at < tokens.size()
                        && at - 1 > close
                        && verbs.isVerb(at - 1)
                        && tokens.get(at - 2).is(',')
                ? new Attribution(at - 1, null)
                : null;
    }

    private boolean isParticiple(int verb) {
        String word = tokens.get(verb).lower();
        return PARTICIPLES.stream().anyMatch(word::endsWith);
    }

    /** The verb of saying of the sentence that ends before a token, with its subject. */
    @Nullable
    Attribution context(int before, int lines) {
        int at = before - 1;
        int ends = 0;
        while (at >= 0 && isEnd(at)) {
            ends += tokens.get(at).is('\n') ? 1 : 0;
            at--;
        }
        if (at < 0 || ends > lines || referents.opening(at) >= 0) {
            return null;
        }
        int sentence = sentence(at + 1);
        for (int i = sentence; i <= at; i++) {
            if (verbs.isVerb(i)) {
                Subject subject = subject(i, sentence, at + 1);
                return subject == null ? null : new Attribution(-1, subject);
            }
        }
        return null;
    }
}
