package io.copydesk.lab.bench;

import io.copydesk.extraction.language.LanguageDetector;
import io.copydesk.extraction.language.LanguageDetector.Detection;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often the language of texts is detected correctly.
 *
 * @param part which part of each text was read
 * @param languages how many languages the texts have that the detector knows
 * @param texts in those languages
 * @param macro the mean over these languages of the share of texts detected correctly, 0–1
 * @param silent how many of the texts were left without a language
 * @param perSecond texts a second on one thread, the median of {@value #ROUNDS} rounds
 * @param unknown how many texts are in other languages
 * @param mistaken how many of those were said to be in some language
 * @param confusions what was taken for what, with how often, most frequent first
 */
public record LanguageScore(
        String part,
        int languages,
        int texts,
        double macro,
        int silent,
        double perSecond,
        int unknown,
        int mistaken,
        List<String> confusions) {

    private static final int ROUNDS = 5;
    private static final int CONFUSIONS = 20;

    /** Languages by their ISO 639-2 and 639-3 codes, where they have a shorter one. */
    private static final Map<String, String> SHORT = shortCodes();

    /** Only there so that nothing of the work can be left out. */
    @SuppressWarnings("unused")
    private static volatile long results;

    /**
     * A text and what it is written in.
     *
     * @param language BCP 47 tag or ISO 639 code
     */
    public record Text(String language, String text) {

        /** The part of the text before the first line feed. */
        Text firstLine() {
            return new Text(language, text.lines().findFirst().orElse(""));
        }
    }

    /** Measures the whole texts, then their first lines. */
    public static List<LanguageScore> measure(List<Text> texts) {
        return List.of(
                measure("whole", texts),
                measure("first line", texts.stream().map(Text::firstLine).toList()));
    }

    private static LanguageScore measure(String part, List<Text> texts) {
        LanguageDetector detector = LanguageDetector.create();
        Map<String, int[]> rightOfAll = new TreeMap<>();
        Map<String, Integer> confused = new TreeMap<>();
        int silent = 0;
        int unknown = 0;
        int mistaken = 0;
        for (Text text : texts) {
            String gold = code(text.language());
            String detected = detector.detect(text.text())
                    .map(Detection::language)
                    .map(LanguageScore::code)
                    .orElse("-");
            if (!detector.knows(gold)) {
                unknown++;
                mistaken += detected.equals("-") ? 0 : 1;
                continue;
            }
            int[] count = rightOfAll.computeIfAbsent(gold, language -> new int[2]);
            count[0] += detected.equals(gold) ? 1 : 0;
            count[1]++;
            silent += detected.equals("-") ? 1 : 0;
            if (!detected.equals(gold)) {
                confused.merge(gold + ">" + detected, 1, Integer::sum);
            }
        }
        return new LanguageScore(
                part,
                rightOfAll.size(),
                texts.size() - unknown,
                rightOfAll.values().stream()
                        .mapToDouble(count -> (double) count[0] / count[1])
                        .average()
                        .orElse(0),
                silent,
                rate(detector, texts),
                unknown,
                mistaken,
                confused.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(CONFUSIONS)
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
    }

    private static double rate(LanguageDetector detector, List<Text> texts) {
        double[] rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            results = texts.stream()
                    .filter(text -> detector.detect(text.text()).isPresent())
                    .count();
            rates[round] = texts.size() / ((System.nanoTime() - start) / 1e9);
        }
        Arrays.sort(rates);
        return rates[ROUNDS / 2];
    }

    /** The two-letter code of a language where there is one; both written forms of Norwegian are one. */
    private static String code(String tag) {
        String primary = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return SHORT.getOrDefault(primary, primary);
    }

    private static Map<String, String> shortCodes() {
        Map<String, String> codes = Stream.of(Locale.getISOLanguages())
                .map(code -> code.equals("iw") ? "he" : code.equals("in") ? "id" : code.equals("ji") ? "yi" : code)
                .distinct()
                .collect(Collectors.toMap(
                        code -> Locale.forLanguageTag(code).getISO3Language(),
                        Function.identity(),
                        (a, b) -> a,
                        TreeMap::new));
        codes.putAll(Map.of("arb", "ar", "fil", "tl", "nob", "no", "nno", "no", "nb", "no", "nn", "no"));
        return Map.copyOf(codes);
    }
}
