package io.copydesk.training.language;

import io.copydesk.extraction.language.LetterModel;
import io.copydesk.training.language.LetterStatistics.Frequency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sequences of four and five letters for a language of which only shorter ones are known, after those of close relatives: a longer context makes
 * its last letter as much more or less probable as it does there.
 */
final class LongerSequences {

    private static final int KNOWN = 3;

    private LongerSequences() {}

    /** {@code known} with the sequences of {@code relatives} whose last three letters it has, no rarer than {@code least}. */
    static Map<String, Frequency> of(
            Map<String, Frequency> known, List<Map<String, Frequency>> relatives, double least) {
        Map<String, Frequency> all = new HashMap<>(known);
        for (int length = KNOWN + 1; length <= LetterModel.LONGEST; length++) {
            Map<String, double[]> factors = new HashMap<>();
            for (Map<String, Frequency> relative : relatives) {
                addFactors(length, relative, factors);
            }
            factors.forEach((sequence, sum) -> {
                Frequency before = all.get(sequence.substring(0, sequence.length() - 1));
                Frequency shorter = known.get(end(sequence));
                if (before != null && shorter != null) {
                    double given = Math.min(1, shorter.given() * Math.exp(sum[0] / sum[1]));
                    if (before.joint() * given >= least) {
                        all.put(sequence, new Frequency((float) (before.joint() * given), (float) given));
                    }
                }
            });
        }
        return all;
    }

    /** Adds how much likelier a longer context makes the last letter, as a logarithm, and counts the relatives. */
    private static void addFactors(int length, Map<String, Frequency> relative, Map<String, double[]> factors) {
        relative.forEach((sequence, frequency) -> {
            Frequency shorter = sequence.length() == length ? relative.get(end(sequence)) : null;
            if (shorter != null) {
                double[] sum = factors.computeIfAbsent(sequence, s -> new double[2]);
                sum[0] += Math.log(frequency.given() / shorter.given());
                sum[1]++;
            }
        });
    }

    private static String end(String sequence) {
        return sequence.substring(sequence.length() - KNOWN);
    }
}
