package io.copydesk.enrich.dedup;

import io.copydesk.enrich.features.Sketch;
import io.copydesk.schemas.Relation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** One text and all articles that have it word for word. The first of them stands for all. */
public final class Text {

    static final Comparator<Text> ORDER = Comparator.comparing(Text::first, Sketch.ORDER);

    final SortedSet<Sketch> members = new TreeSet<>(Sketch.ORDER);
    final Map<Text, Edge> edges = new HashMap<>();
    Work work;

    /** Scratch of {@link Works}: how many keys a text that is being connected shares with this one. */
    int shared;

    /** The earliest article. */
    public Sketch first() {
        return members.first();
    }

    /** All articles with this text, earliest first. */
    public SortedSet<Sketch> members() {
        return members;
    }

    /** Whether a shorter text stands in this one. */
    boolean holdsOthers() {
        return edges.entrySet().stream()
                .anyMatch(e -> e.getValue().kind() == Relation.Kind.PART
                        && e.getKey().first().words() < first().words());
    }

    /** The texts that this one relates to, and how. */
    public Map<Text, Edge> edges() {
        return edges;
    }

    /** The work it belongs to. */
    public Work work() {
        return work;
    }
}
