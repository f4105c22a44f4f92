package io.copydesk.kit.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The valid word, such as a key or a command, that a mistyped one was probably meant to be: the one with the fewest edits
 * (Levenshtein 1966; two letters in the wrong order are one edit, Damerau 1964), of several the first in the alphabet. Pure.
 */
public final class NearestKey {

    /** Longer than any valid key; the rest of a longer text is not compared. */
    private static final int MAX_LENGTH = 200;

    /** A key is suggested for at most one edit in so many characters: more make a different key, not a slip. */
    private static final int CHARACTERS_PER_EDIT = 3;

    private NearestKey() {}

    /** The nearest of {@code valid}; empty when {@code typed} is like none of them. */
    public static Optional<String> to(String typed, Collection<String> valid) {
        String bounded = typed.substring(0, Math.min(typed.length(), MAX_LENGTH));
        return valid.stream()
                .filter(key -> distance(bounded, key) <= bounded.length() / CHARACTERS_PER_EDIT)
                .min(Comparator.<String>comparingInt(key -> distance(bounded, key))
                        .thenComparing(Comparator.naturalOrder()));
    }

    static int distance(String a, String b) {
        int[] beforeAbove = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
                if (isSwap(a, b, i, j)) {
                    row[j] = Math.min(row[j], beforeAbove[j - 2] + 1);
                }
            }
            beforeAbove = above;
            above = row;
        }
        return above[b.length()];
    }

    /** Whether the two letters before {@code i} and before {@code j} are the same in turned order. */
    private static boolean isSwap(String a, String b, int i, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
