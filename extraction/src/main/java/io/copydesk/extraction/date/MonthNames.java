package io.copydesk.extraction.date;

import io.copydesk.extraction.resource.ResourceLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Month names of many languages, from {@code months.txt}. */
final class MonthNames {

    private static final List<String> ENGLISH =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Map<String, Name> NAMES = read();
    private static final Set<String> DECISIVE = NAMES.values().stream()
            .filter(name -> name.months().size() > 1)
            .flatMap(name -> name.byLanguage().keySet().stream())
            .collect(Collectors.toUnmodifiableSet());

    private MonthNames() {}

    /**
     * What one word means.
     *
     * @param everyday whether it is also an ordinary word or a name
     * @param months all that it means in any language, in calendar order
     * @param byLanguage the only one that it means in a language
     */
    private record Name(boolean everyday, List<Integer> months, Map<String, List<Integer>> byLanguage) {

        static final Name NONE = new Name(false, List.of(), Map.of());

        List<Integer> in(@Nullable String language) {
            return language == null ? months : byLanguage.getOrDefault(language, months);
        }

        boolean isOf(@Nullable String language) {
            return language != null && byLanguage.containsKey(language);
        }

        Name or(Name other) {
            Map<String, List<Integer>> all = new HashMap<>(byLanguage);
            all.putAll(other.byLanguage);
            Set<Integer> both = new TreeSet<>(months);
            both.addAll(other.months);
            return new Name(everyday || other.everyday, List.copyOf(both), Map.copyOf(all));
        }
    }

    /** The months (1–12) that a folded word means in {@code language}: none, one, or several when the language does not decide. */
    static List<Integer> of(String word, @Nullable String language) {
        return NAMES.getOrDefault(word, Name.NONE).in(language);
    }

    /** The same for running text, where a word that is also an everyday word counts in its own language only. */
    static List<Integer> inProse(String word, @Nullable String language) {
        Name name = NAMES.getOrDefault(word, Name.NONE);
        return name.everyday() && !name.isOf(language) ? List.of() : name.in(language);
    }

    /** The month whose English name a word starts like, however it continues: Febuary, Septembre; none for shorter words than four letters. */
    static List<Integer> misspelt(String word) {
        int index = word.length() < 4 ? -1 : ENGLISH.indexOf(word.substring(0, 3));
        return index < 0 ? List.of() : List.of(index + 1);
    }

    /** Whether {@code language} decides what a word means that names another month elsewhere. */
    static boolean isDecisive(@Nullable String language) {
        return language != null && DECISIVE.contains(language);
    }

    /** The words that name several months. */
    static Set<String> ambiguous() {
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().months().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Name> read() {
        Map<String, Name> names = new HashMap<>();
        for (String line : ResourceLines.of(MonthNames.class, "months.txt")) {
            int colon = line.indexOf(':');
            String[] languages = line.substring(0, colon).split(" ");
            String[] words = line.substring(colon + 1).split("[|]");
            for (int i = 0; i < words.length; i++) {
                List<Integer> month = List.of(i + 1);
                Map<String, List<Integer>> byLanguage =
                        List.of(languages).stream().collect(Collectors.toMap(each -> each, each -> month));
                for (String word : words[i].strip().split(" ")) {
                    boolean everyday = word.endsWith("?");
                    String plain = DateWords.fold(everyday ? word.substring(0, word.length() - 1) : word);
                    names.merge(plain, new Name(everyday, month, byLanguage), Name::or);
                }
            }
        }
        return Map.copyOf(names);
    }
}
