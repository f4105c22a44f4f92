package io.copydesk.enrich.story;

import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Sketch;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A work in the {@link StoryForest}. For one thread. */
final class Node {

    private final Sketch original;
    private final Profile profile;
    private final boolean digest;
    private final long slice;
    private @Nullable Set<Node> children;
    private @Nullable Node parent;

    /** Similarity to the parent. */
    private double score;

    private @Nullable String story;
    private long arrived;
    private int number = -1;

    Node(Sketch original, boolean digest, long arrived) {
        this.original = original;
        this.digest = digest;
        this.arrived = arrived;
        profile = Profile.of(original);
        slice = TermIndex.slice(profile);
    }

    /** The id of the work. */
    String id() {
        return original.id();
    }

    /** The sketch of the work's original. */
    Sketch original() {
        return original;
    }

    Profile profile() {
        return profile;
    }

    /** Whether it holds other works as its parts. */
    boolean isDigest() {
        return digest;
    }

    /** Its slice of event time in the {@link TermIndex}. */
    long slice() {
        return slice;
    }

    /** The keys by which it is found in the {@link TermIndex}; computed at each call. */
    long[] keys() {
        return TermIndex.keys(profile, slice);
    }

    /** Its number in the {@link TermIndex}, -1 for none. */
    int number() {
        return number;
    }

    void numberAs(int given) {
        number = given;
    }

    Set<Node> children() {
        return children == null ? Set.of() : Collections.unmodifiableSet(children);
    }

    @Nullable
    Node parent() {
        return parent;
    }

    /** Similarity to the parent. */
    double score() {
        return score;
    }

    boolean isRoot() {
        return parent == null;
    }

    /** The story that it was assigned to last. */
    @Nullable
    String story() {
        return story;
    }

    void assign(String storyId) {
        story = storyId.equals(id()) ? id() : storyId; // most works are the roots of their stories
    }

    /** When its last article came, in milliseconds since 1970. */
    long arrived() {
        return arrived;
    }

    void arrivedAt(long millis) {
        arrived = Math.max(arrived, millis);
    }

    /** Whether it may be the parent of {@code other}, to which it has this similarity. */
    boolean mayBeParentOf(Node other, double similarity) {
        return (!digest || similarity >= StoryConstants.STRICT_THRESHOLD) && isEarlierThan(other);
    }

    boolean isEarlierThan(Node other) {
        return Fingerprint.ORDER.compare(original.fingerprint(), other.original.fingerprint()) < 0;
    }

    /** Makes {@code candidate} the parent when it is more similar than the present one, or as similar and earlier. */
    boolean attachIfBetter(Node candidate, double similarity) {
        boolean better = parent == null || similarity > score || similarity == score && candidate.isEarlierThan(parent);
        if (better) {
            detach();
            parent = candidate;
            score = similarity;
            candidate.addChild(this);
        }
        return better;
    }

    private void addChild(Node child) {
        if (children == null) {
            children = new LinkedHashSet<>();
        }
        children.add(child);
    }

    /** Makes this work a root. */
    void detach() {
        if (parent != null && parent.children != null) {
            parent.children.remove(this);
        }
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
