package io.copydesk.training.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.copydesk.extraction.language.LetterModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipFile;

/** How often letters follow each other in one language, as published with Lingua. */
final class LetterStatistics {

    private static final String[] NAMES = {"unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams"};

    /** Share of all sequences of its length; the share given the letters before the last. */
    record Frequency(float joint, float given) {}

    private LetterStatistics() {}

    /** All letter sequences of a language that are no rarer than {@code least}. */
    static Map<String, Frequency> read(ZipFile jar, String language, double least) throws IOException {
        Map<String, Frequency> all = new HashMap<>();
        for (int order = 1; order <= LetterModel.LONGEST; order++) {
            try (InputStream in = jar.getInputStream(
                            jar.getEntry("language-models/" + language + "/" + NAMES[order - 1] + ".json"));
                    JsonParser json = new JsonFactory().createParser(in)) {
                while (json.nextToken() != null) {
                    if (json.currentToken() == JsonToken.VALUE_STRING
                            && json.currentName().indexOf('/') > 0) {
                        add(all, json.currentName(), json.getText(), least);
                    }
                }
            }
        }
        return all;
    }

    private static void add(Map<String, Frequency> all, String fraction, String sequences, double least) {
        int slash = fraction.indexOf('/');
        double given =
                Double.parseDouble(fraction.substring(0, slash)) / Double.parseDouble(fraction.substring(slash + 1));
        for (String sequence : sequences.split(" ")) {
            Frequency before = sequence.length() == 1 ? null : all.get(sequence.substring(0, sequence.length() - 1));
            double joint = sequence.length() == 1 ? given : before == null ? 0 : before.joint() * given;
            if (joint >= least) {
                all.put(sequence, new Frequency((float) joint, (float) given));
            }
        }
    }
}
