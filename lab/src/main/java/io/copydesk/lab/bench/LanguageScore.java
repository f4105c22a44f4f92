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
 * @param shares the share of texts detected correctly by language, 0–1; Serbian and Chinese by the form they are written in, which counts too
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
        List<String> confusions,
        Map<String, Double> shares) {

    private static final int ROUNDS = 5;
    private static final int CONFUSIONS = 20;

    /** Languages by their ISO 639-2 and 639-3 codes, where they have a shorter one. */
    private static final Map<String, String> SHORT = shortCodes();

    /** Forms of a language that are written in different scripts, by the tags of texts. */
    private static final Map<String, String> FORMS =
            Map.of("srp-Cyrl", "sr", "srp-Latn", "sr-Latn", "zho-CN", "zh-Hans", "zho-TW", "zh-Hant");

    private static final int BEGINNING = 20;

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

        /** The first {@value #BEGINNING} characters of the first line. */
        Text beginning() {
            String line = firstLine().text();
            return new Text(language, line.substring(0, Math.min(BEGINNING, line.length())));
        }
    }

    /** Measures the whole texts, then their first lines, then the first characters of these. */
    public static List<LanguageScore> measure(List<Text> texts) {
        return List.of(
                measure("whole", texts),
                measure("first line", texts.stream().map(Text::firstLine).toList()),
                measure(
                        "first " + BEGINNING + " characters",
                        texts.stream().map(Text::beginning).toList()));
    }

    private static LanguageScore measure(String part, List<Text> texts) {
        LanguageDetector detector = LanguageDetector.create();
        Map<String, int[]> rightOfAll = new TreeMap<>();
        Map<String, int[]> rightByForm = new TreeMap<>();
        Map<String, Integer> confused = new TreeMap<>();
        int silent = 0;
        int unknown = 0;
        int mistaken = 0;
        for (Text text : texts) {
            String gold = code(text.language());
            String tag = detector.detect(text.text()).map(Detection::language).orElse("-");
            String detected = tag.equals("-") ? tag : code(tag);
            if (!detector.knows(gold)) {
                unknown++;
                mistaken += detected.equals("-") ? 0 : 1;
                continue;
            }
            count(rightOfAll, gold, detected.equals(gold));
            String form = FORMS.getOrDefault(text.language(), gold);
            count(rightByForm, form, (FORMS.containsValue(tag) ? tag : detected).equals(form));
            silent += detected.equals("-") ? 1 : 0;
            if (!detected.equals(gold)) {
                confused.merge(gold + ">" + detected, 1, Integer::sum);
            }
        }
        return new LanguageScore(
                part,
                rightOfAll.size(),
                texts.size() - unknown,
                shares(rightOfAll).values().stream()
                        .mapToDouble(share -> share)
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
                        .toList(),
                shares(rightByForm));
    }

    private static void count(Map<String, int[]> rightOfAll, String language, boolean right) {
        int[] count = rightOfAll.computeIfAbsent(language, tag -> new int[2]);
        count[0] += right ? 1 : 0;
        count[1]++;
    }

    private static Map<String, Double> shares(Map<String, int[]> rightOfAll) {
        Map<String, Double> shares = new TreeMap<>();
        rightOfAll.forEach((language, count) -> shares.put(language, (double) count[0] / count[1]));
        return shares;
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
