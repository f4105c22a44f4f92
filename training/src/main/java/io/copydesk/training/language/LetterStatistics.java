package io.copydesk.training.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.copydesk.extraction.language.LetterModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/**
 * How often letters follow each other in one language, and where words begin and end, from the statistics that Lingua is published with.
 *
 * <p>Lingua counts sequences within words only. What a sequence lacks in those that prolong it by a letter is what begins or ends a word:
 * {@code th} follows no letter in as many cases as it is more frequent than all of {@code ath}, {@code bth}, … together.
 */
final class LetterStatistics {

    /** Stands for the place before the first and after the last letter of a word. */
    static final char EDGE = LetterModel.EDGE;

    private static final String[] NAMES = {"unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams"};

    /**
     * How often a sequence occurs.
     *
     * @param joint per letter of text
     * @param given the share of its last letter after the letters before it
     */
    record Frequency(float joint, float given) {}

    private LetterStatistics() {}

    /** How often each sequence of letters occurs, per letter of text. */
    static Map<String, Double> joints(ZipFile jar, String language) throws IOException {
        Map<String, Double> all = new HashMap<>();
        for (int order = 1; order <= LetterModel.LONGEST; order++) {
            try (InputStream in = jar.getInputStream(
                            jar.getEntry("language-models/" + language + "/" + NAMES[order - 1] + ".json"));
                    JsonParser json = new JsonFactory().createParser(in)) {
                while (json.nextToken() != null) {
                    if (json.currentToken() == JsonToken.VALUE_STRING
                            && json.currentName().indexOf('/') > 0) {
                        add(all, json.currentName(), json.getText());
                    }
                }
            }
        }
        return all;
    }

    private static void add(Map<String, Double> all, String fraction, String sequences) {
        int slash = fraction.indexOf('/');
        double given =
                Double.parseDouble(fraction.substring(0, slash)) / Double.parseDouble(fraction.substring(slash + 1));
        for (String sequence : sequences.split(" ")) {
            Double before =
                    sequence.length() == 1 ? Double.valueOf(1) : all.get(sequence.substring(0, sequence.length() - 1));
            if (before != null) {
                all.put(sequence, before * given);
            }
        }
    }

    /** The same with the sequences that begin or end at an edge of a word, up to the length of the longest sequence. */
    static Map<String, Double> withEdges(Map<String, Double> inner) {
        Map<String, Double> all = new HashMap<>(inner);
        Map<String, Double> starts = new HashMap<>();
        inner.forEach((sequence, joint) -> {
            if (sequence.length() < LetterModel.LONGEST) {
                starts.merge(EDGE + sequence, joint, Double::sum);
            }
            if (sequence.length() > 1) {
                starts.merge(EDGE + sequence.substring(1), -joint, Double::sum);
            }
        });
        all.putAll(starts);
        Map<String, Double> ends = new HashMap<>();
        for (Map<String, Double> prolonged : List.of(inner, starts)) {
            prolonged.forEach((sequence, joint) -> {
                if (sequence.length() < LetterModel.LONGEST) {
                    ends.merge(sequence + EDGE, joint, Double::sum);
                }
                if (sequence.length() > (sequence.charAt(0) == EDGE ? 2 : 1)) {
                    ends.merge(sequence.substring(0, sequence.length() - 1) + EDGE, -joint, Double::sum);
                }
            });
        }
        all.putAll(ends);
        double words = starts.entrySet().stream()
                .filter(start -> start.getKey().length() == 2)
                .mapToDouble(Map.Entry::getValue)
                .sum();
        all.put(String.valueOf(EDGE), words);
        return all;
    }

    /** The same as shares, of the sequences that are no rarer than {@code least}. */
    static Map<String, Frequency> frequencies(Map<String, Double> joints, double least) {
        double all = joints.entrySet().stream()
                .filter(sequence -> sequence.getKey().length() == 1)
                .mapToDouble(Map.Entry::getValue)
                .sum();
        Map<String, Frequency> frequencies = new HashMap<>();
        joints.forEach((sequence, joint) -> {
            double before = sequence.length() == 1
                    ? all
                    : joints.getOrDefault(sequence.substring(0, sequence.length() - 1), 0.0);
            if (joint >= least && before > 0) {
                frequencies.put(sequence, new Frequency(joint.floatValue(), (float) Math.min(1, joint / before)));
            }
        });
        return frequencies;
    }
}
