package io.copydesk.extraction.charset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Counts the letters of a corpus and writes the tables of {@code letters.txt}: JSON Lines with {@code inLanguage} (ISO 639-3) and {@code articleBody}.
 * The tables hold frequencies only.
 */
final class LetterCounts {

    /** Corpus language, model language, kind, charsets. */
    private static final String[][] LANGUAGES = {
        {"eng", "en", "pairs", "windows-1252"},
        {"deu", "de", "pairs", "windows-1252"},
        {"fra", "fr", "pairs", "windows-1252"},
        {"spa", "es", "pairs", "windows-1252"},
        {"por", "pt", "pairs", "windows-1252"},
        {"ita", "it", "pairs", "windows-1252"},
        {"nld", "nl", "pairs", "windows-1252"},
        {"swe", "sv", "pairs", "windows-1252"},
        {"dan", "da", "pairs", "windows-1252"},
        {"nob", "no", "pairs", "windows-1252"},
        {"fin", "fi", "pairs", "windows-1252"},
        {"isl", "is", "pairs", "windows-1252"},
        {"cat", "ca", "pairs", "windows-1252"},
        {"glg", "gl", "pairs", "windows-1252"},
        {"eus", "eu", "pairs", "windows-1252"},
        {"gle", "ga", "pairs", "windows-1252"},
        {"ltz", "lb", "pairs", "windows-1252"},
        {"afr", "af", "pairs", "windows-1252"},
        {"mlt", "mt", "pairs", "ISO-8859-3"},
        {"cym", "cy", "pairs", "windows-1252"},
        {"sqi", "sq", "pairs", "windows-1252"},
        {"pol", "pl", "pairs", "windows-1250 ISO-8859-2"},
        {"ces", "cs", "pairs", "windows-1250 ISO-8859-2"},
        {"slk", "sk", "pairs", "windows-1250 ISO-8859-2"},
        {"hun", "hu", "pairs", "windows-1250 ISO-8859-2"},
        {"ron", "ro", "pairs", "windows-1250 ISO-8859-2"},
        {"slv", "sl", "pairs", "windows-1250 ISO-8859-2"},
        {"hrv", "hr", "pairs", "windows-1250 ISO-8859-2"},
        {"rus", "ru", "pairs", "windows-1251 KOI8-R ISO-8859-5 IBM866 x-MacUkraine"},
        {"ukr", "uk", "pairs", "windows-1251 KOI8-U ISO-8859-5 x-MacUkraine"},
        {"bul", "bg", "pairs", "windows-1251 ISO-8859-5 x-MacUkraine"},
        {"bel", "be", "pairs", "windows-1251 ISO-8859-5"},
        {"mkd", "mk", "pairs", "windows-1251 ISO-8859-5"},
        {"srp-Cyrl", "sr", "pairs", "windows-1251 ISO-8859-5"},
        {"ell", "el", "pairs", "windows-1253 ISO-8859-7"},
        {"tur", "tr", "pairs", "windows-1254"},
        {"heb", "he", "pairs", "windows-1255"},
        {"arb", "ar", "pairs", "windows-1256 ISO-8859-6"},
        {"fas", "fa", "pairs", "windows-1256"},
        {"urd", "ur", "pairs", "windows-1256"},
        {"lit", "lt", "pairs", "windows-1257 ISO-8859-13"},
        {"lav", "lv", "pairs", "windows-1257 ISO-8859-13"},
        {"est", "et", "pairs", "windows-1257 windows-1252"},
        {"vie", "vi", "pairs", "windows-1258"},
        {"tha", "th", "pairs", "x-windows-874"},
        {"jpn", "ja", "characters", "windows-31j EUC-JP"},
        {"zho-CN", "zh-Hans", "characters", "GB18030"},
        {"zho-TW", "zh-Hant", "characters", "Big5-HKSCS"},
        {"kor", "ko", "characters", "x-windows-949"},
    };

