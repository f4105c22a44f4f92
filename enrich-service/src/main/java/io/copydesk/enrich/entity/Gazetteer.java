package io.copydesk.enrich.entity;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.copydesk.enrich.language.LanguageTags;
import io.copydesk.enrich.language.PerLanguage;
import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.extraction.resource.WordHashes;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Countries and large cities. The list is made from GeoNames; names of countries, and of some 400 cities, in other
 * languages come from Unicode's CLDR. Of places with one name the one with most people is taken. Immutable but for tables made
 * at first use; thread-safe.
 */
final class Gazetteer {

    /**
     * A place.
     *
     * @param country ISO 3166-1 alpha-2
     * @param latitude in degrees
     * @param longitude in degrees
     * @param people number of inhabitants
     * @param isCountry whether it is a country
     * @param identifier its address in Wikidata (countries) or GeoNames (cities), {@code null} when not known
     */
    record Place(
            String country,
            double latitude,
            double longitude,
            long people,
            boolean isCountry,
            @Nullable String identifier) {}

    /** The places that are packed with this class. */
    private static final Gazetteer BUNDLED = new Gazetteer(ResourceLines.of(Gazetteer.class, "places.txt"));

    private final Map<String, Place> countries;
    private final Map<String, Place> cities;
    private final WordHashes inCities;
    private final Set<String> cityOpenings;
    private final PerLanguage<PlaceNames> names;

    /** The names of places in one language. */
    final class PlaceNames {
        private final Map<String, String> aliases;
        private final Map<String, Place> local;
        private final Set<String> openings;

        private PlaceNames(String language, ULocale locale) {
            aliases = Clues.of(language).aliases();
            local = localNames(locale);
            openings = openings(local.keySet());
        }

        /** Whether names of several words begin with a word in lower case. */
        boolean opens(String lower) {
            return openings.contains(lower) || cityOpenings.contains(lower);
        }

        /** The country with an ISO 3166-1 alpha-2 code. */
        Optional<Place> country(String code) {
            return Optional.ofNullable(countries.get(code));
        }

        /** The place with this name in the language or in its own. */
        Optional<Place> find(String name) {
            return findLower(name.toLowerCase(Locale.ROOT));
        }

        /** The same for a name in lower case. */
        Optional<Place> findLower(String lower) {
            String alias = aliases.get(lower);
            if (alias != null) {
                return Optional.ofNullable(countries.get(alias));
            }
            Place place = local.get(lower);
            if (place == null && inCities.mayHold(lower)) {
                place = cities.get(lower);
            }
            return Optional.ofNullable(place);
        }
    }

    /**
     * @param lines country, city or nothing for the country itself, latitude, longitude, people, identifier or nothing; separated by
     *     tabs
     */
    Gazetteer(List<String> lines) {
        Map<String, Place> byCode = new HashMap<>();
        Map<String, Place> byName = new HashMap<>();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            boolean country = cells[1].isEmpty();
            Place place = new Place(
                    cells[0],
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    Long.parseLong(cells[4]),
                    country,
                    identifier(country, cells.length > 5 ? cells[5] : ""));
            if (country) {
                byCode.put(place.country(), place);
            } else {
                // What follows a comma says where it is: "Washington, D.C.".
                byName.merge(cells[1].split(",", 2)[0].toLowerCase(Locale.ROOT), place, Gazetteer::larger);
            }
        }
        countries = Collections.unmodifiableMap(byCode);
        cities = Collections.unmodifiableMap(byName);
        inCities = WordHashes.of(byName.keySet());
        cityOpenings = openings(byName.keySet());
        names = new PerLanguage<>(
                language -> new PlaceNames(
                        language, language.equals(LanguageTags.UNDETERMINED) ? ULocale.ROOT : new ULocale(language)),
                // CLDR would answer for an unknown tag in the language of this computer.
                () -> new PlaceNames(LanguageTags.UNDETERMINED, ULocale.ENGLISH));
    }

    /** The names of places in a language: in English for a language that nothing is known of. */
    static PlaceNames in(String language) {
        return BUNDLED.names(language);
    }

    PlaceNames names(String language) {
        return names.of(language);
    }

    /** Without the names that are the same in the list of cities. */
    private Map<String, Place> localNames(ULocale locale) {
        Map<String, Place> found = new HashMap<>();
        TimeZoneNames zoneNames = TimeZoneNames.getInstance(locale);
        TimeZoneNames english = TimeZoneNames.getInstance(ULocale.ENGLISH);
        for (String zone : zones()) {
            String here = zoneNames.getExemplarLocationName(zone);
            String there = english.getExemplarLocationName(zone);
            Place city = there == null ? null : city(there.toLowerCase(Locale.ROOT));
            if (here != null && city != null) {
                found.put(here.toLowerCase(locale.toLocale()), city);
            }
        }
        LocaleDisplayNames regions = LocaleDisplayNames.getInstance(locale);
        countries.forEach(
                (code, country) -> found.put(regions.regionDisplayName(code).toLowerCase(locale.toLocale()), country));
        found.entrySet().removeIf(entry -> entry.getValue() == cities.get(entry.getKey()));
        return Collections.unmodifiableMap(found);
    }

    /** The first words of the names that have several. */
    private static Set<String> openings(Set<String> names) {
        Set<String> first = new HashSet<>();
        for (String name : names) {
            int space = name.indexOf(' ');
            if (space > 0) {
                first.add(name.substring(0, space));
            }
        }
        return Collections.unmodifiableSet(first);
    }

    private static @Nullable String identifier(boolean country, String id) {
        if (id.isEmpty()) {
            return null;
        }
        return (country ? "http://www.wikidata.org/entity/" : "https://sws.geonames.org/") + id + (country ? "" : "/");
    }

    private @Nullable Place city(String english) {
        Place city = cities.get(english);
        return city != null ? city : cities.get(english + " city");
    }

    private static List<String> zones() {
        Set<String> all = TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null);
        return all.stream().sorted(Comparator.naturalOrder()).toList();
    }

    private static Place larger(Place one, Place other) {
        return other.people() > one.people() ? other : one;
    }
}
