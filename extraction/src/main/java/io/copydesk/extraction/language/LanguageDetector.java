package io.copydesk.extraction.language;

import io.copydesk.schemas.NormalForms;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Detects the language of a text by its script and, where several languages share one, by which letters follow which: some 70
 * languages, with one tag for the two forms of Norwegian. Chinese is {@code zh-Hans} or {@code zh-Hant} where characters of one form only
 * occur, Serbian in Latin letters {@code sr-Latn}.
 *
 * <p>No language is returned for a text of fewer than 8 letters, for one that is improbable in every language, and when two languages
 * are equally likely. Reads the first {@value #SAMPLE} characters at most. Immutable and thread-safe; the model is loaded with
 * the first text that needs it. After Dunning, Statistical Identification of Language (1994), with the backing off of Brants
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

    /** Languages that are written like Croatian and Serbian in Latin letters: either of these does not contradict them. */
    private static final Set<String> LIKE_CROATIAN = Set.of("bs", "sh", "cnr");

    private static final Set<String> ISO_639_1 = Set.of(Locale.getISOLanguages());

    private LanguageDetector() {}

    /** The detector over all bundled languages. */
    public static LanguageDetector create() {
        return new LanguageDetector();
    }

    /**
     * The language of {@code text}, or empty when the text is {@code null} or too short, or when two languages are as likely.
     */
    public Optional<Detection> detect(@Nullable String text) {
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
            case HAN ->
                Optional.of(new Detection(kana >= LEAST_KANA * found ? "ja" : Models.CHINESE.of(sample), share));
            case LATIN, CYRILLIC, ARABIC, DEVANAGARI ->
                new LetterEvidence(Models.of(script), script).read(sample).verdict();
            default -> Optional.ofNullable(script.language).map(language -> new Detection(language, share));
        };
    }

    /**
     * The language of a text for which {@code declared} was declared.
     *
     * <ul>
     *   <li>Nothing declared: the detected language, empty when none is detected.
     *   <li>A valid language (ISO 639-1) that {@link #detect} cannot recognise: the declared one, since the text would only resemble a relative.
     *   <li>Otherwise the detected one when it differs and its confidence is at least {@code sure}, else the declared one.
     * </ul>
     *
     * <p>Languages are compared by {@link CanonicalLanguage}, so that {@code nb-NO} does not differ from {@code no}.
     *
     * @param declared BCP 47 tag, {@code null} or blank when none was declared
     * @param sure least confidence that overrides a declared language, 0–1; above 1 a declared language always stays
     */
    public Optional<String> choose(@Nullable String declared, @Nullable String text, double sure) {
        if (declared == null || declared.isBlank()) {
            return detect(text).map(Detection::language);
        }
        String canonical = CanonicalLanguage.of(declared);
        if (!knows(declared) && ISO_639_1.contains(canonical)) {
            return Optional.of(declared);
        }
        return detect(text)
                .filter(found -> found.confidence() >= sure)
                .map(Detection::language)
                .filter(language -> !sameLanguage(declared, language))
                .or(() -> Optional.of(declared));
    }

    private static boolean sameLanguage(String declared, String detected) {
        String found = CanonicalLanguage.primary(detected);
        return CanonicalLanguage.of(declared).equals(CanonicalLanguage.of(detected))
                || LIKE_CROATIAN.contains(CanonicalLanguage.primary(declared))
                        && (found.equals("hr") || found.equals("sr"));
    }

    /**
     * Whether {@link #detect} can return the language of this BCP 47 tag; texts in other languages may resemble one that it can return. There are
     * fewer than a hundred such languages, so a cache that is filled for known tags only is bounded.
     */
    public boolean knows(String tag) {
        return Models.LANGUAGES.contains(CanonicalLanguage.primary(tag));
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
            } else if (Script.isLetter(c)) {
                letters[Script.of(c).ordinal()]++;
            }
        }
        return letters;
    }

    /** Composed form (NFC), as in the tables. */
    private static String composed(String text) {
        return NormalForms.of(text, Form.NFC);
    }

    /**
     * A language and the confidence in it.
     *
     * @param language BCP 47 tag, for example {@code en}
     * @param confidence 0–1
     */
    public record Detection(String language, double confidence) {}

    /** Loaded with the first text that needs them. */
    private static final class Models {
        static final ChineseForm CHINESE = new ChineseForm();
        private static final Map<String, LetterModel> READ = LetterModel.load();

        static final Set<String> LANGUAGES = Stream.of(
                        Arrays.stream(Script.values())
                                .map(script -> script.language)
                                .filter(Objects::nonNull),
                        READ.values().stream()
                                .flatMap(model -> model.languages().stream())
                                .map(CanonicalLanguage::primary),
                        Stream.of("zh", "ja", "no"))
                .flatMap(Function.identity())
                .collect(Collectors.toUnmodifiableSet());

        static LetterModel of(Script script) {
            return Objects.requireNonNull(READ.get(script.name()), script.name());
        }
    }
}
