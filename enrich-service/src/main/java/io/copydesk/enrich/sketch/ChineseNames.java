package io.copydesk.enrich.sketch;

import com.ibm.icu.text.Transliterator;
import io.copydesk.extraction.resource.ResourceLines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of Chinese people as they are spelled in Latin letters (Hanyu Pinyin, without tones and spaces). In a Chinese text those are a surname and the one or
 * two characters behind it which stand there more than once: many are no names, but hardly ever meet a name in another language. Elsewhere they are a spelled
 * surname and a word of one or two syllables, both with a capital. Stateless and thread-safe.
 */
final class ChineseNames {

    private static final String CHINESE = "zh";

    /** How often a text has a name at least. */
    private static final int LEAST = 2;

    private static final int LONGEST_SURNAME = 2;
    private static final int LONGEST_GIVEN = 2;
    private static final Set<String> SURNAMES = surnames();
    private static final Pinyin PINYIN = new Pinyin();
    private static final Set<String> SPELLED_SURNAMES =
            SURNAMES.stream().map(PINYIN::of).collect(Collectors.toUnmodifiableSet());

    /** An initial and a final make a syllable; that some of these do not exist does no harm. */
    private static final Pattern SPELLED_GIVEN =
            Pattern.compile("((zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan"
                    + "|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|[aeiou])){1," + LONGEST_GIVEN + "}");

    private ChineseNames() {}

    private static Set<String> surnames() {
        Set<String> surnames = new HashSet<>();
        for (String line : ResourceLines.of(ChineseNames.class, "chinese-surnames.txt")) {
            if (line.length() == LONGEST_SURNAME) {
                surnames.add(line);
            } else {
                line.chars().mapToObj(Character::toString).forEach(surnames::add);
            }
        }
        return Set.copyOf(surnames);
    }

    /** Hands over each name in a text, and how often it is there. */
    static void forEach(List<Word> words, String language, ObjIntConsumer<String> action) {
        Map<String, Integer> names = language.equals(CHINESE) ? written(words) : spelled(words);
        names.forEach(action::accept);
    }

    private static Map<String, Integer> spelled(List<Word> words) {
        Map<String, Integer> names = new HashMap<>();
        for (int i = 1; i < words.size(); i++) {
            Word surname = words.get(i - 1);
            Word given = words.get(i);
            if (surname.capital()
                    && given.capital()
                    && !given.opening()
                    && SPELLED_SURNAMES.contains(surname.text())
                    && SPELLED_GIVEN.matcher(given.text()).matches()) {
                names.merge(surname.text() + given.text(), 1, Integer::sum);
            }
        }
        return names;
    }

    private static Map<String, Integer> written(List<Word> words) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            int surname = surname(words, i);
            for (int end = i + surname + 1; surname > 0 && end <= i + surname + LONGEST_GIVEN; end++) {
                if (end > words.size() || !isHan(words.get(end - 1).text())) {
                    break;
                }
                counts.merge(written(words, i, end), 1, Integer::sum);
            }
        }
        Map<String, Integer> names = new HashMap<>(counts);
        counts.forEach(
                (name, count) -> names.remove(name.substring(0, name.length() - 1), count)); // only ever its beginning
        Map<String, Integer> spelled = new HashMap<>();
        names.forEach((name, count) -> {
            if (count >= LEAST) {
                spelled.merge(PINYIN.of(name), count, Integer::sum);
            }
        });
        return spelled;
    }

    /** The length of the surname that begins here, 0 for none. */
    private static int surname(List<Word> words, int start) {
        if (!isHan(words.get(start).text())) {
            return 0;
        }
        if (start + LONGEST_SURNAME <= words.size()
                && SURNAMES.contains(written(words, start, start + LONGEST_SURNAME))) {
            return LONGEST_SURNAME;
        }
        return SURNAMES.contains(words.get(start).text()) ? 1 : 0;
    }

    private static String written(List<Word> words, int start, int end) {
        StringBuilder written = new StringBuilder();
        words.subList(start, end).forEach(word -> written.append(word.text()));
        return written.toString();
    }

    private static boolean isHan(String text) {
        return text.length() == 1 && Character.UnicodeScript.of(text.charAt(0)) == Character.UnicodeScript.HAN;
    }

    /** Readings that are usual in names (Unihan, in ICU4J). Thread-safe. */
    private static final class Pinyin {
        private final Transliterator transliterator = Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Lower");

        synchronized String of(String name) {
            return transliterator.transliterate(name).replace(" ", "");
        }
    }
}
