package io.copydesk.enrich.dedup;

import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.schemas.Relation;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One text and all articles that have it word for word; it is compared by the fingerprint of the first. For one thread.
 */
public final class Text {

    static final Comparator<Text> ORDER = (a, b) -> Fingerprint.ORDER.compare(a.first, b.first);

    /** {@code null} for a text that is a work of its own. */
    private @Nullable Work work;

    private static final Fingerprint[] NONE = {};
    private static final int FEW_LINKS = 4;

    private Fingerprint first;

    /** Scratch of a walk over all texts. */
    private int number;

    /** All but the first, in order. */
    private Fingerprint[] copies = NONE;

    /** A compact immutable map up to {@value #FEW_LINKS} links. */
    private Map<Text, SharedText> links = Map.of();

    Text(Fingerprint first) {
        this.first = first;
    }

    /** A text of several articles, in order. */
    static Text of(List<Fingerprint> members) {
        Text text = new Text(members.get(0));
        text.copies = members.subList(1, members.size()).toArray(NONE);
        return text;
    }

    /** The earliest article. */
    public Fingerprint first() {
        return first;
    }

    /** All articles with this text, earliest first. */
    public List<Fingerprint> members() {
        Fingerprint earliest = first;
        Fingerprint[] others = copies;
        return new AbstractList<>() {
            @Override
            public Fingerprint get(int index) {
                return index == 0 ? earliest : others[index - 1];
            }

            @Override
            public int size() {
                return 1 + others.length;
            }
        };
    }

    /** How many articles have it. */
    int size() {
        return 1 + copies.length;
    }

    /** How many members come before one. */
    int rank(Fingerprint member) {
        int place = Arrays.binarySearch(copies, member, Fingerprint.ORDER);
        return place < 0 ? 0 : 1 + place;
    }

    void add(Fingerprint member) {
        Fingerprint copy = Fingerprint.ORDER.compare(member, first) < 0 ? first : member;
        first = copy == first ? member : first;
        int place = -1 - Arrays.binarySearch(copies, copy, Fingerprint.ORDER);
        Fingerprint[] more = Arrays.copyOf(copies, copies.length + 1);
        System.arraycopy(copies, place, more, place + 1, copies.length - place);
        more[place] = copy;
        copies = more;
    }

    /** Takes out one of several members. */
    void remove(Fingerprint member) {
        int place = Arrays.binarySearch(copies, member, Fingerprint.ORDER);
        if (place < 0) {
            first = copies[0];
            place = 0;
        }
        Fingerprint[] fewer = Arrays.copyOf(copies, copies.length - 1);
        System.arraycopy(copies, place + 1, fewer, place, fewer.length - place);
        copies = fewer;
    }

    /** What it shares with other texts; not to be modified. */
    Map<Text, SharedText> links() {
        return links;
    }

    void link(Text other, SharedText link) {
        Map<Text, SharedText> more = links.size() <= FEW_LINKS ? new HashMap<>(links) : links;
        more.put(other, link);
        links = more.size() <= FEW_LINKS ? Map.copyOf(more) : more;
    }

    void unlink(Text other) {
        Map<Text, SharedText> fewer = links.size() <= FEW_LINKS ? new HashMap<>(links) : links;
        fewer.remove(other);
        links = fewer.size() <= FEW_LINKS ? Map.copyOf(fewer) : fewer;
    }

    void unlinkAll() {
        links = Map.of();
    }

