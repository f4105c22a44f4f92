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
            Map<String, Double> factors = new HashMap<>();
            Map<String, Integer> counts = new HashMap<>();
            for (Map<String, Frequency> relative : relatives) {
                for (Map.Entry<String, Frequency> entry : relative.entrySet()) {
                    String sequence = entry.getKey();
                    if (sequence.length() == length) {
                        double shorter = relative.get(end(sequence)).given();
                        factors.merge(sequence, Math.log(entry.getValue().given() / shorter), Double::sum);
                        counts.merge(sequence, 1, Integer::sum);
                    }
                }
            }
            factors.forEach((sequence, factor) -> {
                Frequency before = all.get(sequence.substring(0, sequence.length() - 1));
                Frequency shorter = known.get(end(sequence));
                if (before != null && shorter != null) {
                    double given = Math.min(1, shorter.given() * Math.exp(factor / counts.get(sequence)));
                    if (before.joint() * given >= least) {
                        all.put(sequence, new Frequency((float) (before.joint() * given), (float) given));
                    }
                }
            });
        }
        return all;
    }

    private static String end(String sequence) {
        return sequence.substring(sequence.length() - KNOWN);
    }
}
