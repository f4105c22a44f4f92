package io.copydesk.enrich.entity;

import io.copydesk.schemas.Mention.Occurrence;
import io.copydesk.schemas.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a text quotes somebody as saying, and who that is. For one text, by one thread. */
final class QuoteFinder {

    /** Most quotations of a text that are read. */
    private static final int MOST_READ = 400;
    /** Fewest words of a quotation within a sentence. */
    private static final int FRAGMENT = 3;
    /** Fewest words of a quotation whose speaker is told in the sentence before. */
    private static final int SENTENCE = 4;
    /** Most tokens between a quote and the one that goes on with it. */
    private static final int FARTHEST_NEXT = 60;
    /** Letters of a word that has a capital in titles. */
    private static final int TITLE_WORD = 4;

    private final String text;
    private final List<Token> tokens;
    private final Referents referents;
    private final AttributionReader attributions;
    private final List<Quotation> quotations;
    private final List<Draft> drafts = new ArrayList<>();

    private QuoteFinder(
            String text, List<Token> tokens, SpeechVerbs verbs, Iterable<Entity> entities, List<Quotation> quotations) {
        this.text = text;
        this.tokens = tokens;
        this.quotations = quotations.size() > MOST_READ ? quotations.subList(0, MOST_READ) : quotations;
        referents = new Referents(tokens, entities, this.quotations);
        attributions = new AttributionReader(tokens, verbs, referents, this.quotations);
    }

    /** A quote in the making. */
    private static final class Draft {
        private final List<Quotation> parts = new ArrayList<>();
        private final @Nullable Attribution attribution;

        Draft(Quotation first, @Nullable Attribution attribution) {
            parts.add(first);
            this.attribution = attribution;
        }

        Quotation last() {
            return parts.get(parts.size() - 1);
        }

        int verb() {
            return attribution == null ? -1 : attribution.verb();
        }

        /** Index of the last token of the quotation and the words for its speaker. */
        int end() {
            Subject subject = attribution == null ? null : attribution.subject();
            return Math.max(last().close(), Math.max(verb(), subject == null ? -1 : subject.end() - 1));
        }
    }

    /**
     * The quotes of a text, in order, at most {@value Quote#MOST}.
     *
     * @param entities what the text names
     * @param mentions the place of those that are mentions in their list
     */
    static List<Quote> find(
            String text,
            List<Token> tokens,
            Lexicon lexicon,
            Iterable<Entity> entities,
            Map<Entity, Integer> mentions) {
        SpeechVerbs verbs = new SpeechVerbs(tokens, lexicon);
        List<Quotation> quotations = QuotationMarks.in(text, tokens);
        if (lexicon.clues().headFirst()) {
            quotations = QuotationMarks.outermost(quotations, DialogueDashes.in(tokens, verbs));
        }
        if (quotations.isEmpty()) {
            return List.of();
        }
        QuoteFinder finder = new QuoteFinder(text, tokens, verbs, entities, quotations);
        finder.read();
        return finder.drafts.stream()
                .limit(Quote.MOST)
                .map(draft -> finder.quote(draft, mentions))
                .toList();
    }

    private void read() {
        Draft previous = null;
        for (Quotation quotation : quotations) {
            Draft draft = read(quotation, previous);
            if (draft != null) {
                previous = draft;
            }
        }
    }

    /** The quote that a quotation is or belongs to, {@code null} when it is none. */
    private @Nullable Draft read(Quotation quotation, @Nullable Draft previous) {
        if (previous != null && previous.last().continued() && previous.last().close() + 2 >= quotation.open()) {
            return join(previous, quotation);
        }
        int sentence = attributions.sentence(quotation.open());
        boolean starts = sentence == quotation.open();
        int words = words(quotation);
        Attribution attribution = attributions.of(quotation, sentence);
        if (attribution != null
                && attribution.verb() >= 0
                && previous != null
                && attribution.verb() == previous.verb()) {
            boolean joined = isDialogue(quotation) || isQuote(quotation, attribution, starts, words);
            return joined ? join(previous, quotation) : null;
        }
        if (attribution != null && isQuote(quotation, attribution, starts, words)) {
            return add(quotation, attribution);
        }
        if (attribution != null || !starts || words < SENTENCE || !isWhole(quotation)) {
            return null;
        }
        if (previous != null && isNext(previous, quotation)) {
            return join(previous, quotation);
        }
        Attribution context = attributions.context(quotation.open(), 2);
        return context == null ? null : add(quotation, context);
    }

    /** Whether no quotation mark opens a passage: it goes on after a dash. */
    private boolean isDialogue(Quotation quotation) {
        Token open = tokens.get(quotation.open());
        return open.is('.') || open.is(',') || open.is('—') || open.is('–');
    }

