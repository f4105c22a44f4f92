package io.copydesk.enrich.story;

import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.HeldSketch;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A work in the {@link StoryForest}. For one thread. */
final class Node {

    /** Earlier first. */
    static final Comparator<Node> ORDER = (a, b) -> Fingerprint.ORDER.compare(a.fingerprint(), b.fingerprint());

    /** The place of a work that has none. */
    static final int NO_PLACE = -1;

    private final HeldSketch original;
    private final @Nullable String language;
    private final Links links = new Links();
    private @Nullable Node parent;

    /** The first of its children, which know the others: fewer bytes than a set, as most have none. */
    private @Nullable Node child;

    private @Nullable Node nextSibling;
    private @Nullable Node previousSibling;

    /** Similarity to the parent. */
    private int similarity;

    /** The works that it was parted into stories with, the earliest first. */
    private List<Node> piece = List.of();

    private @Nullable Cluster cluster;

    /** Of the earliest work of the story that it was assigned to. */
    private @Nullable Fingerprint story;

    private long arrived;
    private int number = -1;
    private int place = NO_PLACE;

    /**
     * A node without links.
     *
     * @param original the sketch of the work's original
     * @param arrived when the last article came, in milliseconds since 1970
     */
    Node(HeldSketch original, long arrived) {
        this.arrived = arrived;
        this.original = original;
        language = Profile.primary(original.fingerprint().language());
    }

    /** The id of the work. */
    String id() {
        return original.fingerprint().id();
    }

    /** The sketch of the work's original. */
    HeldSketch original() {
        return original;
    }

    Fingerprint fingerprint() {
        return original.fingerprint();
    }

    /** Whether it has too few words to be similar to all reports of its event. */
    boolean isShort() {
        return fingerprint().words() < StoryConstants.SHORT_WORDS;
    }

    /** Primary language tag, {@code null} when unknown. */
    @Nullable
    String language() {
        return language;
    }

    /** What is compared; composed at each call. */
    Profile profile() {
        return new Profile(original, language);
    }

    /** Its slice of event time in the {@link TermIndex}. */
    long slice() {
        return TermIndex.slice(profile());
    }

    /** The keys by which it is found in the {@link TermIndex}; computed at each call. */
    long[] keys() {
        return TermIndex.keys(profile());
    }

    /** Its number in the {@link TermIndex}, -1 for none. */
    int number() {
        return number;
    }

    void numberAs(int given) {
        number = given;
    }

    /** Its place among the works that are being parted or written, {@link #NO_PLACE} when it is none of them. */
    int place() {
        return place;
    }

    void placeAt(int given) {
        place = given;
    }

    /** All works that it is similar to. */
    Links links() {
        return links;
    }

    /** Whether it is the parent of another work. */
    boolean hasChildren() {
        return child != null;
    }

    /** Hands over the works whose parent it is, in any order. */
    void forEachChild(Consumer<Node> action) {
        for (Node next = child; next != null; ) {
            Node following = next.nextSibling;
            action.accept(next);
            next = following;
        }
    }

    @Nullable
    Node parent() {
        return parent;
    }

    /** Similarity to the parent. */
    int similarity() {
        return similarity;
    }

    /** The works that it was parted into stories with; empty before the first time. */
    List<Node> piece() {
        return piece;
    }

    void partedWith(List<Node> works) {
        piece = works;
    }

    /** The works that it forms a story with; {@code null} before it was parted. */
    @Nullable
    Cluster cluster() {
        return cluster;
    }

    /** The same of a work that was parted. */
    Cluster joined() {
        return Objects.requireNonNull(cluster, "a work is parted when it is settled");
    }

    void joins(Cluster formed) {
        cluster = formed;
    }

    /** The story that it was assigned to last. */
    @Nullable
    String story() {
        return story == null ? null : story.id();
    }

    boolean isAssignedTo(Fingerprint earliest) {
        return story != null && story.isOfSameArticle(earliest);
    }

    /** @param earliest of the earliest work of a story */
    void assign(Fingerprint earliest) {
        story = earliest;
    }

    /** When its last article came, in milliseconds since 1970. */
    long arrived() {
        return arrived;
    }

    void arrivedAt(long millis) {
        arrived = Math.max(arrived, millis);
    }

    boolean isEarlierThan(Node other) {
        return ORDER.compare(this, other) < 0;
    }

    /** Links both works; {@link #attach} makes a parent of one of them, if any. */
    void link(Node other, int similar, int told) {
        links.add(other, similar, told);
        other.links.add(this, similar, told);
    }

    /** Removes all of its links and leaves its children without a parent. */
    void unlink() {
        for (int i = 0; i < links.size(); i++) {
            links.other(i).links.remove(this);
        }
        detach();
        forEachChild(Node::detach);
    }

    /** Makes the most similar of the earlier works that it links to its parent, of equal ones the earliest. */
    void attach() {
        for (int i = 0; i < links.size(); i++) {
            if (links.other(i).isEarlierThan(this)) {
                attachIfBetter(links.other(i), links.similarity(i));
            }
        }
    }

    /** Makes an earlier work that it links to its parent, if that is more similar than the one it has, of equal ones the earlier. */
    void attachIfBetter(Node candidate, int similar) {
        boolean better = parent == null
                || similar > similarity
                || similar == similarity && candidate != parent && candidate.isEarlierThan(parent);
        if (better) {
            detach();
            parent = candidate;
            similarity = similar;
            candidate.addChild(this);
        }
    }

    private void addChild(Node added) {
        added.nextSibling = child;
        if (child != null) {
            child.previousSibling = added;
        }
        child = added;
    }

    private void detach() {
        if (nextSibling != null) {
            nextSibling.previousSibling = previousSibling;
        }
        if (previousSibling != null) {
            previousSibling.nextSibling = nextSibling;
        } else if (parent != null) {
            parent.child = nextSibling;
        }
        nextSibling = null;
        previousSibling = null;
        parent = null;
    }

    Node root() {
        Node node = this;
        for (Node above = parent; above != null; above = node.parent) {
            node = above;
        }
        return node;
    }
}
