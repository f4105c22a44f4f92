package io.copydesk.extraction.resource;

import java.util.Arrays;
import java.util.Map;

/** Parts of words, each with bits that it gives: a text is searched for all of them in one pass. Immutable and thread-safe. */
public final class PartWords {

    /** Of the low five bits of two letters. */
    private static final int PAIRS = 1 << 10;

    private record Part(String text, int bits) {}

    /** The parts by their first two letters; {@code null} where there are none. */
    private final Part[][] byPair = new Part[PAIRS][];

    private PartWords() {}

    /**
     * The parts of {@code bits}, two letters long at least.
     *
     * @throws IllegalArgumentException when one is shorter
     */
    public static PartWords of(Map<String, Integer> bits) {
        PartWords words = new PartWords();
        bits.forEach(words::add);
        return words;
    }

    private void add(String text, int bits) {
        if (text.length() < 2) {
            throw new IllegalArgumentException("a part of fewer than two letters: " + text);
        }
        int pair = pair(text.charAt(0), text.charAt(1));
        Part[] known = byPair[pair];
        int n = known == null ? 0 : known.length;
        byPair[pair] = known == null ? new Part[1] : Arrays.copyOf(known, n + 1);
        byPair[pair][n] = new Part(text, bits);
    }

    /** The bits of all parts that {@code text} contains, letter by letter as they were given. */
    public int in(String text) {
        int found = 0;
        char first = text.isEmpty() ? 0 : text.charAt(0);
        for (int i = 1; i < text.length(); i++) {
            char second = text.charAt(i);
            Part[] parts = byPair[pair(first, second)];
            for (int p = 0; parts != null && p < parts.length; p++) {
                boolean more = (found & parts[p].bits) != parts[p].bits;
                found |= more && text.startsWith(parts[p].text, i - 1) ? parts[p].bits : 0;
            }
            first = second;
        }
        return found;
    }

    /** Whether one of the parts begins at {@code at} in {@code text}. */
    public boolean isAt(String text, int at) {
        Part[] parts = at + 1 < text.length() ? byPair[pair(text.charAt(at), text.charAt(at + 1))] : null;
        for (int p = 0; parts != null && p < parts.length; p++) {
            if (text.startsWith(parts[p].text, at)) {
                return true;
            }
        }
        return false;
    }

    private static int pair(char first, char second) {
        return (first & 31) << 5 | second & 31;
    }
}
