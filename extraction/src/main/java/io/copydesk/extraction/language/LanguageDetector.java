package io.copydesk.extraction.language;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the language of a text by its script and its most frequent words: 39 languages, no model, no statistics of a corpus.
 *
 * <p>It says nothing rather than guess: a headline of five words mostly yields no answer. Looks at the first
 * {@value #SAMPLE} characters only, so a long text costs no more than a short one. Immutable and thread-safe; the table of a
 * script is read when the first text in that script comes.
 *
 * <pre>{@code
 * LanguageDetector.create().detect(body).map(LanguageDetector.Detection::language).orElse("und");
 * }</pre>
 */
public final class LanguageDetector {

    private static final int SAMPLE = 2400;
    private static final int LEAST_LETTERS = 12;
    private static final double LEAST_KANA = 0.05;
    private static final double LEAST_SCRIPT_SHARE = 0.5;

    private LanguageDetector() {}

    /** The detector over all bundled languages. */
    public static LanguageDetector create() {
        return new LanguageDetector();
    }

    /**
     * The language of {@code text}, or empty when the text is {@code null}, too short, or no language stands out.
     */
    public Optional<Detection> detect(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String sample = composed(text.length() > SAMPLE ? text.substring(0, SAMPLE) : text);
        int[] letters = lettersByScript(sample);
        Script script = Script.LATIN;
        int all = 0;
        for (Script candidate : Script.values()) {
            all += letters[candidate.ordinal()];
            script = letters[candidate.ordinal()] > letters[script.ordinal()] ? candidate : script;
        }
        int eastAsian = letters[Script.HAN.ordinal()] + letters[Script.KANA.ordinal()];
        int found = Math.max(letters[script.ordinal()], eastAsian);
        if (found < LEAST_LETTERS || found < LEAST_SCRIPT_SHARE * all) {
            return Optional.empty();
        }
        double share = (double) found / all;
        if (found == eastAsian && found > 0) {
            boolean kana = letters[Script.KANA.ordinal()] >= LEAST_KANA * eastAsian;
            return Optional.of(new Detection(kana ? "ja" : "zh", share));
        }
        return switch (script) {
            case HANGUL -> Optional.of(new Detection("ko", share));
            case GREEK -> Optional.of(new Detection("el", share));
            case HEBREW -> Optional.of(new Detection("he", share));
            case OTHER -> Optional.empty();
            default -> new WordEvidence(Tables.of(script)).read(sample, script).verdict();
        };
    }

    private static int[] lettersByScript(String text) {
        int[] letters = new int[Script.values().length];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                letters[Script.LATIN.ordinal()]++;
            } else if (Character.isLetter(c)) {
                letters[Script.of(c).ordinal()]++;
            }
        }
        return letters;
    }

    /** Letters and their accents as one character each, as the tables have them. */
    private static String composed(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * A language and how sure the detector is.
     *
     * @param language BCP 47 tag, for example {@code en}
     * @param confidence 0–1
     */
    public record Detection(String language, double confidence) {}

    /** Tables that were read already. */
    private static final class Tables {
        private static final Map<Script, WordTable> READ = new EnumMap<>(Script.class);

        static synchronized WordTable of(Script script) {
            return READ.computeIfAbsent(script, WordTable::load);
        }
    }
}
