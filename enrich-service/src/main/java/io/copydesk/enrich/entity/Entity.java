package io.copydesk.enrich.entity;

import io.copydesk.enrich.entity.Gazetteer.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One name of a text with all its occurrences and the signs of its kind, counted. For one text, by one thread. */
final class Entity {

    /** Signs of a short form that hold for the whole name: an article before a surname tells nothing. */
    private static final Set<Sign> OF_ANY_FORM =
            EnumSet.of(Sign.OPENING, Sign.TITLED, Sign.SAYING, Sign.DESCRIBED, Sign.GROUP, Sign.DEFINED);

    private final Name name;
    private final List<int[]> spans = new ArrayList<>(2);
    private final Map<Sign, Integer> signs = new EnumMap<>(Sign.class);
    private boolean surnameAlone;
    private @Nullable String type;
    private @Nullable Place place;

    Entity(Name name) {
        this.name = name;
    }

    void take(Name occurrence) {
        addSpan(occurrence.start(), occurrence.end());
        occurrence.signs().forEach(sign -> signs.merge(sign, 1, Integer::sum));
    }

    void addSpan(int start, int end) {
        spans.add(new int[] {start, end});
    }

    /** Takes over the occurrences and signs of another form of the name. */
    void join(Entity other) {
        spans.addAll(other.spans);
        other.signs.forEach((sign, count) -> {
            if (OF_ANY_FORM.contains(sign)) {
                signs.merge(sign, count, Integer::sum);
            }
        });
    }

    Name name() {
        return name;
    }

    List<int[]> spans() {
        return spans;
    }

    int count() {
        return spans.size();
    }

    int count(Sign sign) {
        return signs.getOrDefault(sign, 0);
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
