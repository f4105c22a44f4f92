package io.copydesk.extraction.language;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the language of a text by its script and, where several languages share one, by which letters follow which: some 70
 * languages, of which the two forms of Norwegian are one answer.
 *
 * <p>It says nothing about a text of fewer than 15 letters, about one that surprises every language, and where two languages
 * are as likely. Looks at the first {@value #SAMPLE} characters at most. Immutable and thread-safe; the model is read when the
 * first text comes that needs it. After Dunning, Statistical Identification of Language (1994), with the backing off of Brants
 * et al., Large Language Models in Machine Translation (2007).
 *
 * <pre>{@code
 * LanguageDetector.create().detect(body).map(LanguageDetector.Detection::language).orElse("und");
 * }</pre>
 */
public final class LanguageDetector {

    private static final int SAMPLE = 1200;
    private static final int LEAST_LETTERS = 5;
    private static final int LEAST_SIGNS = 3;
    private static final double LEAST_KANA = 0.05;
    private static final double LEAST_SCRIPT_SHARE = 0.35;

    /** Scripts that one language of the news is written in. */
    private static final Map<Script, String> ALONE = Map.ofEntries(
            Map.entry(Script.HANGUL, "ko"),
            Map.entry(Script.GREEK, "el"),
            Map.entry(Script.HEBREW, "he"),
            Map.entry(Script.BENGALI, "bn"),
            Map.entry(Script.GURMUKHI, "pa"),
            Map.entry(Script.GUJARATI, "gu"),
            Map.entry(Script.TAMIL, "ta"),
            Map.entry(Script.TELUGU, "te"),
            Map.entry(Script.KANNADA, "kn"),
            Map.entry(Script.MALAYALAM, "ml"),
            Map.entry(Script.THAI, "th"),
            Map.entry(Script.GEORGIAN, "ka"),
            Map.entry(Script.ARMENIAN, "hy"));

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
        int kana = letters[Script.KANA.ordinal()];
        letters[Script.HAN.ordinal()] += kana; // Japanese is written in both
        letters[Script.KANA.ordinal()] = 0;
        int all = Arrays.stream(letters).sum();
        Script script = main(letters, all);
        int found = letters[script.ordinal()];
        if (found < (script == Script.HAN ? LEAST_SIGNS : LEAST_LETTERS)) {
            return Optional.empty();
        }
        double share = (double) found / all;
        return switch (script) {
            case HAN -> Optional.of(new Detection(kana >= LEAST_KANA * found ? "ja" : "zh", share));
            case LATIN, CYRILLIC, ARABIC, DEVANAGARI ->
                new LetterEvidence(Models.of(script), script)
                        .read(sample)
                        .verdict()
                        .map(likely ->
                                new Detection(Models.RELATIVE.of(sample, likely.language()), likely.confidence()));
            default -> Optional.ofNullable(ALONE.get(script)).map(language -> new Detection(language, share));
        };
    }

    /**
     * Whether {@link #detect} can tell the language of this BCP 47 tag; text in any other language may look like one that it
     * can tell.
     */
    public boolean knows(String tag) {
        return Models.LANGUAGES.contains(tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT));
    }

    /** The script with most letters; Latin names and quotations may outnumber the letters of another script. */
    private static Script main(int[] letters, int all) {
        Script most = Script.OTHER;
        for (Script candidate : Script.values()) {
            if (candidate != Script.LATIN && letters[candidate.ordinal()] > letters[most.ordinal()]) {
                most = candidate;
            }
        }
        return letters[most.ordinal()] >= LEAST_SCRIPT_SHARE * all ? most : Script.LATIN;
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

    /** Read when the first text comes that needs them. */
    private static final class Models {
        static final CloseRelative RELATIVE = new CloseRelative();
        private static final Map<String, LetterModel> READ = LetterModel.load();

        static final Set<String> LANGUAGES = Stream.of(
                        ALONE.values().stream(),
                        READ.values().stream().flatMap(model -> model.languages().stream()),
                        Stream.of("zh", "ja", "gl", "no"))
                .flatMap(Function.identity())
                .collect(Collectors.toUnmodifiableSet());

        static LetterModel of(Script script) {
            return READ.get(script.name());
        }
    }
}
