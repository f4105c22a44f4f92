package io.copydesk.enrich.entity;

import io.copydesk.enrich.entity.Clues.Kind;
import io.copydesk.enrich.entity.Gazetteer.Place;
import io.copydesk.enrich.entity.Gazetteer.PlaceNames;
import io.copydesk.schemas.Mention;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides from a name's words and signs whether it is a person, an organisation, a place or nothing that is known. Stateless. */
final class Classifier {

    /** Inhabitants from which a city is recognised without a preposition before it. */
    private static final long LARGE_CITY = 1_000_000;
    /** The same of a city whose name is not one of people. */
    private static final long CITY = 300_000;
    /** Most words of a person's name. */
    private static final int PERSON = 5;
    /** Most letters of an acronym, and most when it has a digit. */
    private static final int ACRONYM = 6;

    private static final int ACRONYM_WITH_DIGIT = 4;

    private final PlaceNames places;
    /** Whether any noun has a capital. */
    private final boolean nouns;

    Classifier(Lexicon lexicon) {
        places = lexicon.places();
        nouns = lexicon.clues().nouns();
    }

    /** The place with this name. */
    Optional<Place> place(Name name) {
        return name.isWord() ? Optional.ofNullable(name.first().place()) : places.findLower(name.key());
    }

    void classify(Entity entity) {
        Name name = entity.name();
        entity.setType(type(entity));
        if (Mention.PLACE.equals(entity.type())) {
            String country = name.known().country();
            Optional<Place> place = country != null ? places.country(country) : findUnlessRegion(name);
            place.ifPresent(entity::setPlace);
        }
    }

    /** A region or state is not the city of the same name. */
    private Optional<Place> findUnlessRegion(Name name) {
        Optional<Place> place = place(name);
        boolean region = name.known().type() != null;
        return place.filter(p -> !region || p.isCountry() || p.people() >= LARGE_CITY);
    }

    private @Nullable String type(Entity entity) {
        Name name = entity.name();
        if (name.text().length() < 2) {
            return null;
        }
        String known = name.known().type();
        if (known != null) {
            return known;
        }
        Optional<Place> place = place(name);
        boolean country = place.filter(Place::isCountry).isPresent();
        boolean thing = name.isWord() && entity.has(Sign.THING) && !entity.has(Sign.TITLED) && place.isEmpty();
        if (!country && (thing || isOther(name))) {
            return null;
        }
        if (entity.has(Sign.DATELINE)) {
            return Mention.PLACE;
        }
        if (place.isPresent() && !country && isClub(entity)) {
            return Mention.ORGANIZATION;
        }
        if (place.isPresent() && isPlace(entity, place.get())) {
            return Mention.PLACE;
        }
        if (isOrganisation(entity)) {
            return Mention.ORGANIZATION;
        }
        if (!name.isWord() && hasHead(name, Kind.PLACE)) {
            return Mention.PLACE;
        }
        if (isPerson(entity)) {
            return Mention.PERSON;
        }
        return byNeighbours(entity, place.isPresent());
    }

    boolean isOther(Name name) {
        if (name.isWord()) {
            return name.first().is(Kind.OTHER)
                    || name.first().is(Kind.PEOPLE)
                    || name.first().is(Kind.FUNCTION)
                    || name.first().is(Kind.TITLE);
        }
        return name.last().is(Kind.OTHER)
                || name.last().is(Kind.EVENT)
                || name.size() == 2 && name.last().is(Kind.OWNED)
                || name.first().is(Kind.OTHER) && !hasHead(name, Kind.ORGANISATION) && !hasHead(name, Kind.PLACE);
    }

    private boolean isPlace(Entity entity, Place place) {
        boolean person = entity.has(Sign.SAYING) || entity.has(Sign.TITLED);
        boolean given = entity.name().first().isGivenName();
        boolean surname = entity.name().last().isSurname();
        if (place.isCountry()) {
            return entity.inside() || !given;
        }
        boolean large = place.people() >= CITY;
        if (!large && entity.has(Sign.DESCRIBED) && !entity.has(Sign.PLACED)) {
            return false;
        }
        return entity.has(Sign.PLACED)
                || entity.has(Sign.BESIDE_PLACE)
                || entity.has(Sign.SPOT)
                || entity.has(Sign.APPROACHED) && !person && !given && (large || !surname)
                || place.people() >= LARGE_CITY && !person
                || large && !person && !given && !surname;
    }

