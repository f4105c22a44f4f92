package io.copydesk.kit.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What someone who mistyped a key probably meant: the fewest edits (Levenshtein 1966), then the alphabet. */
final class NearestKey {
    /** No valid key is nearly as long; a longer text is not worth the time. */
    private static final int MAX_LENGTH = 200;

    private NearestKey() {}

    static Optional<String> to(String typed, Collection<String> valid) {
        String bounded = typed.substring(0, Math.min(typed.length(), MAX_LENGTH));
        return valid.stream()
                .min(Comparator.<String>comparingInt(key -> distance(bounded, key))
                        .thenComparing(Comparator.naturalOrder()));
    }

    static int distance(String a, String b) {
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
            }
            above = row;
        }
        return above[b.length()];
    }
}