    /** Whether a shorter text is a part of this one. */
    boolean holdsOthers() {
        for (Map.Entry<Text, SharedText> entry : links.entrySet()) {
            Text other = entry.getKey();
            SharedText link = entry.getValue();
            boolean shorter = !link.isCopy() && other.first.words() < first.words();
            if (shorter
                    && edge(other, link)
                            .filter(edge -> edge.kind() == Relation.Kind.PART)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The texts that this one relates to, and how. */
    public Map<Text, Edge> edges() {
        if (links.isEmpty()) {
            return Map.of();
        }
        Map<Text, Edge> edges = new HashMap<>();
        forEachEdge(edges::put);
        return edges;
    }

    /** Hands over the texts that this one relates to, and how. */
    void forEachEdge(BiConsumer<Text, Edge> action) {
        links.forEach((other, link) -> edge(other, link).ifPresent(edge -> action.accept(other, edge)));
    }

    /** How it relates to another text. */
    Optional<Edge> edgeTo(Text other) {
        SharedText link = links.get(other);
        return link == null ? Optional.empty() : edge(other, link);
    }

    /** Whether this text and {@code other}, to which there is {@code link}, are copies. */
    boolean merges(Text other, SharedText link) {
        return link.isCopy() || link.mayBeEdited() && sharesOnlyWith(other) && other.sharesOnlyWith(this);
    }

    private Optional<Edge> edge(Text other, SharedText link) {
        if (!link.isCopy() && merges(other, link)) {
            return Optional.of(link.asEdited());
        }
        return Optional.ofNullable(link.edge()).filter(edge -> edge.kind() != Relation.Kind.PART || !isOfSite(other));
    }

    /** Whether the link to another text means more or less by what further texts both have. */
    boolean dependsOnOthers(Text other, SharedText link) {
        return link.mayBeEdited() || !link.isCopy() && link.edge() != null && isOnOneSite(other);
    }

    private boolean isOnOneSite(Text other) {
        return first.site().equals(other.first.site());
    }

    /** Whether what it shares with another text of its site is in further texts of the site, as lists and boxes are. */
    private boolean isOfSite(Text other) {
        if (!isOnOneSite(other)) {
            return false;
        }
        boolean fewer = links.size() < other.links.size();
        Map<Text, SharedText> mine = fewer ? links : other.links;
        Map<Text, SharedText> theirs = fewer ? other.links : links;
        int inBoth = 0;
        for (Map.Entry<Text, SharedText> entry : mine.entrySet()) {
            Text third = entry.getKey();
            SharedText toOther = theirs.get(third);
            boolean copies = entry.getValue().isCopy() || toOther != null && toOther.isCopy();
            inBoth += toOther != null && !copies && isOnOneSite(third) ? 1 : 0;
        }
        return inBoth > EdgeConstants.MOST_OF_SITE_IN_BOTH;
    }

    /**
     * Whether what this text shares with {@code other} is in few texts besides the two and their copies. A passage of several
     * further texts is a quotation or boilerplate, and no evidence of an edition; editions of one further text count as one.
     */
    private boolean sharesOnlyWith(Text other) {
        if (isInCrowd()) {
            return false;
        }
        List<Text> strangers = new ArrayList<>();
        for (Map.Entry<Text, SharedText> entry : links.entrySet()) {
            Text third = entry.getKey();
            if (third != other && !entry.getValue().isCopy() && !other.links.containsKey(third)) {
                strangers.add(third);
            }
        }
        return groups(strangers) <= EdgeConstants.MOST_LINKED_TO_ONE;
    }

    /** Whether it has so many links that it is no edition of any text. */
    boolean isInCrowd() {
        return links.size() > EdgeConstants.MOST_LINKS;
    }

    /** How many groups of texts there are, when those that may be editions of each other are together. */
    private static int groups(List<Text> texts) {
        List<Text> left = new ArrayList<>(texts);
        int groups = 0;
        while (!left.isEmpty()) {
            groups++;
            List<Text> open = new ArrayList<>(List.of(left.remove(left.size() - 1)));
            while (!open.isEmpty()) {
                Text text = open.remove(open.size() - 1);
                left.removeIf(other -> text.mayBeOneWith(other) && open.add(other));
            }
        }
        return groups;
    }

    private boolean mayBeOneWith(Text other) {
        SharedText link = links.get(other);
        return link != null && (link.isCopy() || link.mayBeEdited());
    }

    /** The work that it belongs to. */
    public Work work() {
        return work != null ? work : new Work(List.of(this));
    }

    /** The work that it belongs to if that is of several texts or large; else {@code null}. */
    @Nullable
    Work largerWork() {
        return work;
    }

    /** Whether it belongs to this work, which is of several texts or large. */
    boolean isIn(@Nullable Work whole) {
        return whole != null && work == whole;
    }

    /** The id of the work that it was in after the last regrouping; its first article's when it was a work of its own. */
    String workId() {
        return work == null ? first.id() : work.id();
    }

    boolean isBefore(Text other) {
        return ORDER.compare(this, other) < 0;
    }

    /** The first of its linked earlier texts when it has the maximum of them, else {@code null}. */
    @Nullable
    Text firstOfFullEarlier() {
        if (links.size() < EdgeConstants.MOST_EARLIER) {
            return null;
        }
        List<Text> earlier =
                links.keySet().stream().filter(other -> other.isBefore(this)).toList();
        return earlier.size() < EdgeConstants.MOST_EARLIER ? null : Collections.min(earlier, ORDER);
    }

    /** The number that it was given last. */
    int number() {
        return number;
    }

    void numberAs(int given) {
        number = given;
    }

    /** Whether it is the first of a work of several texts, or of a large one. */
    boolean leadsWork() {
        return work != null && work.texts().get(0) == this;
    }

    /** It has no work until it gets another one. */
    void leaveWork() {
        work = null;
    }

    /** @param newWork kept where it is of several texts or large */
    void setWork(Work newWork) {
        work = newWork.texts().size() > 1 || newWork.isLarge() ? newWork : null;
    }
}
