package io.copydesk.enrich.entity;

import io.copydesk.enrich.entity.Gazetteer.Place;
import io.copydesk.schemas.Mention;
import io.copydesk.schemas.Mention.Geo;
import io.copydesk.schemas.Mention.Occurrence;
import io.copydesk.schemas.Quote;
import io.copydesk.schemas.Utf16;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the people, organisations and places that a text names.
 *
 * <p>Made for scripts with capitals; with clue words for English, Spanish, German, French, Italian,
 * Portuguese, Dutch and Polish. A name without a clue to its kind
 * is left out: tuned for precision over recall. Pure; thread-safe.
 */
public final class EntityFinder {

    /** Maximum number of mentions of one text. */
    public static final int MOST = 24;

    /** Maximum number of occurrences of one mention. */
    public static final int MOST_OCCURRENCES = 50;

    /** What is between the names of a list. */
    private static final Set<String> LINKS =
            Set.of(", ", " and ", ", and ", " & ", " y ", " e ", " et ", " und ", " en ", " og ", " och ", " i ");

    private static final int LONGEST_LINK = 6;

    /** Characters of a headline in which names are looked for. */
    private static final int LONGEST_HEADLINE = 1_000;

    /** A name in the headline counts like so many in the text. */
    private static final int IN_HEADLINE = 3;

    private final String text;
    private final List<Token> tokens;
    private final List<Name> names;
    private final Lexicon lexicon;
    private final Clues clues;
    private final Classifier classifier;
    private final Map<String, Entity> entities = new LinkedHashMap<>();

    /** Other forms of a name, lower case. */
    private final Map<String, Entity> aliases = new HashMap<>();

    private EntityFinder(String language, String text) {
        this.text = text;
        lexicon = new Lexicon(language);
        clues = lexicon.clues();
        classifier = new Classifier(lexicon);
        tokens = Tokens.of(text, lexicon::word);
        names = NameFinder.in(tokens, lexicon);
        names.forEach(name ->
                entities.computeIfAbsent(name.key(), k -> new Entity(name)).take(name));
    }

    /**
     * What a text names, the most prominent first, at most {@value #MOST}.
     *
     * @param language a primary language tag such as {@code es}
     */
    public static List<Mention> find(String language, @Nullable String headline, String body) {
        return read(language, headline, body).mentions();
    }

    /**
     * What a text names and whom it quotes.
     *
     * @param mentions the most prominent first, at most {@value #MOST}
     * @param quotes in the order of the text, at most {@value Quote#MOST}; {@code null} in a language without verbs of saying
     */
    public record Reading(List<Mention> mentions, @Nullable List<Quote> quotes) {}

    /**
     * What a text names and whom it quotes.
     *
     * @param language a primary language tag such as {@code es}
     */
    public static Reading read(String language, @Nullable String headline, String body) {
        EntityFinder finder = new EntityFinder(language, body);
        finder.joinOpenings();
        finder.joinPeople();
        finder.entities.values().forEach(finder.classifier::classify);
        finder.joinOrganisations();
        finder.lookBeside();
        finder.findAgain();
        List<Entity> ranked = finder.ranked(headline == null ? "" : headline);
        return new Reading(ranked.stream().map(finder::mention).toList(), finder.quotes(ranked));
    }

    /** Drops the first word of a name that only occurs at the start of sentences, when the rest occurs as a name elsewhere. */
    private void joinOpenings() {
        entities.values().removeIf(entity -> {
            Name name = entity.name();
            if (entity.inside() || name.isWord() || name.first().isGivenName()) {
                return false;
            }
            Entity alone = entities.get(name.keyFrom(1));
            if (alone == null || !alone.inside()) {
                return false;
            }
            alone.join(entity);
            return true;
        });
    }

    /** Counts a surname or a given name that stands alone for the person whose full name the text has. */
    private void joinPeople() {
        Map<String, Entity> byPart = new HashMap<>();
        for (Entity entity : entities.values()) {
            Name name = entity.name();
            if (!name.isWord() && classifier.mayBePerson(name)) {
                for (int i = 1; i < name.size(); i++) {
                    byPart.putIfAbsent(name.keyFrom(i), entity);
                    byPart.putIfAbsent(name.word(i).lower(), entity);
                }
                if (name.first().isGivenName()) {
                    byPart.putIfAbsent(name.first().lower(), entity);
                }
            }
        }
        entities.values().removeIf(alone -> {
            Entity person = person(byPart, alone.name());
            if (person == null || person == alone || alone.name().known().type() != null || isRatherPlace(alone)) {
                return false;
            }
            person.join(alone);
            person.setSurnameAlone();
            aliases.put(alone.name().key(), person);
            return true;
        });
    }

    private @Nullable Entity person(Map<String, Entity> byPart, Name alone) {
        Entity person = byPart.get(alone.key());
        for (String stem : person == null && alone.isWord() ? clues.stems(alone.key()) : List.<String>of()) {
            person = person == null ? byPart.get(stem) : person;
        }
        return person;
    }

