package io.copydesk.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes enrichment's list of places from GeoNames' {@code cities*.txt}: capitals and cities of 100,000
 * people and more, and for each country the middle of its cities, weighted by people. Identifiers of countries are kept from the list
 * that is replaced (they are of country-coder); those of cities are GeoNames'.
 *
 * @see <a href="https://download.geonames.org/export/dump/">GeoNames, CC BY 4.0</a>
 */
public final class Places {

    private static final long LEAST_PEOPLE = 100_000;

    private Places() {}

    private record City(
            String id, String name, String country, double latitude, double longitude, long people, boolean capital) {}

    /** Reads the first file, writes the second. */
    public static void main(String[] arguments) throws IOException {
        List<City> cities;
        try (Stream<String> lines = Files.lines(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
            cities = lines.map(Places::city).toList();
        }
        List<String> out = new ArrayList<>();
        out.add(
                "# From GeoNames (geonames.org, CC BY 4.0) by training/places: country, name, latitude, longitude, people,"
                        + " identifier.");
        out.add(
                "# A country itself has no name here and stands where its people are; its identifier is that of Wikidata,"
                        + " by country-coder (ISC).");
        out.add("# The identifier of a city is that of GeoNames.");
        Map<String, String> identifiers = countryIdentifiers(Path.of(arguments[1]));
        Map<String, double[]> countries = new TreeMap<>();
        for (City city : cities) {
            double[] sum = countries.computeIfAbsent(city.country(), c -> new double[3]);
            sum[0] += city.latitude() * city.people();
            sum[1] += city.longitude() * city.people();
            sum[2] += city.people();
        }
        countries.forEach((country, sum) -> {
            if (sum[2] > 0) {
                out.add(line(country, "", sum[0] / sum[2], sum[1] / sum[2], (long) sum[2]) + "\t"
                        + identifiers.getOrDefault(country, ""));
            }
        });
        cities.stream()
                .filter(city -> city.capital() || city.people() >= LEAST_PEOPLE)
                .sorted(Comparator.comparing(City::country)
                        .thenComparing(City::name)
                        .thenComparing(Comparator.comparing(City::people).reversed()))
                .forEach(city ->
                        out.add(line(city.country(), city.name(), city.latitude(), city.longitude(), city.people())
                                + "\t" + city.id()));
        Files.write(Path.of(arguments[1]), out);
    }

    private static Map<String, String> countryIdentifiers(Path list) throws IOException {
        Map<String, String> identifiers = new TreeMap<>();
        if (Files.exists(list)) {
            for (String line : Files.readAllLines(list)) {
                String[] cells = line.split("\t", -1);
                if (cells.length > 5 && cells[1].isEmpty()) {
                    identifiers.put(cells[0], cells[5]);
                }
            }
        }
        return identifiers;
    }

    private static City city(String line) {
        String[] cells = line.split("\t", -1);
        return new City(
                cells[0],
                cells[1],
                cells[8],
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                Long.parseLong(cells[14]),
                cells[7].equals("PPLC"));
    }

    private static String line(String country, String name, double latitude, double longitude, long people) {
        return String.format(Locale.ROOT, "%s\t%s\t%.2f\t%.2f\t%d", country, name, latitude, longitude, people);
    }
}
