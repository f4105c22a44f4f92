package io.copydesk.enrich.sketch;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.copydesk.enrich.language.PerLanguage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The names of countries and of the cities that time zones are named after, in one language of a script without capitals, with their English
 * spelling (Unicode CLDR, in ICU4J). Immutable and thread-safe.
 */
final class ForeignSpellings {

    private static final ForeignSpellings NONE = new ForeignSpellings(Map.of());
    private static final Set<String> WITHOUT_CAPITALS = Set.of(
            "ar", "bn", "fa", "gu", "he", "hi", "ja", "kn", "ko", "ml", "mr", "ne", "pa", "ta", "te", "th", "ur", "zh");

    private static final PerLanguage<ForeignSpellings> BY_LANGUAGE =
            new PerLanguage<>(ForeignSpellings::read, () -> NONE);

    private final Node root;

    /** What names go on with after some words, and the English words of the name that ends here, none where none does. */
    private record Node(Map<String, Node> next, List<String> english) {}

    private ForeignSpellings(Map<List<String>, List<String>> english) {
        root = node(0, english);
    }

    /** The node of names that have their first {@code depth} words in common. */
    private static Node node(int depth, Map<List<String>, List<String>> names) {
        Map<String, Map<List<String>, List<String>>> longer = new HashMap<>();
        List<String> english = List.of();
        for (Map.Entry<List<String>, List<String>> name : names.entrySet()) {
            if (name.getKey().size() == depth) {
                english = name.getValue();
            } else {
                longer.computeIfAbsent(name.getKey().get(depth), word -> new HashMap<>())
                        .put(name.getKey(), name.getValue());
            }
        }
        Map<String, Node> next = new HashMap<>();
        longer.forEach((word, some) -> next.put(word, node(depth + 1, some)));
        return new Node(Map.copyOf(next), english);
    }

    /** The names in {@code language}, none for one whose script has capitals. */
    static ForeignSpellings of(String language) {
        return WITHOUT_CAPITALS.contains(language) ? BY_LANGUAGE.of(language) : NONE;
    }

    /** The English words of the longest name that begins at {@code start}; none when none does. */
    List<String> at(List<Word> words, int start) {
        if (root.next().isEmpty()) {
            return List.of();
        }
        List<String> found = List.of();
        Node node =
                root.next().get(ArabicSpellings.withoutPrefix(words.get(start).text()));
        for (int i = start + 1; node != null; i++) {
            found = node.english().isEmpty() ? found : node.english();
            node = i < words.size() ? node.next().get(words.get(i).text()) : null;
        }
        return found;
    }

    private static ForeignSpellings read(String language) {
        ULocale locale = ULocale.forLanguageTag(language);
        Map<List<String>, List<String>> names = new HashMap<>();
        LocaleDisplayNames local = LocaleDisplayNames.getInstance(locale);
        LocaleDisplayNames english = LocaleDisplayNames.getInstance(ULocale.ENGLISH);
        for (String code : Locale.getISOCountries()) {
            add(local.regionDisplayName(code), english.regionDisplayName(code), names);
        }
        TimeZoneNames localZones = TimeZoneNames.getInstance(locale);
        TimeZoneNames englishZones = TimeZoneNames.getInstance(ULocale.ENGLISH);
        for (String zone :
                new TreeSet<>(TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null))) {
            add(localZones.getExemplarLocationName(zone), englishZones.getExemplarLocationName(zone), names);
        }
        return new ForeignSpellings(names);
    }

    private static void add(@Nullable String local, @Nullable String english, Map<List<String>, List<String>> names) {
        if (local != null && english != null && !local.equals(english)) {
            List<String> words =
                    WordTokenizer.of(local).stream().map(Word::text).toList();
            if (!words.isEmpty()) {
                List<String> name = new ArrayList<>(words);
                name.set(0, ArabicSpellings.withoutPrefix(words.get(0)));
                names.putIfAbsent(
                        name,
                        WordTokenizer.of(english).stream()
                                .filter(Word::capital)
                                .map(Word::text)
                                .toList());
            }
        }
    }
}