    private boolean isRatherPlace(Entity alone) {
        Optional<Place> place = classifier.place(alone.name());
        return place.filter(Place::isCountry).isPresent()
                        && !alone.name().first().isGivenName()
                || place.isPresent() && alone.has(Sign.PLACED) && !alone.has(Sign.SAYING);
    }

    /** Counts the first word of an organisation's name that stands alone and has no kind of its own. */
    private void joinOrganisations() {
        for (Entity whole : List.copyOf(entities.values())) {
            if (Mention.ORGANIZATION.equals(whole.type()) && !whole.name().isWord()) {
                Entity alone = entities.get(whole.name().first().lower());
                if (alone != null && alone.type() == null && alone.inside() && !classifier.isOther(alone.name())) {
                    whole.join(alone);
                    aliases.put(alone.name().key(), whole);
                }
            }
        }
    }

    /** Takes a name of several words for a person's when it is in a list with a person's. */
    private void lookBeside() {
        for (int i = 1; i < names.size(); i++) {
            if (isList(names.get(i - 1), names.get(i))) {
                liken(names.get(i), names.get(i - 1));
            }
        }
        for (int i = names.size() - 1; i > 0; i--) {
            if (isList(names.get(i - 1), names.get(i))) {
                liken(names.get(i - 1), names.get(i));
            }
        }
    }

    private boolean isList(Name one, Name next) {
        int gap = next.start() - one.end();
        return gap > 1 && gap <= LONGEST_LINK && LINKS.contains(text.substring(one.end(), next.start()));
    }

    private void liken(Name name, Name person) {
        Entity entity = entities.get(name.key());
        Entity other = entities.get(person.key());
        if (entity != null
                && entity.type() == null
                && !name.isWord()
                && entity.inside()
                && other != null
                && Mention.PERSON.equals(other.type())
                && !classifier.isOther(name)
                && classifier.mayBePerson(name)) {
            entity.setType(Mention.PERSON);
        }
    }

    /** Finds names in lines whose capitals tell nothing. */
    private void findAgain() {
        if (tokens.stream().allMatch(Token::plain)) {
            return;
        }
        Map<Integer, Entity> owners = new HashMap<>();
        for (Entity entity : entities.values()) {
            entity.spans().forEach(span -> span.forEach(token -> owners.put(token.start(), entity)));
        }
        for (int i = 0; i < tokens.size(); ) {
            int length = tokens.get(i).plain() ? 0 : lengthOfEntity(i, owners);
            i += Math.max(length, 1);
        }
    }

    /**
     * The number of words of a name that begins here and has a kind, or 0.
     *
     * @param owners by the start of a word, what it was counted for
     */
    private int lengthOfEntity(int start, Map<Integer, Entity> owners) {
        if (!tokens.get(start).capital()) {
            return 0;
        }
        StringBuilder words = new StringBuilder();
        Entity found = null;
        int length = 0;
        for (int i = start;
                i < tokens.size()
                        && i - start < KnownNames.LONGEST
                        && tokens.get(i).word();
                i++) {
            String key = words.append(i > start ? " " : "")
                    .append(tokens.get(i).lower())
                    .toString();
            Entity entity = entities.getOrDefault(key, aliases.get(key));
            if (entity != null && entity.type() != null) {
                found = entity;
                length = i - start + 1;
            }
        }
        if (found != null && owners.get(tokens.get(start).start()) != found) {
            found.addSpan(tokens.subList(start, start + length));
        }
        return length;
    }

    private List<Entity> ranked(String headline) {
        String read = Utf16.prefix(headline, LONGEST_HEADLINE);
        Map<Entity, Integer> prominence = new HashMap<>();
        for (Entity entity : entities.values()) {
            prominence.put(entity, entity.count() + (read.contains(entity.name().text()) ? IN_HEADLINE : 0));
        }
        return entities.values().stream()
                .filter(entity -> entity.type() != null)
                .sorted(Comparator.comparing(prominence::get).reversed())
                .limit(MOST)
                .toList();
    }

    private @Nullable List<Quote> quotes(List<Entity> ranked) {
        if (!clues.quotes()) {
            return null;
        }
        Map<Entity, Integer> places = new HashMap<>();
        ranked.forEach(entity -> places.put(entity, places.size()));
        return QuoteFinder.find(text, tokens, lexicon, entities.values(), places);
    }

    private Mention mention(Entity entity) {
        Place place = entity.place();
        return new Mention(
                Objects.requireNonNull(entity.type()),
                entity.name().text(),
                place == null ? null : Geo.at(place.latitude(), place.longitude(), place.country()),
                place == null ? null : place.identifier(),
                occurrences(entity));
    }

    private List<Occurrence> occurrences(Entity entity) {
        List<Occurrence> all = new ArrayList<>();
        entity.spans().stream()
                .sorted(Comparator.comparingInt(span -> span.get(0).start()))
                .limit(MOST_OCCURRENCES)
                .forEach(span -> all.add(new Occurrence(
                        span.get(0).start(), span.get(span.size() - 1).end())));
        return all;
    }
}
