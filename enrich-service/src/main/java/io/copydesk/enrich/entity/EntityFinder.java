package io.copydesk.enrich.entity;

import io.copydesk.enrich.entity.Gazetteer.Place;
import io.copydesk.schemas.Mention;
import io.copydesk.schemas.Mention.Geo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the people, organisations and places that a text names.
 *
 * <p>Made for scripts with capitals; measured for English and Spanish only. A name without a clue to what it stands for
 * is left out, so what is found is surer than complete. Pure; safe for any thread.
 */
public final class EntityFinder {

    /** More are not told of one text. */
    public static final int MOST = 24;

    /** Smaller cities count only behind a preposition. */
    private static final long LARGE_CITY = 1_000_000;

    private static final int IN_HEADLINE = 3;

    private final String language;
    private final Clues clues;
    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final Map<String, List<Entity>> byLastName = new HashMap<>();

    /** A name and all that was seen of it. */
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
        this.language = language;
        this.clues = Clues.of(language);
    }

    /**
     * What a text names, the most prominent first, at most {@value #MOST}.
     *
     * @param language a primary language tag such as {@code es}
     */
    public static List<Mention> find(String language, @Nullable String headline, String body) {
        EntityFinder finder = new EntityFinder(language);
        Names.in(body, finder.clues).forEach(finder::take);
        finder.joinOpenings();
        finder.joinSurnames();
        finder.entities.values().forEach(finder::classify);
        return finder.told(headline == null ? "" : headline);
    }

    private void take(Name name) {
        Entity entity = entities.computeIfAbsent(name.text().toLowerCase(Locale.ROOT), t -> new Entity(name));
        entity.count++;
        entity.titled += name.titled() ? 1 : 0;
        entity.saying +=
                clues.saying().contains(name.before()) || clues.saying().contains(name.after()) ? 1 : 0;
        entity.placed += clues.in().contains(name.before()) ? 1 : 0;
        entity.approached += clues.toward().contains(name.before()) ? 1 : 0;
        entity.inside += name.opening() ? 0 : 1;
    }

    /** A word that only opens the sentence does not belong to the name behind it, which stands elsewhere alone. */
    private void joinOpenings() {
        entities.values().removeIf(entity -> {
            Name name = entity.name;
            if (entity.inside > 0 || entity.isWord() || Clues.GIVEN_NAMES.contains(name.first())) {
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

    /** After the whole name, texts use the last one alone: what is known of it is known of the person. */
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
            if (people == null || Gazetteer.find(language, alone.name.text()).isPresent() && alone.saying == 0) {
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
                        .noneMatch(word -> clues.organisations().contains(word)
                                || clues.places().contains(word)
                                || clues.others().contains(word))
                && Gazetteer.find(language, entity.name.text()).isEmpty();
    }

    private void classify(Entity entity) {
        Name name = entity.name;
        Optional<Place> known = Gazetteer.find(language, name.text());
        boolean given = Clues.GIVEN_NAMES.contains(name.first());
        if (clues.others().contains(name.last()) || clues.others().contains(name.first())) {
            entity.type = null;
        } else if (known.isPresent() && isPlace(entity, known.get(), given)) {
            entity.type = Mention.PLACE;
            entity.place = known.get();
        } else if (isOrganisation(entity)) {
            entity.type = Mention.ORGANIZATION;
        } else if (!entity.isWord() && hasHead(name, clues.places())) {
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
        boolean said = entity.saying > 0 || entity.titled > 0;
        return entity.placed > 0
                || entity.approached > 0 && !said && !given
                || place.people() >= LARGE_CITY && !said && !given && entity.inside > 0;
    }

    private boolean isOrganisation(Entity entity) {
        Name name = entity.name;
        if (!entity.isWord()) {
            return hasHead(name, clues.organisations());
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

    private static boolean hasHead(Name name, Set<String> heads) {
        return heads.contains(name.last()) || heads.contains(name.first());
    }

    private boolean isPerson(Entity entity, boolean given) {
        if (entity.isWord()) {
            return entity.titled > 0 || entity.saying > 1 && !clues.peoples().contains(entity.name.first());
        }
        boolean clue = given || entity.titled > 0 || entity.saying > 0 || entity.surnameAlone;
        return clue && mayBePerson(entity) && !isAllCapitals(entity.name);
    }

    private static boolean isAllCapitals(Name name) {
        return name.words().stream()
                .allMatch(word -> word.length() > 1 && word.chars().noneMatch(Character::isLowerCase));
    }

    private List<Mention> told(String headline) {
        Map<Entity, Integer> prominence = new HashMap<>();
        for (Entity entity : entities.values()) {
            prominence.put(entity, entity.count + (headline.contains(entity.name.text()) ? IN_HEADLINE : 0));
        }
        return entities.values().stream()
                .filter(entity -> entity.type != null)
                .sorted(Comparator.comparing(prominence::get).reversed())
                .limit(MOST)
                .map(entity -> new Mention(entity.type, entity.name.text(), geo(entity.place)))
                .toList();
    }

    private static @Nullable Geo geo(@Nullable Place place) {
        return place == null ? null : Geo.at(place.latitude(), place.longitude(), place.country());
    }
}
