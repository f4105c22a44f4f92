package io.copydesk.training;

import io.copydesk.extraction.page.BlockSheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What part of each block is the article's, and how much that matters for the page's score.
 *
 * @param share 0–1 for each block
 * @param weight 0 for blocks without a label
 */
record Labels(float[] share, float[] weight) {

    private static final double MAX_WEIGHT = 0.25;
    private static final double MIN_WEIGHT = 0.002;
    private static final double SEGMENT = 0.06;

    static Labels of(GoldPage gold, BlockSheet sheet) {
        String text = gold.text();
        return text != null ? byText(text, gold.head(), sheet) : bySegments(gold, sheet);
    }

    /** Each run of four words counts for one block only, the longest that has it: the copy in a pull quote does not count as article text. */
    private static Labels byText(String gold, @Nullable String standfirst, BlockSheet sheet) {
        int n = sheet.size();
        List<String> words = WordRuns.words(gold);
        Map<String, Integer> left = WordRuns.count(WordRuns.of(words));
        Set<String> head = standfirst == null ? Set.of() : new HashSet<>(WordRuns.of(WordRuns.words(standfirst)));
        Set<List<String>> lines = new HashSet<>();
        gold.lines().forEach(line -> lines.add(WordRuns.words(line)));
        String all = " " + String.join(" ", words) + " ";
        float[] share = new float[n];
        float[] weight = new float[n];
        double whole = Math.max(40, words.size());
        List<Integer> longestFirst = new ArrayList<>();
        for (int i = 0; i < n; i = sheet.endOfUnit(i)) {
            if (sheet.isCandidate(i)) {
                longestFirst.add(i);
            }
        }
        longestFirst.sort(Comparator.comparingInt((Integer i) -> sheet.isInside(i) ? 0 : 1)
                .thenComparingInt(i -> -text(sheet, i).length())
                .thenComparingInt(i -> i));
        for (int i : longestFirst) {
            List<String> block = WordRuns.words(text(sheet, i));
            if (block.isEmpty()) {
                continue;
            }
            int units = sheet.endOfUnit(i) - i;
            weight[i] = (float) Math.max(MIN_WEIGHT, Math.min(MAX_WEIGHT, block.size() / whole / units));
            if (block.size() < WordRuns.WORDS) {
                boolean line = lines.contains(block);
                share[i] = line ? 1 : 0;
                weight[i] *= line || !all.contains(" " + String.join(" ", block) + " ") ? 1 : 0.2f;
            } else {
                List<String> shingles = WordRuns.of(block);
                int found = 0;
                int optional = 0;
                for (String s : shingles) {
                    if (WordRuns.take(left, s)) {
                        found++;
                    } else if (head.contains(s)) {
                        optional++;
                    }
                }
                share[i] = (float) found / shingles.size();
                weight[i] = optional * 2 > shingles.size() ? 0 : weight[i];
            }
            Arrays.fill(share, i, i + units, share[i]);
            Arrays.fill(weight, i, i + units, weight[i]);
        }
        return new Labels(share, weight);
    }

    private static String text(BlockSheet sheet, int from) {
        StringJoiner text = new StringJoiner(" ");
        for (int i = from; i < sheet.endOfUnit(from); i++) {
            text.add(sheet.text(i));
        }
        return text.toString();
    }

    private static Labels bySegments(GoldPage gold, BlockSheet sheet) {
        float[] share = new float[sheet.size()];
        float[] weight = new float[sheet.size()];
        for (int i = 0; i < share.length; i++) {
            if (!sheet.isCandidate(i)) {
                continue;
            }
            String text = squash(sheet.text(i));
            boolean wanted = gold.with().stream().anyMatch(s -> text.contains(squash(s)));
            boolean unwanted = gold.without().stream()
                    .anyMatch(s -> text.contains(squash(s))
                            && text.length() < 5 * squash(s).length() + 20);
            if (wanted != unwanted) {
                share[i] = wanted ? 1 : 0;
                weight[i] = (float) SEGMENT;
            }
        }
        return new Labels(share, weight);
    }

    private static String squash(String text) {
        return text.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
