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
 * {@code LanguageModelTraining LINGUA.jar MODEL}: makes the letter model of language identification from the statistics that Lingua is
 * published with.
 *
 * @see <a href="https://github.com/pemistahl/lingua">Lingua, Apache License 2.0</a>
 */
public final class LanguageModelTraining {

    private static final Map<String, String> SCRIPTS = Map.of(
            "LATIN",
            "af az ca cs cy da de en eo es et eu fi fr ga hr hu id is it la lg lt lv mi ms nb nl nn pl pt ro sk sl sn so sq"
                    + " st sv sw tl tn tr ts vi xh yo zu",
            "CYRILLIC",
            "be bg kk mk mn ru sr uk",
            "ARABIC",
            "ar fa ur",
            "DEVANAGARI",
            "hi mr");

    /** A sequence is kept when some language has it this often, by its length. */
    private static final double[] LEAST = {0, 1e-6, 1e-6, 8e-6, 2.5e-5, 3e-5};

    /** Of a sequence that is kept, each language's share is noted down to this. */
    private static final double LEAST_NOTED = 3e-7;

    private LanguageModelTraining() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: LanguageModelTraining LINGUA.jar MODEL");
            System.exit(2);
        }
        SortedMap<String, Draft> models = new TreeMap<>();
        try (ZipFile jar = new ZipFile(arguments[0])) {
            for (String script : SCRIPTS.keySet()) {
                models.put(script, draft(jar, List.of(SCRIPTS.get(script).split(" "))));
                System.err.println(
                        script + ": " + models.get(script).sequences().size() + " sequences");
            }
        }
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[1]))) {
            LetterModel.write(models, out);
        }
    }

    private static Draft draft(ZipFile jar, List<String> languages) throws IOException {
        Set<String> kept = new HashSet<>();
        for (String language : languages) {
            LetterStatistics.read(jar, language, LEAST_NOTED).forEach((sequence, frequency) -> {
                if (frequency.joint() >= LEAST[sequence.length()]) {
                    kept.add(sequence);
                }
            });
        }
        SortedMap<Integer, byte[]> sequences = new TreeMap<>();
        Map<Integer, String> known = new HashMap<>();
        for (int i = 0; i < languages.size(); i++) {
            byte language = (byte) i;
            LetterStatistics.read(jar, languages.get(i), LEAST_NOTED).forEach((sequence, frequency) -> {
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
