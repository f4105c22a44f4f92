package io.copydesk.enrich.entity;

import io.copydesk.enrich.entity.Gazetteer.Place;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One name of a text with all its occurrences and the signs of its kind, counted. For one text, by one thread. */
final class Entity {

    /** Signs of a short form that hold for the whole name: an article before a surname tells nothing. */
    private static final Set<Sign> OF_ANY_FORM =
            EnumSet.of(Sign.OPENING, Sign.TITLED, Sign.SAYING, Sign.DESCRIBED, Sign.GROUP, Sign.DEFINED);

    private final Name name;
    private final List<List<Token>> spans = new ArrayList<>(2);
    private final int[] signs = new int[Sign.values().length];
    private boolean surnameAlone;
    private @Nullable String type;
    private @Nullable Place place;

    Entity(Name name) {
        this.name = name;
    }

    void take(Name occurrence) {
        spans.add(occurrence.tokens());
        for (Sign sign : occurrence.signs()) {
            signs[sign.ordinal()]++;
        }
    }

    /** Takes an occurrence that shows nothing. */
    void addSpan(List<Token> words) {
        spans.add(words);
    }

    /** Takes over the occurrences and signs of another form of the name. */
    void join(Entity other) {
        spans.addAll(other.spans);
        for (Sign sign : OF_ANY_FORM) {
            signs[sign.ordinal()] += other.signs[sign.ordinal()];
        }
    }

    Name name() {
        return name;
    }

    /** The words of each occurrence. */
    List<List<Token>> spans() {
        return spans;
    }

    int count() {
        return spans.size();
    }

    int count(Sign sign) {
        return signs[sign.ordinal()];
    }

    boolean has(Sign sign) {
        return count(sign) > 0;
    }

    /** Whether a sign is at half of the occurrences within sentences and more. */
    boolean mostly(Sign sign) {
        return has(sign) && 2 * count(sign) >= count() - count(Sign.OPENING);
    }

    /** Whether it occurs where a capital tells something. */
    boolean inside() {
        return count(Sign.OPENING) < count();
    }

    boolean isSurnameAlone() {
        return surnameAlone;
    }

    void setSurnameAlone() {
        surnameAlone = true;
    }

    @Nullable
    String type() {
        return type;
    }

    void setType(@Nullable String type) {
        this.type = type;
    }

    @Nullable
    Place place() {
        return place;
    }

    void setPlace(Place place) {
        this.place = place;
    }
}
