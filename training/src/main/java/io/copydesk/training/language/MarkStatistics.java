package io.copydesk.training.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipFile;

/**
 * How often characters follow each other in languages that are written with vowel signs, which Lingua's statistics lack, from the profiles
 * that language-detector is published with: sequences of one to three, with the edges of words.
 */
final class MarkStatistics {

    private MarkStatistics() {}

    /** How often each sequence occurs, per character of text. */
    static Map<String, Double> joints(ZipFile jar, String language) throws IOException {
        Map<String, Double> all = new HashMap<>();
        double[] totals = new double[3];
        try (InputStream in = jar.getInputStream(jar.getEntry("languages/" + language));
                JsonParser json = new JsonFactory().createParser(in)) {
            int order = 0;
            boolean counts = false;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    counts = json.currentName().equals("n_words");
                } else if (token.isNumeric() && counts) {
                    totals[order++] = json.getDoubleValue();
                } else if (token.isNumeric()) {
                    all.put(json.currentName(), json.getDoubleValue());
                }
            }
        }
        all.replaceAll((sequence, count) -> count / totals[sequence.length() - 1]);
        double words = all.entrySet().stream()
                .filter(sequence ->
                        sequence.getKey().length() == 2 && sequence.getKey().charAt(0) == LetterStatistics.EDGE)
                .mapToDouble(Map.Entry::getValue)
                .sum();
        all.put(String.valueOf(LetterStatistics.EDGE), words);
        return all;
    }
}
