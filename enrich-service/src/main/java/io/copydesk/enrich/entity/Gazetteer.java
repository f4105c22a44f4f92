package io.copydesk.enrich.entity;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.copydesk.extraction.resource.ResourceLines;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Countries and large cities. The list is made from GeoNames; names of countries, and of some 400 cities, in other
 * languages come from Unicode's CLDR. Of places with one name the largest is meant. Thread-safe.
 */
final class Gazetteer {

    /**
     * A place.
     *
     * @param country ISO 3166-1 alpha-2
     * @param latitude in degrees
     * @param longitude in degrees
     * @param people who live there
     * @param isCountry whether it is a country
     */
    record Place(String country, double latitude, double longitude, long people, boolean isCountry) {}

    private static final Map<String, Place> COUNTRIES = new HashMap<>();
    private static final Map<String, Place> CITIES = new HashMap<>();
    private static final Map<String, Map<String, Place>> BY_LANGUAGE = new ConcurrentHashMap<>();

    static {
        for (String line : ResourceLines.of(Gazetteer.class, "places.txt")) {
            String[] cells = line.split("\t", -1);
            boolean country = cells[1].isEmpty();
            Place place = new Place(
                    cells[0],
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    Long.parseLong(cells[4]),
                    country);
            if (country) {
                COUNTRIES.put(place.country(), place);
            } else {
                CITIES.merge(cells[1].toLowerCase(Locale.ROOT), place, Gazetteer::larger);
            }
        }
    }

    private Gazetteer() {}

    /** The place with this name in a language or in its own. */
    static Optional<Place> find(String language, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String alias = Clues.of(language).aliases().get(lower);
        if (alias != null) {
            return Optional.ofNullable(COUNTRIES.get(alias));
        }
        Place local =
                BY_LANGUAGE.computeIfAbsent(language, Gazetteer::inLanguage).get(lower);
        return Optional.ofNullable(local != null ? local : CITIES.get(lower));
    }

    private static Map<String, Place> inLanguage(String language) {
        Map<String, Place> names = new HashMap<>();
        ULocale locale = new ULocale(language);
        TimeZoneNames cities = TimeZoneNames.getInstance(locale);
        TimeZoneNames english = TimeZoneNames.getInstance(ULocale.ENGLISH);
        for (String zone : zones()) {
            String here = cities.getExemplarLocationName(zone);
            String there = english.getExemplarLocationName(zone);
            Place city = there == null ? null : city(there.toLowerCase(Locale.ROOT));
            if (here != null && city != null) {
                names.put(here.toLowerCase(locale.toLocale()), city);
            }
        }
        LocaleDisplayNames regions = LocaleDisplayNames.getInstance(locale);
        COUNTRIES.forEach(
                (code, country) -> names.put(regions.regionDisplayName(code).toLowerCase(locale.toLocale()), country));
        return Map.copyOf(names);
    }

    private static @Nullable Place city(String english) {
        Place city = CITIES.get(english);
        return city != null ? city : CITIES.get(english + " city");
    }

    private static List<String> zones() {
        Set<String> all = TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null);
        return all.stream().sorted(Comparator.naturalOrder()).toList();
    }

    private static Place larger(Place one, Place other) {
        return other.people() > one.people() ? other : one;
    }
}
