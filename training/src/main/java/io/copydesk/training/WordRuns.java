package io.copydesk.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs of four words, by which texts are compared; each character of a script without spaces is a word. */
final class WordRuns {

    static final int WORDS = 4;

    private WordRuns() {}

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean dense = isDense(c);
            boolean part = !dense && (Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c));
            if (!part && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
            if (dense) {
                words.add(text.substring(i, i + 1));
            } else if (part && start < 0) {
                start = i;
            }
        }
        return words;
    }

    private static boolean isDense(char c) {
        return c >= 0x0E00 && c <= 0x0EFF
                || c >= 0x1000 && c <= 0x109F
                || c >= 0x1780 && c <= 0x17FF
                || c >= 0x3040 && c <= 0x30FF
                || c >= 0x3400 && c <= 0x9FFF
                || c >= 0xF900 && c <= 0xFAFF;
    }

    static List<String> of(List<String> words) {
        List<String> shingles = new ArrayList<>();
        for (int i = 0; i + WORDS <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + WORDS)));
        }
        return shingles;
    }

    /** F1 of {@code found} against {@code gold} in runs of four words, 0–1. */
    static double f1(String gold, String found) {
        Map<String, Integer> left = count(of(words(gold)));
        List<String> runs = of(words(found));
        int all = left.values().stream().mapToInt(Integer::intValue).sum() + runs.size();
        int both = 0;
        for (String run : runs) {
            both += take(left, run) ? 1 : 0;
        }
        return all == 0 ? (gold.isBlank() == found.isBlank() ? 1 : 0) : 2.0 * both / all;
    }

    /** Takes a run out of those that are left; returns whether it was among them. */
    static boolean take(Map<String, Integer> left, String run) {
        Integer many = left.get(run);
        if (many == null || many == 0) {
            return false;
        }
        left.put(run, many - 1);
        return true;
    }

    static Map<String, Integer> count(List<String> shingles) {
        Map<String, Integer> counts = new HashMap<>();
        shingles.forEach(s -> counts.merge(s, 1, Integer::sum));
        return counts;
    }
}
