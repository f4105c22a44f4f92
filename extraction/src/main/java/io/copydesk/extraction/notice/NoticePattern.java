package io.copydesk.extraction.notice;

import io.copydesk.schemas.RemovalReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One phrase of a pack.
 *
 * @param rule for example {@code notices/es/device-sharing-1}
 * @param language of the pack
 * @param weight 1 weak, 2 fair, 3 strong: evidence of the words alone
 */
record NoticePattern(
        String rule,
        String language,
        RemovalReason reason,
        Scope scope,
        int weight,
        Effect effect,
        List<Element> elements) {

    /** Where in a line the phrase may occur. */
    enum Scope {
        /** As the line, or most of it. */
        LINE,
        /** At the start of the line. */
        START,
        /** Anywhere in the line. */
        ANYWHERE
    }

    /** What a notice reveals about access. */
    enum Effect {
        NONE,
        /** The text ends here for those who do not pay. */
        WALL,
        /** A number of articles is free. */
        METER,
        /** The number in the phrase is the percentage that is missing. */
        PERCENT
    }

    /** One place of a phrase: any of several words, or a wildcard. */
    sealed interface Element {
        /** Any of these words; one that ends in {@code ~} is a prefix. */
        final class Word implements Element {
            private final List<String> alternatives;
            private final String[] each;
            private final boolean optional;
            /** A bit for the low six bits of the first letter of each. */
            private final long firstLetters;

            Word(List<String> alternatives, boolean optional) {
                this.alternatives = List.copyOf(alternatives);
                this.each = alternatives.toArray(String[]::new);
                this.optional = optional;
                this.firstLetters = alternatives.stream()
                        .filter(one -> !one.isEmpty())
                        .mapToLong(one -> 1L << one.charAt(0))
                        .reduce(0, (all, bit) -> all | bit);
            }

            List<String> alternatives() {
                return alternatives;
            }

            /** Whether the phrase may be without it. */
            boolean optional() {
                return optional;
            }

            /** Whether a text must have one of the alternatives literally. */
            boolean isFixed() {
                return !optional && alternatives.stream().noneMatch(one -> one.endsWith("~"));
            }

            boolean matches(String word) {
                if ((firstLetters & 1L << word.charAt(0)) == 0) {
                    return false;
                }
                for (String one : each) {
                    if (one.charAt(0) != word.charAt(0)) {
                        continue;
                    }
                    boolean stem = one.charAt(one.length() - 1) == '~';
                    if (stem ? word.regionMatches(0, one, 0, one.length() - 1) : one.equals(word)) {
                        return true;
                    }
                }
                return false;
            }
        }

        /** Any of these runs of words: in scripts without blanks each letter is one. */
        record Spelled(List<List<String>> alternatives, boolean optional) implements Element {}

        /** A number. */
        record Number() implements Element {}

        /** Up to {@value #MOST} words of any kind. */
        record Gap() implements Element {
            static final int MOST = 4;
        }
    }

    /**
     * Where a phrase matches.
     *
     * @param end one after the last word
     * @param literal matched words, those in gaps not counted
     * @param number the number in it, -1 when there is none
     */
    record Match(int start, int end, int literal, int number) {}

    /** Whether its last place is a gap: then the rest of a line may be anything. */
    boolean isOpen() {
        return elements.get(elements.size() - 1) instanceof Element.Gap;
    }

    /** The match that starts at word {@code at}, or {@code null}. Backtracking is bounded, since a phrase has few gaps. */
    @Nullable
    Match matchAt(List<String> words, int at) {
        // Most do not even begin there.
        if (elements.get(0) instanceof Element.Word first
                && !first.optional()
                && (at >= words.size() || !first.matches(words.get(at)))) {
            return null;
        }
        Attempt attempt = new Attempt(words);
        int end = match(attempt, at, 0);
        return end < 0 ? null : new Match(at, end, attempt.literal, attempt.number);
    }

    private static final class Attempt {
        final List<String> words;
        int literal;
        int number = -1;

        Attempt(List<String> words) {
            this.words = words;
        }
    }

    /** One after the last word when the elements from {@code element} on match at {@code at}, else -1. */
    private int match(Attempt attempt, int at, int element) {
        if (element == elements.size()) {
            return at;
        }
        List<String> words = attempt.words;
        Element e = elements.get(element);
        if (e instanceof Element.Gap) {
            for (int skip = 0; skip <= Element.Gap.MOST && at + skip <= words.size(); skip++) {
                int end = match(attempt, at + skip, element + 1);
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        }
        if (e instanceof Element.Spelled spelled) {
            return matchSpelled(attempt, at, element, spelled);
        }
        boolean fits =
                at < words.size() && (e instanceof Element.Word w ? w.matches(words.get(at)) : isNumber(words.get(at)));
        if (fits) {
            int end = match(attempt, at + 1, element + 1);
            if (end >= 0) {
                attempt.literal++;
                attempt.number = e instanceof Element.Number ? Integer.parseInt(words.get(at)) : attempt.number;
                return end;
            }
        }
        return e instanceof Element.Word w && w.optional() ? match(attempt, at, element + 1) : -1;
    }

    private int matchSpelled(Attempt attempt, int at, int element, Element.Spelled spelled) {
        for (List<String> run : spelled.alternatives()) {
            int after = at + run.size();
            if (after <= attempt.words.size() && isAt(attempt.words, at, run)) {
                int end = match(attempt, after, element + 1);
                if (end >= 0) {
                    attempt.literal += run.size();
                    return end;
                }
            }
        }
        return spelled.optional() ? match(attempt, at, element + 1) : -1;
    }

    private static boolean isAt(List<String> words, int at, List<String> run) {
        for (int i = 0; i < run.size(); i++) {
            if (!words.get(at + i).equals(run.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String word) {
        if (word.length() > 6) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
