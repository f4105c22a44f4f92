package io.copydesk.enrich.dedup;

import io.copydesk.enrich.features.Sketch;
import io.copydesk.schemas.Relation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** One text and all articles that have it word for word. The first of them stands for all. */
public final class Text {

    static final Comparator<Text> ORDER = Comparator.comparing(Text::first, Sketch.ORDER);

    final SortedSet<Sketch> members = new TreeSet<>(Sketch.ORDER);
    final Map<Text, Link> links = new HashMap<>();
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
        return edges().entrySet().stream()
                .anyMatch(e -> e.getValue().kind() == Relation.Kind.PART
                        && e.getKey().first().words() < first().words());
    }

    /** The texts that this one relates to, and how. */
    public Map<Text, Edge> edges() {
        Map<Text, Edge> edges = new HashMap<>();
        links.forEach((other, link) -> edge(other, link).ifPresent(edge -> edges.put(other, edge)));
        return edges;
    }

    /** Whether this text and {@code other}, to which there is {@code link}, are copies. */
    boolean merges(Text other, Link link) {
        return link.isCopy() || link.mayBeEdited() && isAlone(other) && other.isAlone(this);
    }

    private Optional<Edge> edge(Text other, Link link) {
        if (!link.isCopy() && merges(other, link)) {
            return Optional.of(link.asEdited());
        }
        return Optional.ofNullable(link.edge());
    }

    /**
     * Whether what this text shares, it shares with {@code other} and its copies. A passage that stands in several further
     * texts is a quotation or furniture, and tells nothing of how the two relate.
     */
    private boolean isAlone(Text other) {
        if (links.size() > EdgeRule.MOST_LINKS) {
            return false;
        }
        int strangers = 0;
        for (Map.Entry<Text, Link> entry : links.entrySet()) {
            Text third = entry.getKey();
            boolean isStranger = third != other && !entry.getValue().isCopy() && !other.links.containsKey(third);
            strangers += isStranger ? 1 : 0;
        }
        return strangers <= EdgeRule.MOST_STRANGERS;
    }

    /** The work it belongs to. */
    public Work work() {
        return work;
    }
}
