package io.copydesk.enrich.story;

import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.Terms;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works and the links between them: the parent of each work is the one earlier work that it is most similar to, or none. A story is a
 * tree, and has the id of its root.
 *
 * <p>The links are a function of the set of works, so a work that arrives late only changes those links that it is better for.
 * For one thread.
 */
public final class StoryForest {

    /** The version of the rule that its state depends on. */
    public static final String RULES = StoryConstants.RULE.label();

    private static final int ROOT = -1;

    private final Map<String, Node> nodes = new HashMap<>();
    private final TermIndex index = new TermIndex();

    /** Works that lost their parent. */
    private final Set<Node> orphans = new LinkedHashSet<>();

    /** Works whose story is to be emitted again, and stories whose works were removed. */
    private final Set<Node> dirtyWorks = new LinkedHashSet<>();

    private final Set<String> dirtyStories = new LinkedHashSet<>();

    /** Writes a forest that is settled, with its links. The fingerprints of the originals are written by their ids alone. */
    public void write(SnapshotWriter out) throws IOException {
        Map<Node, Integer> numbers = new HashMap<>();
        out.putInt(nodes.size());
        for (Node node : nodes.values()) {
            numbers.put(node, numbers.size());
            out.putText(node.id());
            out.putText(node.original().headline());
            node.original().terms().write(out);
            out.putBoolean(node.isDigest());
            out.putLong(node.arrived());
            out.putText(node.story());
        }
        for (Node node : nodes.values()) {
            Node parent = node.parent();
            out.putInt(parent == null ? ROOT : Objects.requireNonNull(numbers.get(parent), "a parent is in"));
            out.putDouble(node.score());
        }
    }

    /**
     * The forest that was written.
     *
     * @param fingerprints of the articles by id
     */
    public static StoryForest read(SnapshotReader in, Function<String, Fingerprint> fingerprints) throws IOException {
        StoryForest forest = new StoryForest();
        List<Node> read = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            Fingerprint original = fingerprints.apply(Objects.requireNonNull(in.getText()));
            Sketch sketch = new Sketch(original, in.getText(), Terms.read(in));
            Node node = new Node(sketch, in.getBoolean(), in.getLong());
            String story = in.getText();
            if (story != null) {
                node.assign(story);
            }
            forest.nodes.put(node.id(), node);
            forest.index.add(node);
            read.add(node);
        }
        for (Node node : read) {
            int parent = in.getInt();
            double score = in.getDouble();
            if (parent != ROOT) {
                node.attachIfBetter(read.get(parent), score);
            }
        }
        return forest;
    }

    /** Removes a work that is in; {@link #settle} finds new parents for its children. */
    public void remove(String workId) {
        Node node = node(workId);
        nodes.remove(workId);
        index.remove(node);
        orphans.remove(node);
        dirtyWorks.remove(node);
        if (node.story() != null) {
            dirtyStories.add(node.story());
        }
        node.detach();
        for (Node child : List.copyOf(node.children())) {
            child.detach();
            orphans.add(child);
            dirtyWorks.add(child);
        }
    }

    /**
     * Adds a work, represented by its original.
     *
     * @param digest whether it holds other works as its parts; it is a parent of very similar works only, as a digest of the day would
     *     chain stories together
     * @param arrived when its last article came, in milliseconds since 1970
     */
    public void add(Sketch original, boolean digest, long arrived) {
        Node node = new Node(original, digest, arrived);
        nodes.put(original.id(), node);
        dirtyWorks.add(node);
        for (Node other : index.candidates(node)) {
            double similarity = Affinity.between(node.profile(), other.profile());
            if (similarity > 0 && other.mayBeParentOf(node, similarity)) {
                node.attachIfBetter(other, similarity);
            } else if (similarity > 0
                    && node.mayBeParentOf(other, similarity)
                    && other.attachIfBetter(node, similarity)) {
                dirtyWorks.add(other);
            }
        }
        index.add(node);
    }

    /** Whether a work is in. */
    public boolean contains(String workId) {
        return nodes.containsKey(workId);
    }

    /** Whether a work that is in was added as a digest. */
    public boolean isDigest(String workId) {
        return node(workId).isDigest();
    }

    /** The sketch of the original of a work that is in. */
    public Sketch original(String workId) {
        return node(workId).original();
    }

    /** The story that a work which is in was last {@linkplain #assign assigned} to, {@code null} before the first time. */
    public @Nullable String storyOf(String workId) {
        return node(workId).story();
    }

    /** Marks the story of a work as dirty, because the work's articles changed; {@link #settle} returns it. */
    public void touch(String workId, long arrived) {
        Node node = node(workId);
        node.arrivedAt(arrived);
        dirtyWorks.add(node);
    }

    /** When the last article of a work that is in came, in milliseconds since 1970. */
    public long arrived(String workId) {
        return node(workId).arrived();
    }

    /** Ids of the stories whose last article came before {@code arrived}, sorted. Reads every work. */
    public List<String> endedBefore(long arrived) {
        Map<Node, Long> last = new HashMap<>();
        nodes.values().forEach(node -> last.merge(node.root(), node.arrived(), Math::max));
        return last.entrySet().stream()
                .filter(entry -> entry.getValue() < arrived)
                .map(entry -> entry.getKey().id())
                .sorted()
                .toList();
    }

    /** Removes a story with all its works. */
    public void forget(String storyId) {
        for (Node node : tree(storyId)) {
            nodes.remove(node.id());
            index.remove(node);
        }
    }

    /**
     * Finds the parents that are missing after any number of removals and additions.
     *
     * @return ids of all stories that are new, changed, or no longer exist
     */
    public Set<String> settle() {
        for (Node orphan : orphans) {
            for (Node other : index.candidates(orphan)) {
                double similarity =
                        other.isEarlierThan(orphan) ? Affinity.between(orphan.profile(), other.profile()) : 0;
                if (similarity > 0 && other.mayBeParentOf(orphan, similarity)) {
                    orphan.attachIfBetter(other, similarity);
                }
            }
        }
        Set<String> dirty = new LinkedHashSet<>(dirtyStories);
        for (Node node : dirtyWorks) {
            if (node.story() != null) {
                dirty.add(node.story());
            }
            dirty.add(node.root().id());
        }
        orphans.clear();
        dirtyWorks.clear();
        dirtyStories.clear();
        return dirty;
    }

    /** Ids of the works of a story, the root first; empty when no story has this id. */
    public List<String> works(String storyId) {
        return tree(storyId).stream().map(Node::id).toList();
    }

    /**
     * Assigns the works of a story to it.
     *
     * @return by id the works that were not assigned to it before, and the story that they were assigned to, {@code null} for none
     */
    public Map<String, @Nullable String> assign(String storyId) {
        Map<String, @Nullable String> joined = new LinkedHashMap<>();
        for (Node node : tree(storyId)) {
            if (!storyId.equals(node.story())) {
                joined.put(node.id(), node.story());
                node.assign(storyId);
            }
        }
        return joined;
    }

    private List<Node> tree(String storyId) {
        List<Node> tree = new ArrayList<>();
        Node root = nodes.get(storyId);
        if (root == null || !root.isRoot()) {
            return tree;
        }
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.pop();
            tree.add(node);
            node.children().forEach(open::push);
        }
        return tree;
    }

    private Node node(String workId) {
        Node node = nodes.get(workId);
        if (node == null) {
            throw new NoSuchElementException("no work " + workId);
        }
        return node;
    }
}
