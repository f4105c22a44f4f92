package io.copydesk.enrich.entity;

import io.copydesk.extraction.language.FunctionWords;
import io.copydesk.extraction.resource.ResourceLines;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of a language that tell what a name stands for, lower case. Languages without a file have function words
 * and given names only. Thread-safe.
 *
 * @param language the primary language tag
 * @param articles stand before names and do not belong to them
 * @param titles stand before a person's name
 * @param saying verbs beside a person's name
 * @param in prepositions before a place
 * @param toward prepositions before a place or anything else
 * @param organisations words within the names of organisations
 * @param places words within the names of places
 * @param others words within names that are none of the three
 * @param peoples written with a capital, but no name
 * @param aliases other names of countries, to ISO 3166-1 alpha-2
 * @param particles small words inside a person's name
 * @param functions function words
 */
record Clues(
        String language,
        Set<String> articles,
        Set<String> titles,
        Set<String> saying,
        Set<String> in,
        Set<String> toward,
        Set<String> organisations,
        Set<String> places,
        Set<String> others,
        Set<String> peoples,
        Map<String, String> aliases,
        Set<String> particles,
        Set<String> functions) {

    static final Set<String> GIVEN_NAMES = words(ResourceLines.of(Clues.class, "given-names.txt"), "");

    private static final Set<String> PARTICLES = Set.of("van", "von", "der", "den", "bin", "ibn");

    private static final Map<String, Clues> READ = new ConcurrentHashMap<>();

    /** The clues of a primary language tag. */
    static Clues of(String language) {
        return READ.computeIfAbsent(language, Clues::read);
    }

    private static Clues read(String language) {
        List<String> lines = ResourceLines.ifPresent(Clues.class, language + ".txt");
        Map<String, String> aliases = new HashMap<>();
        for (String alias : words(lines, "alias")) {
            int equals = alias.indexOf('=');
            aliases.put(alias.substring(0, equals), alias.substring(equals + 1));
        }
        return new Clues(
                language,
                words(lines, "article"),
                words(lines, "title"),
                words(lines, "said"),
                words(lines, "in"),
                words(lines, "toward"),
                words(lines, "organisation"),
                words(lines, "place"),
                words(lines, "other"),
                words(lines, "people"),
                Map.copyOf(aliases),
                lines.isEmpty() ? PARTICLES : words(lines, "particle"),
                Set.copyOf(FunctionWords.of(language)));
    }

    private static Set<String> words(List<String> lines, String kind) {
        Set<String> words = new HashSet<>();
        for (String line : lines) {
            List<String> all = Arrays.asList(line.split(" +"));
            if (kind.isEmpty()) {
                words.addAll(all);
            } else if (all.get(0).equals(kind)) {
                words.addAll(all.subList(1, all.size()));
            }
        }
        return Set.copyOf(words);
    }
}
