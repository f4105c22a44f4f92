package io.copydesk.extraction.notice;

import io.copydesk.extraction.resource.PartWords;
import io.copydesk.schemas.RemovalReason;
import io.copydesk.schemas.Removed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Removes teasers that were glued into a paragraph when a page was converted to text: {@code A teaser: what we know soRead moreThe minister …}.
 * A phrase counts only when it is glued to other words at both ends. Immutable and thread-safe.
 */
public final class GluedTeasers {

    private static final int MAX_TEASER = 200;
    /** Longer lines are not searched, since each removal copies the line. */
    private static final int MAX_PARAGRAPH = 50_000;

    private static final int MAX_TEASERS = 20;

    private final List<String> phrases;
    private final PartWords beginnings;
    /** A bit for the low six bits of each first letter. */
    private final long firstLetters;

    GluedTeasers(NoticePack pack) {
        this.phrases = pack.list("glued").stream().sorted().toList();
        this.beginnings = PartWords.of(phrases.stream().collect(Collectors.toMap(phrase -> phrase, phrase -> 1)));
        this.firstLetters =
                phrases.stream().mapToLong(phrase -> 1L << phrase.charAt(0)).reduce(0, (all, bit) -> all | bit);
    }

    /**
     * A paragraph without its teasers.
     *
     * @param text what remains, possibly empty
     */
    public record Cleaned(String text, List<Removed> removed) {}

    /** Removes all glued teasers from {@code paragraph}. */
    public Cleaned clean(String paragraph) {
        String text = paragraph;
        List<Removed> removed = new ArrayList<>();
        if (paragraph.length() > MAX_PARAGRAPH || !mayHoldTeaser(paragraph)) {
            return new Cleaned(paragraph, removed);
        }
        for (String phrase : phrases) {
            int at = glued(text, phrase, 0);
            while (at >= 0 && removed.size() < MAX_TEASERS) {
                int end = at + phrase.length();
                int start = ".。।".indexOf(text.charAt(at - 1)) >= 0 ? at : teaserStart(text, at);
                if (at - start > MAX_TEASER) {
                    start = at;
                }
                removed.add(new Removed(text.substring(start, end), RemovalReason.RELATED, "text/glued-teaser", null));
                text = (text.substring(0, start)
                                + (start > 0 && !text.substring(0, start).isBlank() ? " " : "")
                                + text.substring(end))
                        .strip();
                at = glued(text, phrase, start);
            }
        }
        return new Cleaned(text, removed);
    }

    private static int glued(String text, String phrase, int from) {
        int at = text.indexOf(phrase, from);
        while (at >= 0) {
            int end = at + phrase.length();
            boolean left = at > 0 && isGlue(text.charAt(at - 1), text.charAt(at));
            boolean right = end < text.length() && isGlue(text.charAt(end - 1), text.charAt(end));
            if (left && right) {
                return at;
            }
            at = text.indexOf(phrase, at + 1);
        }
        return -1;
    }

    /** Whether a phrase follows other words without a blank. */
    private boolean mayHoldTeaser(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c >= 'a' && c <= 'z') {
                continue; // most characters are, and none of them is glued
            }
            if (mayBegin(c) && isGlue(text.charAt(i - 1), c) && beginnings.isAt(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a phrase may begin with {@code c}; {@code false}, as for most letters, is certain. */
    private boolean mayBegin(char c) {
        return (firstLetters & 1L << c) != 0;
    }

    /** Whether a blank is missing between two characters: a capital or a mark of opening after other letters; in scripts without capitals any letter. */
    private static boolean isGlue(char left, char right) {
        if (right == ' ' || right >= 'a' && right <= 'z') {
            return false;
        }
        boolean caseless = Character.isLetter(right) && !Character.isLowerCase(right) && !isHiragana(right);
        return !Character.isWhitespace(left) && (caseless || opens(right));
    }

    /** Particles and endings, which belong to the word before them. */
    private static boolean isHiragana(char c) {
        return c >= '\u3040' && c <= '\u309F';
    }

    private static boolean opens(char c) {
        return Character.isUpperCase(c) || "“\"‘'«„¿¡".indexOf(c) >= 0;
    }

    /** After the last sentence that ends before {@code at}. */
    private static int teaserStart(String text, int at) {
        for (int i = at - 2; i > 0; i--) {
            if (".!?”。！？।؟".indexOf(text.charAt(i)) >= 0
                    && (opens(text.charAt(i + 1)) || Character.isWhitespace(text.charAt(i + 1)))) {
                return i + 1;
            }
        }
        return 0;
    }
}
