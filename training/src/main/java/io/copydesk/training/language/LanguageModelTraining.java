package io.copydesk.training.language;

import io.copydesk.extraction.language.LetterModel;
import io.copydesk.extraction.language.LetterModel.Draft;
import io.copydesk.training.language.LetterStatistics.Frequency;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/**
 * {@code LanguageModelTraining LINGUA.jar LANGUAGE-DETECTOR.jar MODEL}: makes the letter model of language identification from the statistics
 * that Lingua and, for Galician and scripts with vowel signs, language-detector are published with.
 *
 * @see <a href="https://github.com/pemistahl/lingua">Lingua, Apache License 2.0</a>
 * @see <a href="https://github.com/optimaize/language-detector">language-detector, Apache License 2.0</a>
 */
public final class LanguageModelTraining {

    private static final Map<String, String> SCRIPTS = Map.of(
            "LATIN",
            "af az ca cs cy da de en eo es et eu fi fr ga gl hr hu id is it la lg lt lv mi ms nb nl nn pl pt ro sk sl sn so sq"
                    + " sr-Latn st sv sw tl tn tr ts vi xh yo zu",
            "CYRILLIC",
            "be bg kk mk mn ru sr uk",
            "ARABIC",
            "ar fa ur",
            "DEVANAGARI",
            "hi mr ne");

    /** Their statistics are those of language-detector, which have vowel signs. */
    private static final Set<String> WITH_MARKS = Set.of("hi", "mr", "ne");

    /** A sequence is kept when some language has it this often, by its length. */
    private static final double[] LEAST = {0, 1e-6, 1e-6, 8e-6, 2.5e-5, 3e-5};

    /** Of a sequence that is kept, each language's share is noted down to this. */
    private static final double LEAST_NOTED = 3e-7;

    private LanguageModelTraining() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("usage: LanguageModelTraining LINGUA.jar LANGUAGE-DETECTOR.jar MODEL");
            System.exit(2);
        }
        SortedMap<String, Draft> models = new TreeMap<>();
        try (ZipFile lingua = new ZipFile(arguments[0]);
                ZipFile detector = new ZipFile(arguments[1])) {
            for (String script : SCRIPTS.keySet()) {
                Statistics statistics = new Statistics(lingua, detector);
                models.put(script, draft(statistics, List.of(SCRIPTS.get(script).split(" "))));
                System.err.println(
                        script + ": " + models.get(script).sequences().size() + " sequences");
            }
        }
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[2]))) {
            LetterModel.write(models, out);
        }
    }

    /** Where the statistics of each language are. */
    private record Statistics(ZipFile lingua, ZipFile detector) {

        Map<String, Frequency> of(String language) throws IOException {
            if (WITH_MARKS.contains(language)) {
                return LetterStatistics.frequencies(ProfileStatistics.joints(detector, language), LEAST_NOTED);
            }
            if (language.equals("gl")) {
                Map<String, Frequency> known =
                        LetterStatistics.frequencies(ProfileStatistics.joints(detector, language), LEAST_NOTED);
                return LongerSequences.of(known, List.of(of("pt"), of("es")), LEAST_NOTED);
            }
            Map<String, Double> letters = language.equals("sr-Latn")
                    ? SerbianLatin.joints(LetterStatistics.joints(lingua, "sr"))
                    : LetterStatistics.joints(lingua, language);
            return LetterStatistics.frequencies(LetterStatistics.withEdges(letters), LEAST_NOTED);
        }
    }

    private static Draft draft(Statistics statistics, List<String> languages) throws IOException {
        Set<String> kept = new HashSet<>();
        for (String language : languages) {
            statistics.of(language).forEach((sequence, frequency) -> {
                if (frequency.joint() >= LEAST[sequence.length()]) {
                    kept.add(sequence);
                }
            });
        }
        SortedMap<Integer, byte[]> sequences = new TreeMap<>();
        Map<Integer, String> known = new HashMap<>();
        for (int i = 0; i < languages.size(); i++) {
            byte language = (byte) i;
            statistics.of(languages.get(i)).forEach((sequence, frequency) -> {
                int hash = LetterModel.hash(sequence);
                if (kept.contains(sequence)
                        && sequence.equals(known.merge(hash, sequence, (a, b) -> a.compareTo(b) < 0 ? a : b))) {
                    sequences.merge(hash, new byte[] {language, surprise(frequency)}, LanguageModelTraining::joined);
                }
            });
        }
        return new Draft(languages, sequences);
    }

    private static byte surprise(Frequency frequency) {
        return (byte) Math.min(255, Math.round(-Math.log(frequency.given()) * LetterModel.UNITS_PER_NAT));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
