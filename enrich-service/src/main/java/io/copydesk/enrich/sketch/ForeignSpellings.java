package io.copydesk.enrich.sketch;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.copydesk.enrich.language.PerLanguage;
import java.util.HashMap;
import java.util.HashSet;
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
    private static final Set<String> WITHOUT_CAPITALS =
            Set.of("ar", "bn", "fa", "gu", "he", "hi", "ja", "kn", "ko", "ml", "mr", "ne", "pa", "ta", "te", "th", "ur", "zh");

    private static final PerLanguage<ForeignSpellings> BY_LANGUAGE =
            new PerLanguage<>(ForeignSpellings::read, () -> NONE);

    /** English words by the words of a name, a space between two. */
    private final Map<String, List<String>> english;

    /** What names begin with, by words. */
    private final Set<String> beginnings;

    private ForeignSpellings(Map<String, List<String>> english) {
        this.english = Map.copyOf(english);
        beginnings = new HashSet<>();
        for (String name : english.keySet()) {
            for (int end = name.indexOf(' '); end >= 0; end = name.indexOf(' ', end + 1)) {
                beginnings.add(name.substring(0, end));
            }
            beginnings.add(name);
        }
    }

    /** The names in {@code language}, none for one whose script has capitals. */
    static ForeignSpellings of(String language) {
        return WITHOUT_CAPITALS.contains(language) ? BY_LANGUAGE.of(language) : NONE;
    }

    /** The English words of the longest name that begins at {@code start}; none when none does. */
    List<String> at(List<Word> words, int start) {
        if (english.isEmpty()) {
            return List.of();
        }
        List<String> found = List.of();
        String name = ArabicSpellings.withoutPrefix(words.get(start).text());
        for (int i = start + 1; beginnings.contains(name); i++) {
            found = english.getOrDefault(name, found);
            name = i < words.size() ? name + " " + words.get(i).text() : "";
        }
        return found;
    }

    private static ForeignSpellings read(String language) {
        ULocale locale = ULocale.forLanguageTag(language);
        Map<String, List<String>> names = new HashMap<>();
        LocaleDisplayNames local = LocaleDisplayNames.getInstance(locale);
        LocaleDisplayNames english = LocaleDisplayNames.getInstance(ULocale.ENGLISH);
        for (String code : Locale.getISOCountries()) {
            add(local.regionDisplayName(code), english.regionDisplayName(code), names);
        }
        TimeZoneNames localZones = TimeZoneNames.getInstance(locale);
        TimeZoneNames englishZones = TimeZoneNames.getInstance(ULocale.ENGLISH);
        for (String zone : new TreeSet<>(TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null))) {
            add(localZones.getExemplarLocationName(zone), englishZones.getExemplarLocationName(zone), names);
        }
        return new ForeignSpellings(names);
    }

    private static void add(@Nullable String local, @Nullable String english, Map<String, List<String>> names) {
        if (local != null && english != null && !local.equals(english)) {
            List<String> words = WordTokenizer.of(local).stream().map(Word::text).toList();
            if (!words.isEmpty()) {
                String first = ArabicSpellings.withoutPrefix(words.get(0));
                String name = words.size() == 1 ? first : first + " " + String.join(" ", words.subList(1, words.size()));
                names.putIfAbsent(
                        name,
                        WordTokenizer.of(english).stream().filter(Word::capital).map(Word::text).toList());
            }
        }
    }
}
