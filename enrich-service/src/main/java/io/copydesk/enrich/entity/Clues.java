package io.copydesk.enrich.entity;

import io.copydesk.enrich.language.LanguageTags;
import io.copydesk.enrich.language.PerLanguage;
import io.copydesk.extraction.language.FunctionWords;
import io.copydesk.extraction.resource.ResourceLines;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of a language that are evidence of what a name stands for, lower case. Those within English names of institutions and
 * places count in every language. A language without a file has these, function words, given names and a few particles only.
 * Immutable.
 */
final class Clues {

    /** What a word is evidence of; a line of a language's file starts with the name of its kind, lower case. */
    enum Kind {
        /** Precedes a name and does not belong to it. */
        ARTICLE,
        /** Precedes a person's name. */
        TITLE,
        /** A verb beside a person's name. */
        SAID,
        /** A preposition before a place. */
        IN,
        /** A preposition before a place or anything else. */
        TOWARD,
        /** Within the name of an organisation. */
        ORGANISATION,
        /** Within the name of a place. */
        PLACE,
        /** Within a name that is none of the three. */
        OTHER,
        /** Written with a capital, but no name. */
        PEOPLE,
        /** {@code name=XX}: another name of the country with this ISO 3166-1 alpha-2 code. */
        ALIAS,
        /** A small word inside a person's name. */
        PARTICLE,
        /** A noun before the name of an organisation: "company". */
        GROUP,
        /** A noun before the name of a place: "city". */
        SPOT,
        /** A definite article, also joined with a preposition. */
        THE,
        /** A noun after a person's name: "administration". */
        OWNED,
        /** An article that no city has, but a club named after it. */
        CLUB,
        /** A function word; not from the file. */
        FUNCTION
    }

    private static final Set<String> GIVEN_NAMES =
            ResourceLines.words(ResourceLines.of(Clues.class, "given-names.txt"));

    private static final Set<String> SURNAMES = ResourceLines.words(ResourceLines.of(Clues.class, "surnames.txt"));

    /** The particles of a language without a file. */
    private static final Set<String> PARTICLES = Set.of("van", "von", "der", "den", "bin", "ibn");

    private static final PerLanguage<Clues> BY_LANGUAGE =
            new PerLanguage<>(Clues::new, () -> new Clues(LanguageTags.UNDETERMINED));

    private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);

    private Clues(String language) {
        List<String> lines = ResourceLines.ifPresent(Clues.class, language + ".txt");
        for (Kind kind : Kind.values()) {
            words.put(kind, words(lines, kind.name().toLowerCase(Locale.ROOT)));
        }
        if (!language.equals("en")) {
            List<String> english = ResourceLines.of(Clues.class, "en.txt");
            for (Kind kind : List.of(Kind.ORGANISATION, Kind.PLACE)) {
                Set<String> all = new HashSet<>(words(english, kind.name().toLowerCase(Locale.ROOT)));
                all.addAll(all(kind));
                words.put(kind, Set.copyOf(all));
            }
        }
        words.put(Kind.FUNCTION, FunctionWords.of(language));
        if (lines.isEmpty()) {
            words.put(Kind.PARTICLE, PARTICLES);
        }
    }

    /** The clues of a primary language tag. */
    static Clues of(String language) {
        return BY_LANGUAGE.of(language);
    }

    /** Whether a word is a given name in any language. */
    static boolean isGivenName(String lower) {
        return GIVEN_NAMES.contains(lower);
    }

    /** Whether a word is a surname in any language. */
    static boolean isSurname(String lower) {
        return SURNAMES.contains(lower);
    }

    /** Whether a word is of this kind. */
    boolean is(Kind kind, String lower) {
        return all(kind).contains(lower);
    }

    /** Other names of countries, to ISO 3166-1 alpha-2. */
    Map<String, String> aliases() {
        return all(Kind.ALIAS).stream()
                .map(alias -> alias.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }

    private Set<String> all(Kind kind) {
        return words.getOrDefault(kind, Collections.emptySet());
    }

    private static Set<String> words(List<String> lines, String kind) {
        Set<String> words = new HashSet<>();
        for (String line : lines) {
            List<String> all = Arrays.asList(line.split(" +"));
            if (all.get(0).equals(kind)) {
                words.addAll(all.subList(1, all.size()));
            }
        }
        return Set.copyOf(words);
    }
}
