package io.copydesk.enrich.entity;

import io.copydesk.enrich.entity.Clues.Kind;
import io.copydesk.enrich.entity.Gazetteer.Place;
import io.copydesk.enrich.entity.Gazetteer.PlaceNames;
import io.copydesk.schemas.Mention;
import io.copydesk.schemas.Mention.Geo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the people, organisations and places that a text names.
 *
 * <p>Made for scripts with capitals; measured for English and Spanish only. A name without a clue to its kind
 * is left out: tuned for precision over recall. Pure; thread-safe.
 */
public final class EntityFinder {

    /** Maximum number of mentions of one text. */
    public static final int MOST = 24;

    /** Inhabitants from which a city is recognised without a preposition before it. */
    private static final long LARGE_CITY = 1_000_000;

    /** A name in the headline counts like so many in the text. */
    private static final int IN_HEADLINE = 3;

    private final Clues clues;
    private final PlaceNames places;
    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final Map<String, List<Entity>> byLastName = new HashMap<>();

    /** A name and the evidence of its kind, counted over the text. */
    private static final class Entity {
        private final Name name;
        private int count;
        private int titled;
        private int saying;
        private int placed;
        private int approached;
        private int inside;
        private boolean surnameAlone;
        private @Nullable String type;
        private @Nullable Place place;

        Entity(Name name) {
            this.name = name;
        }

        boolean isWord() {
            return name.words().size() == 1;
        }
    }

    private EntityFinder(String language) {
        clues = Clues.of(language);
        places = Gazetteer.in(language);
    }

    /**
     * What a text names, the most prominent first, at most {@value #MOST}.
     *
     * @param language a primary language tag such as {@code es}
     */
    public static List<Mention> find(String language, @Nullable String headline, String body) {
        EntityFinder finder = new EntityFinder(language);
        NameFinder.in(body, finder.clues, finder.places).forEach(finder::take);
        finder.joinOpenings();
        finder.joinSurnames();
        finder.entities.values().forEach(finder::classify);
        return finder.mentions(headline == null ? "" : headline);
    }

    private void take(Name name) {
        Entity entity = entities.computeIfAbsent(name.text().toLowerCase(Locale.ROOT), t -> new Entity(name));
        entity.count++;
        entity.titled += name.titled() ? 1 : 0;
        entity.saying += clues.is(Kind.SAID, name.before()) || clues.is(Kind.SAID, name.after()) ? 1 : 0;
        entity.placed += clues.is(Kind.IN, name.before()) ? 1 : 0;
        entity.approached += clues.is(Kind.TOWARD, name.before()) ? 1 : 0;
        entity.inside += name.opening() ? 0 : 1;
    }

    /** Drops the first word of a name that only occurs at the start of sentences, when the rest occurs as a name elsewhere. */
    private void joinOpenings() {
        entities.values().removeIf(entity -> {
            Name name = entity.name;
            if (entity.inside > 0 || entity.isWord() || Clues.isGivenName(name.first())) {
                return false;
            }
            String rest = String.join(" ", name.words().subList(1, name.words().size()));
            Entity alone = entities.get(rest.toLowerCase(Locale.ROOT));
            if (alone == null || alone.inside == 0) {
                return false;
            }
            alone.count += entity.count;
            alone.saying += entity.saying;
            return true;
        });
    }

    /** Counts a surname that stands alone for the person whose full name the text has. */
    private void joinSurnames() {
        for (Entity entity : entities.values()) {
            if (!entity.isWord() && mayBePerson(entity)) {
                List<String> words = entity.name.words();
                for (String word : words.subList(1, words.size())) {
                    byLastName
                            .computeIfAbsent(word.toLowerCase(Locale.ROOT), w -> new ArrayList<>(1))
                            .add(entity);
                }
            }
        }
        entities.values().removeIf(alone -> {
            List<Entity> people = alone.isWord() ? byLastName.get(alone.name.first()) : null;
            if (people == null || places.find(alone.name.text()).isPresent() && alone.saying == 0) {
                return false;
            }
            Entity person = people.get(0);
            person.count += alone.count;
            person.titled += alone.titled;
            person.saying += alone.saying;
            person.surnameAlone = true;
            return true;
        });
    }