    private static final double UNSEEN = 0.02;
    private static final int MAX_COST = Character.MAX_RADIX - 1;
    private static final int MIN_COUNT = 5;
    private static final int MAX_RARE_COST = 43;

    private LetterCounts() {}

    /** The lines of {@code letters.txt} for {@code corpus}. */
    static List<String> tables(Path corpus) throws IOException {
        Map<String, StringBuilder> texts = new HashMap<>();
        ObjectMapper json = new ObjectMapper();
        try (var lines = Files.lines(corpus)) {
            lines.forEach(line -> {
                try {
                    JsonNode node = json.readTree(line);
                    texts.computeIfAbsent(node.path("inLanguage").asText(), l -> new StringBuilder())
                            .append(node.path("articleBody").asText())
                            .append('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        List<String> out = new ArrayList<>();
        for (String[] language : LANGUAGES) {
            String text = LetterFolding.compose(texts.get(language[0]).toString());
            List<String> table = language[2].equals("pairs") ? pairs(text) : characters(text);
            out.add(String.join(" ", language[2], language[1], String.valueOf(table.size()), language[3]));
            out.addAll(table);
        }
        return out;
    }

    private static List<String> pairs(String text) {
        String alphabet = alphabet(text);
        int n = alphabet.length();
        double[][] counts = new double[n][n];
        int previous = 0;
        for (int i = 0; i < text.length(); i++) {
            int letter = Math.max(0, alphabet.indexOf(LetterFolding.fold(text.charAt(i))));
            counts[previous][letter]++;
            previous = letter;
        }
        List<String> table = new ArrayList<>();
        table.add(alphabet);
        for (double[] row : counts) {
            double total = UNSEEN * n;
            for (double count : row) {
                total += count;
            }
            StringBuilder costs = new StringBuilder();
            for (double count : row) {
                costs.append(Character.forDigit(cost((count + UNSEEN) / total, MAX_COST), Character.MAX_RADIX));
            }
            table.add(costs.toString());
        }
        return table;
    }

    /** What stands between words, ASCII letters where the language uses them, then its own letters. */
    private static String alphabet(String text) {
        Map<Character, Integer> counts = new TreeMap<>();
        int ascii = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = LetterFolding.fold(text.charAt(i));
            boolean sign = Character.getType(c) == Character.NON_SPACING_MARK || Character.isLetter(c);
            ascii += LetterFolding.isAsciiLetter(c) ? 1 : 0;
            if (sign && c >= 0x80 && c < 0x2000) {
                counts.merge(c, 1, Integer::sum);
            }
        }
        StringBuilder alphabet = new StringBuilder(ascii * 2 > text.length() ? "_abcdefghijklmnopqrstuvwxyz" : "_");
        boolean latin = alphabet.length() > 1;
        counts.forEach((c, count) -> {
            boolean sameScript = latin == (c < 0x250 || c >= 0x1E00);
            if (sameScript && count >= Math.max(MIN_COUNT, text.length() / 20_000)) {
                alphabet.append((char) c);
            }
        });
        return alphabet.toString();
    }

    private static List<String> characters(String text) {
        Map<Character, Integer> counts = new TreeMap<>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x2000) {
                counts.merge(text.charAt(i), 1, Integer::sum);
            }
        }
        Map<Integer, StringBuilder> byCost = new TreeMap<>();
        counts.entrySet().stream()
                .filter(e -> e.getValue() > 1)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(e -> byCost.computeIfAbsent(
                                cost((double) e.getValue() / text.length(), MAX_RARE_COST), c -> new StringBuilder())
                        .append((char) e.getKey()));
        List<String> table = new ArrayList<>();
        byCost.forEach((cost, characters) -> table.add(
                new StringJoiner(" ").add(String.valueOf(cost)).add(characters).toString()));
        return table;
    }

    private static int cost(double probability, int most) {
        return (int) Math.min(most, Math.round(-4 * Math.log(probability)));
    }
}
