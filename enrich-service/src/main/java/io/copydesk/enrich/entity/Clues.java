package io.copydesk.enrich.entity;

import io.copydesk.enrich.language.LanguageTags;
import io.copydesk.enrich.language.PerLanguage;
import io.copydesk.extraction.language.FunctionWords;
import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.extraction.resource.WordHashes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
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
        /** A verb between a name and a participle of saying: "a" in "a déclaré". */
        AUXILIARY,
        /** Ends the name of an event or a work, in any language when it is English. */
        EVENT,
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
        /** A verb of saying, in a form that has a person for its subject. */
        SPEECH,
        /** What names a speaker without a verb: "according to". */
        PER,
        /** What names a speaker directly after a quote: "so" in German. */
        SO,
        /** A pronoun for a man. */
        HE,
        /** A pronoun for a woman. */
        SHE,
        /** A title, an office or a given name of a man. */
        MALE,
        /** The same of a woman. */
        FEMALE,
        /** Begins words for a speaker: "a", "some", "this". */
        DETERMINER,
        /** A function word; not from the file. */
        FUNCTION,
        /** A given name in any language; not from the file. */
        GIVEN,
        /** A surname in any language; not from the file. */
        SURNAME;

        private int bit() {
            return 1 << ordinal();
        }
    }

    /** The bits of names of people in any language. */
    private static final Map<String, Integer> PEOPLE = people();

    private static final WordHashes IN_PEOPLE = WordHashes.of(PEOPLE.keySet());

    /** Fewest letters of the end of a compound, and of what is before it. */
    private static final int COMPOUND = 5;

    private static final int BEFORE_COMPOUND = 2;
    /** Fewest letters that an inflected name keeps. */
    private static final int STEM = 3;

    /** The particles of a language without a file. */
    private static final Set<String> PARTICLES = Set.of("van", "von", "der", "den", "bin", "ibn");

    private static final PerLanguage<Clues> BY_LANGUAGE =
            new PerLanguage<>(Clues::new, () -> new Clues(LanguageTags.UNDETERMINED));

    /** By word, the bits of its kinds, of those that are in a language's lists. */
    private final Map<String, Integer> bits = new HashMap<>();

    private final WordHashes inBits;

    private final Map<String, String> aliases;

    private final boolean headFirst;
    private final boolean nouns;
    private final boolean bare;
    private final boolean quotes;
    /** The bits that a compound has from its last part. */
    private final int compounds;
    /** Endings of inflected names, each with what the name ends with instead. */
    private final List<String[]> endings;

    private Clues(String language) {
        List<String> lines = ResourceLines.ifPresent(Clues.class, language + ".txt");
        for (Kind kind : Kind.values()) {
            if (kind != Kind.ALIAS) {
                add(kind, words(lines, kind));
            }
        }
        if (!language.equals("en")) {
            List<String> english = ResourceLines.of(Clues.class, "en.txt");
            add(Kind.ORGANISATION, words(english, Kind.ORGANISATION));
            add(Kind.PLACE, words(english, Kind.PLACE));
            add(Kind.EVENT, words(english, Kind.EVENT));
        }
        headFirst = words(lines, "order").contains("first");
        nouns = words(lines, "order").contains("nouns");
        bare = words(lines, "order").contains("bare");
        compounds = words(lines, "compound").stream()
                .mapToInt(kind -> Kind.valueOf(kind.toUpperCase(Locale.ROOT)).bit())
                .sum();
        endings = words(lines, "ending").stream()
                .map(ending -> ending.split("=", 2))
                .sorted(Comparator.comparing((String[] ending) -> -ending[0].length())
                        .thenComparing(ending -> ending[0]))
                .toList();
        quotes = !words(lines, Kind.SPEECH).isEmpty();
        add(Kind.FUNCTION, FunctionWords.of(language));
        if (lines.isEmpty()) {
            add(Kind.PARTICLE, PARTICLES);
        }
        inBits = WordHashes.of(bits.keySet());
        aliases = words(lines, Kind.ALIAS).stream()
                .map(alias -> alias.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Map<String, Integer> people() {
        Map<String, Integer> people = new HashMap<>();
        ResourceLines.words(ResourceLines.of(Clues.class, "given-names.txt"))
                .forEach(name -> people.merge(name, Kind.GIVEN.bit(), (one, other) -> one | other));
        ResourceLines.words(ResourceLines.of(Clues.class, "surnames.txt"))
                .forEach(name -> people.merge(name, Kind.SURNAME.bit(), (one, other) -> one | other));
        List<String> genders = ResourceLines.of(Clues.class, "genders.txt");
        for (Kind gender : List.of(Kind.MALE, Kind.FEMALE)) {
            words(genders, gender).forEach(name -> people.merge(name, gender.bit(), (one, other) -> one | other));
        }
        return Collections.unmodifiableMap(people);
    }

    private void add(Kind kind, Set<String> words) {
        words.forEach(word -> bits.merge(word, kind.bit(), (one, other) -> one | other));
    }

    /** The clues of a primary language tag. */
    static Clues of(String language) {
        return BY_LANGUAGE.of(language);
    }

    /** The kinds of a word in lower case, without names of people: the bit of each {@link Kind#ordinal}. */
    int bits(String lower) {
        int own = inBits.mayHold(lower) ? bits.getOrDefault(lower, 0) : 0;
        if (own != 0 || compounds == 0) {
            return own;
        }
        for (int i = BEFORE_COMPOUND; i <= lower.length() - COMPOUND; i++) {
            int last = bits.getOrDefault(lower.substring(i), 0) & compounds;
            if (last != 0) {
                return last;
            }
        }
        return 0;
    }

    /** What an inflected name in lower case may be an inflection of, the likeliest first; empty in most languages. */
    List<String> stems(String lower) {
        if (endings.isEmpty()) {
            return List.of();
        }
        List<String> stems = new ArrayList<>();
        for (String[] ending : endings) {
            if (lower.endsWith(ending[0]) && lower.length() - ending[0].length() >= STEM) {
                stems.add(lower.substring(0, lower.length() - ending[0].length()) + ending[1]);
            }
        }
        return stems;
    }

    /** The same for names of people. */
    static int peopleBits(String lower) {
        return IN_PEOPLE.mayHold(lower) ? PEOPLE.getOrDefault(lower, 0) : 0;
    }

    /** Other names of countries, to ISO 3166-1 alpha-2. */
    Map<String, String> aliases() {
        return aliases;
    }

    /** Whether the noun of an institution's name comes first: "Banco de …"; a line {@code order first}. */
    boolean headFirst() {
        return headFirst;
    }

    /** Whether all nouns have capitals; a line {@code order nouns}. */
    boolean nouns() {
        return nouns;
    }

    /** Whether a verb needs no subject; a line {@code order bare}. */
    boolean bareVerbs() {
        return bare;
    }

    /** Whether quotes are looked for: the language has verbs of saying. */
    boolean quotes() {
        return quotes;
    }

    private static Set<String> words(List<String> lines, Kind kind) {
        return words(lines, kind.name().toLowerCase(Locale.ROOT));
    }

    private static Set<String> words(List<String> lines, String name) {
        Set<String> words = new HashSet<>();
        for (String line : lines) {
            List<String> all = Arrays.asList(line.split(" +"));
            if (all.get(0).equals(name)) {
                words.addAll(all.subList(1, all.size()));
            }
        }
        return words;
    }
}