    private boolean mayBePerson(Entity entity) {
        return entity.name.words().size() <= 5
                && entity.name.words().stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .noneMatch(word -> clues.is(Kind.ORGANISATION, word)
                                || clues.is(Kind.PLACE, word)
                                || clues.is(Kind.OTHER, word))
                && places.find(entity.name.text()).isEmpty();
    }

    private void classify(Entity entity) {
        Name name = entity.name;
        Optional<Place> known = places.find(name.text());
        boolean given = Clues.isGivenName(name.first());
        if (clues.is(Kind.OTHER, name.last()) || clues.is(Kind.OTHER, name.first())) {
            entity.type = null;
        } else if (known.isPresent() && isPlace(entity, known.get(), given)) {
            entity.type = Mention.PLACE;
            entity.place = known.get();
        } else if (isOrganisation(entity)) {
            entity.type = Mention.ORGANIZATION;
        } else if (!entity.isWord() && hasHead(name, Kind.PLACE)) {
            entity.type = Mention.PLACE;
        } else if (isPerson(entity, given)) {
            entity.type = Mention.PERSON;
        } else if (entity.placed > 0 && 2 * entity.placed >= entity.count && !given && !isAllCapitals(name)) {
            entity.type = Mention.PLACE;
        }
    }

    private boolean isPlace(Entity entity, Place place, boolean given) {
        if (place.isCountry() && entity.inside > 0) {
            return true;
        }
        boolean person = entity.saying > 0 || entity.titled > 0;
        return entity.placed > 0
                || entity.approached > 0 && !person && !given
                || place.people() >= LARGE_CITY && !person && !given && entity.inside > 0;
    }

    private boolean isOrganisation(Entity entity) {
        Name name = entity.name;
        if (!entity.isWord()) {
            return hasHead(name, Kind.ORGANISATION);
        }
        String word = name.text().replace(".", "");
        boolean acronym = word.length() >= 2
                && word.length() <= (word.chars().anyMatch(Character::isDigit) ? 4 : 6)
                && word.chars().filter(Character::isUpperCase).count() >= 2
                && word.chars().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
        return acronym && !isRoman(word);
    }

    private static boolean isRoman(String word) {
        return word.chars().allMatch(c -> "IVXLC".indexOf(c) >= 0);
    }

    private boolean hasHead(Name name, Kind kind) {
        return clues.is(kind, name.last()) || clues.is(kind, name.first());
    }

    private boolean isPerson(Entity entity, boolean given) {
        if (entity.isWord()) {
            return entity.titled > 0 || entity.saying > 1 && !clues.is(Kind.PEOPLE, entity.name.first());
        }
        boolean clue = given || entity.titled > 0 || entity.saying > 0 || entity.surnameAlone;
        return clue && mayBePerson(entity) && !isAllCapitals(entity.name);
    }

    private static boolean isAllCapitals(Name name) {
        return name.words().stream()
                .allMatch(word -> word.length() > 1 && word.chars().noneMatch(Character::isLowerCase));
    }

    private List<Mention> mentions(String headline) {
        Map<Entity, Integer> prominence = new HashMap<>();
        for (Entity entity : entities.values()) {
            prominence.put(entity, entity.count + (headline.contains(entity.name.text()) ? IN_HEADLINE : 0));
        }
        return entities.values().stream()
                .filter(entity -> entity.type != null)
                .sorted(Comparator.comparing(prominence::get).reversed())
                .limit(MOST)
                .map(entity -> new Mention(Objects.requireNonNull(entity.type), entity.name.text(), geo(entity.place)))
                .toList();
    }

    private static @Nullable Geo geo(@Nullable Place place) {
        return place == null ? null : Geo.at(place.latitude(), place.longitude(), place.country());
    }
}