    private static boolean isClub(Entity entity) {
        return entity.name().isWord() && entity.has(Sign.CLUB) && entity.count(Sign.CLUB) >= entity.count(Sign.PLACED);
    }

    private boolean isOrganisation(Entity entity) {
        Name name = entity.name();
        if (entity.has(Sign.DEFINED) || entity.mostly(Sign.GROUP) && !entity.has(Sign.TITLED)) {
            return true;
        }
        if (!name.isWord()) {
            return hasHead(name, Kind.ORGANISATION);
        }
        return isAcronym(name.text()) && (entity.has(Sign.DEFINITE) || entity.has(Sign.SAYING)) && entity.inside();
    }

    private static boolean isAcronym(String text) {
        String word = text.replace(".", "");
        return word.length() >= 2
                && word.length() <= (word.chars().anyMatch(Character::isDigit) ? ACRONYM_WITH_DIGIT : ACRONYM)
                && word.chars().filter(Character::isUpperCase).count() >= 2
                && word.chars().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c))
                && !word.chars().allMatch(c -> "IVXLC".indexOf(c) >= 0);
    }

    private boolean hasHead(Name name, Kind kind) {
        if (name.last().is(kind) || name.first().is(kind)) {
            return true;
        }
        for (int i = 1; i + 1 < name.size(); i++) {
            String next = name.word(i + 1).text();
            if ((next.equals("of") || next.equals("for") || next.equals("de"))
                    && name.word(i).is(kind)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPerson(Entity entity) {
        Name name = entity.name();
        boolean described = entity.has(Sign.TITLED) || entity.has(Sign.DESCRIBED);
        boolean given = name.first().isGivenName();
        boolean surname = name.last().isSurname() && !nouns;
        if (name.isWord()) {
            boolean known = (given || surname) && place(name).isEmpty();
            return (known || entity.inside())
                    && !isAcronym(name.text())
                    && ((nouns && !known ? entity.has(Sign.TITLED) : described)
                                    && !entity.mostly(Sign.PLACED)
                                    && !entity.mostly(Sign.DEFINITE)
                            || entity.count(Sign.SAYING) > (known ? 0 : 1) && !entity.mostly(Sign.DEFINITE)
                            || known
                                    && surname
                                    && entity.count() > 1
                                    && entity.inside()
                                    && !entity.has(Sign.DEFINITE)
                                    && !entity.has(Sign.PLACED));
        }
        boolean likely = (given || surname) && !entity.mostly(Sign.PLACED);
        boolean clue = described || likely || entity.has(Sign.SAYING) || entity.isSurnameAlone();
        return clue && mayBePerson(name) && !isAllCapitals(name) && !entity.mostly(Sign.DEFINITE);
    }

    /** Whether the words of a name of several words allow that it is a person's. */
    boolean mayBePerson(Name name) {
        return name.size() <= PERSON
                && name.tokens().stream().noneMatch(Classifier::isOfNoPerson)
                && place(name).isEmpty()
                && name.known().type() == null;
    }

    private static boolean isOfNoPerson(Token word) {
        return word.form().isHead()
                || word.is(Kind.OTHER)
                || word.is(Kind.EVENT)
                || word.lower().equals("of")
                || word.lower().equals("new");
    }

    private static boolean isAllCapitals(Name name) {
        return name.tokens().stream()
                .map(Token::text)
                .allMatch(word -> word.length() > 1 && word.chars().noneMatch(Character::isLowerCase));
    }

    private @Nullable String byNeighbours(Entity entity, boolean city) {
        boolean given = entity.name().first().isGivenName();
        if (entity.has(Sign.BESIDE_PLACE) || entity.mostly(Sign.SPOT)) {
            return Mention.PLACE;
        }
        if (nouns) {
            return null;
        }
        if (entity.mostly(Sign.PLACED) && !given && !isAllCapitals(entity.name())) {
            return Mention.PLACE;
        }
        if (!entity.name().isWord() && entity.name().first().lower().equals("the")) {
            return Mention.ORGANIZATION;
        }
        boolean headWord = entity.name().isWord()
                && (entity.name().first().is(Kind.ORGANISATION)
                        || entity.name().first().is(Kind.PLACE));
        boolean again = !entity.name().isWord() || entity.count() > 1;
        if (entity.mostly(Sign.DEFINITE) && again && !city && !headWord && !given && entity.inside()) {
            return Mention.ORGANIZATION;
        }
        return null;
    }
}
