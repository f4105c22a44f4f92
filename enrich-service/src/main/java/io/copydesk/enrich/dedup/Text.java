package io.copydesk.enrich.dedup;

import io.copydesk.enrich.features.Fingerprint;
import io.copydesk.schemas.Relation;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One text and all articles that have it word for word. The first of them stands for all. */
public final class Text {

    static final Comparator<Text> ORDER = Comparator.comparing(Text::first, Fingerprint.ORDER);

    /** Its number in the {@link KeyIndex}. */
    int number;

    /** Scratch of {@link Works}: how many keys a text that is being connected shares with this one. */
    int shared;

    /** {@code null} for a text that is a work of its own. */
    private @Nullable Work work;

    private Fingerprint[] members;

    /** {@code null} while there are none. */
    private @Nullable Map<Text, Link> links;

    Text(Fingerprint first) {
        members = new Fingerprint[] {first};
    }

    /** The earliest article. */
    public Fingerprint first() {
        return members[0];
    }

    /** All articles with this text, earliest first. */
    public List<Fingerprint> members() {
        Fingerprint[] now = members;
        return new AbstractList<>() {
            @Override
            public Fingerprint get(int index) {
                return now[index];
            }

            @Override
            public int size() {
                return now.length;
            }
        };
    }

    void add(Fingerprint member) {
        int place = -1 - Arrays.binarySearch(members, member, Fingerprint.ORDER);
        Fingerprint[] more = Arrays.copyOf(members, members.length + 1);
        System.arraycopy(members, place, more, place + 1, members.length - place);
        more[place] = member;
        members = more;
    }

    /** Takes out one of several members. */
    void remove(Fingerprint member) {
        int place = Arrays.binarySearch(members, member, Fingerprint.ORDER);
        Fingerprint[] fewer = Arrays.copyOf(members, members.length - 1);
        System.arraycopy(members, place + 1, fewer, place, fewer.length - place);
        members = fewer;
    }

    Map<Text, Link> links() {
        return links == null ? Map.of() : links;
    }

    void link(Text other, Link link) {
        if (links == null) {
            links = new HashMap<>(2);
        }
        links.put(other, link);
    }

    void unlink(Text other) {
        if (links != null && links.remove(other) != null && links.isEmpty()) {
            links = null;
        }
    }

    void unlinkAll() {
        links = null;
    }

    /** Whether a shorter text stands in this one. */
    boolean holdsOthers() {
        return edges().entrySet().stream()
                .anyMatch(e -> e.getValue().kind() == Relation.Kind.PART
                        && e.getKey().first().words() < first().words());
    }

    /** The texts that this one relates to, and how. */
    public Map<Text, Edge> edges() {
        if (links == null) {
            return Map.of();
        }
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
        if (links().size() > EdgeRule.MOST_LINKS) {
            return false;
        }
        int strangers = 0;
        for (Map.Entry<Text, Link> entry : links().entrySet()) {
            Text third = entry.getKey();
            boolean isStranger = third != other
                    && !entry.getValue().isCopy()
                    && !other.links().containsKey(third);
            strangers += isStranger ? 1 : 0;
        }
        return strangers <= EdgeRule.MOST_STRANGERS;
    }

    /** The work it belongs to. */
    public Work work() {
        return work != null ? work : new Work(first(), List.of(this), holdsOthers());
    }

    void setWork(@Nullable Work newWork) {
        work = newWork;
    }
}