    private Draft join(Draft draft, Quotation quotation) {
        draft.parts.add(quotation);
        return draft;
    }

    private Draft add(Quotation quotation, Attribution found) {
        Subject subject = found.subject();
        if (subject == null || subject.entity() == null && isPronoun(subject)) {
            Subject words = subject == null ? new Subject(quotation.open(), quotation.open(), null) : subject;
            Entity last = attributions.bareVerbs() && subject == null ? referents.last(quotation.open(), 0) : null;
            subject = words.of(
                    last != null
                            ? last
                            : quotation.open() > found.verb() ? attributions.next(quotation.close()) : null);
        }
        referents.speaks(subject);
        Attribution attribution = new Attribution(found.verb(), subject);
        Draft draft = new Draft(quotation, attribution);
        drafts.add(draft);
        return draft;
    }

    private boolean isPronoun(Subject subject) {
        return subject.end() == subject.start() + 1
                && Referents.gender(tokens.get(subject.start()).form()) != 0;
    }

    private boolean isQuote(Quotation quotation, Attribution attribution, boolean starts, int words) {
        if (words == 0) {
            return false;
        }
        boolean colon = quotation.open() > 0 && tokens.get(quotation.open() - 1).is(':');
        if (attribution.verb() < 0 && words < SENTENCE) {
            return false;
        }
        return starts && (words >= FRAGMENT || !isTitle(quotation))
                || colon
                || words >= FRAGMENT && !isTitle(quotation);
    }

    /** Whether each longer word has a capital, as in the title of a work. */
    private boolean isTitle(Quotation quotation) {
        int small = 0;
        int capital = 0;
        for (int i = quotation.open() + 1; i < quotation.close(); i++) {
            Token token = tokens.get(i);
            if (token.word() && token.text().length() >= TITLE_WORD) {
                small += token.capital() ? 0 : 1;
                capital += token.capital() ? 1 : 0;
            }
        }
        return small == 0 && capital > 1 && tokens.get(quotation.open() + 1).capital();
    }

    private int words(Quotation quotation) {
        int words = 0;
        for (int i = quotation.open() + 1; i < quotation.close(); i++) {
            words += tokens.get(i).word() ? 1 : 0;
        }
        return words;
    }

    /** Whether a quotation is a sentence of its own: nothing of its sentence follows. */
    private boolean isWhole(Quotation quotation) {
        int next = quotation.close() + 1;
        if (next >= tokens.size()
                || quotation.continued()
                || tokens.get(next).is('\n')
                || tokens.get(next).is('.')) {
            return true;
        }
        Token last = tokens.get(quotation.close() - 1);
        return (last.is('.') || last.is('!') || last.is('?') || last.is('…'))
                && (!tokens.get(next).word() || tokens.get(next).capital());
    }

    /** Whether nothing is between a quote with the words for its speaker and a quotation but the rest of its sentence. */
    private boolean isNext(Draft previous, Quotation quotation) {
        if (quotation.open() - previous.end() > FARTHEST_NEXT) {
            return false;
        }
        int lines = 0;
        int ends = 0;
        for (int i = previous.end() + 1; i < quotation.open(); i++) {
            Token token = tokens.get(i);
            lines += token.is('\n') ? 1 : 0;
            ends += token.is('.')
                            && i + 1 < quotation.open()
                            && !tokens.get(i + 1).is('\n')
                    ? 1
                    : 0;
        }
        return lines <= 2 && ends == 0;
    }

    private Quote quote(Draft draft, Map<Entity, Integer> mentions) {
        List<Occurrence> parts = new ArrayList<>();
        draft.parts.stream().limit(Quote.MOST_PARTS).forEach(part -> parts.add(within(part)));
        Attribution attribution = draft.attribution;
        Subject subject = attribution == null ? null : attribution.subject();
        Entity entity = subject == null ? null : subject.entity();
        return new Quote(
                parts,
                subject == null || subject.start() == subject.end() ? null : phrase(subject.start(), subject.end()),
                draft.verb() < 0 ? null : phrase(draft.verb(), draft.verb() + 1),
                entity == null ? null : mentions.get(entity));
    }

    /** The words between the marks. */
    private Occurrence within(Quotation part) {
        int start = tokens.get(part.open() + 1).start();
        int end = Math.max(start, tokens.get(part.close()).start());
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return new Occurrence(start, end);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private Quote.Phrase phrase(int from, int end) {
        int start = tokens.get(from).start();
        int stop = tokens.get(end - 1).end();
        return new Quote.Phrase(text.substring(start, stop), start, stop);
    }
}
