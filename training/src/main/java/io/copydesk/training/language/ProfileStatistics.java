package io.copydesk.training.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;

/**
 * How often characters follow each other in languages of which Lingua has no statistics, or none with vowel signs, from the profiles that
 * language-detector is published with: sequences of one to three, with the edges of words.
 */
final class ProfileStatistics {

    private ProfileStatistics() {}

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
                    all.merge(json.currentName().toLowerCase(Locale.ROOT), json.getDoubleValue(), Double::sum);
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
