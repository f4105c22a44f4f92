package io.copydesk.enrich.story;

import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.enrich.memory.Lookup;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.HeldSketch;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.util.ArrayList;
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
 * Works and the links between those that are similar. The parent of each work is the one earlier work that it is most similar to, or
 * none; works that are joined so are an affair, which has the id of its earliest work. A story is a cluster of works of one affair
 * ({@link MeanLink}), and has the id of its earliest work.
 *
 * <p>Links and stories are a function of the set of works, so a work that arrives late only changes the affair that it belongs to, or
 * those that it joins or parts. For one thread.
 */
public final class StoryForest {

    /** The version of the rule that its state depends on. */
    public static final String RULES = StoryConstants.RULE.label();

    private final Lookup<Node> nodes = new Lookup<>(node -> node.fingerprint().idHash());
    private final TermIndex index;
    private final RecentProfiles recent = new RecentProfiles();
    private final Parting parting = new Parting();

    /** The sketches of all works that are in, but for their fingerprints. */
    private final ByteBlocks blocks;

    /** The stories by id, as of the last time that all was settled. */
    private final Lookup<Cluster> stories =
            new Lookup<>(story -> story.first().fingerprint().idHash());

    /** Links that were added, the later of the two works first. */
    private final List<Gained> gained = new ArrayList<>();

    /** Works whose links changed. */
    private final Set<Node> changed = new LinkedHashSet<>();

    /** The one work that came since all was settled, if nothing else changed; {@code null} for none, or when more did. */
    private @Nullable Node onlyAdded;

    /** Works whose articles changed. */
    private final Set<Node> touched = new LinkedHashSet<>();

    /** Stories that works were removed from. */
    private final Set<Cluster> left = new LinkedHashSet<>();

    /** None yet; all is kept on the heap. */
    public StoryForest() {
        this(ByteBlocks.onHeap());
    }

    /** @param blocks for what is compared of each work; of no other use */
    public StoryForest(ByteBlocks blocks) {
        this(blocks, new TermIndex());
    }

    private StoryForest(ByteBlocks blocks, TermIndex index) {
        this.blocks = blocks;
        this.index = index;
    }

    /** Writes a forest that is settled. */
    public void write(SnapshotWriter out) throws IOException {
        blocks.write(out);
        List<Node> all = nodes();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).placeAt(i);
        }
        WrittenNodes.write(all, out);
        index.write(out);
        out.putInt(stories.size());
        all.forEach(node -> node.placeAt(Node.NO_PLACE));
    }

    /**
     * The forest that was written.
     *
     * @param fingerprints of the articles by id
     * @param memory has the blocks that it had
     */
    public static StoryForest read(
            SnapshotReader in, Function<String, Fingerprint> fingerprints, ByteBlocks.Source memory)
            throws IOException {
        ByteBlocks blocks = memory.read(in);
        List<Node> read = WrittenNodes.read(in, fingerprints, blocks);
        StoryForest forest = new StoryForest(blocks, TermIndex.read(in, read));
        forest.nodes.reserve(read.size());
        read.forEach(forest.nodes::add);
        forest.stories.reserve(in.getInt());
        forest.restoreStories();
        return forest;
    }

    /** The blocks that its works are in. */
    public ByteBlocks blocks() {
        return blocks;
    }

    /** Forms the stories that the works are assigned to. */
    private void restoreStories() {
        for (Node root : nodes()) {
            if (root.parent() == null) {
                Map<String, List<Node>> ofTree = new LinkedHashMap<>();
                for (Node node : Pieces.tree(root)) {
                    String id = Objects.requireNonNull(node.story(), "assigned");
                    ofTree.computeIfAbsent(id, story -> new ArrayList<>()).add(node);
                }
                ofTree.values().forEach(works -> put(new Cluster(works, ofTree.size() > 1 ? root.id() : null)));
            }
        }
    }

    private void put(Cluster story) {
        stories.add(story);
        story.works().forEach(work -> work.joins(story));
    }

    /** Removes a work that is in; {@link #settle} finds new parents for its children. */
    public void remove(String workId) {
        Node node = node(workId);
        onlyAdded = null;
        nodes.remove(node);
        index.remove(node);
        changed.remove(node);
        touched.remove(node);
        if (node.parent() != null) {
            changed.add(node.parent());
        }
        for (int i = 0; i < node.links().size(); i++) {
            changed.add(node.links().other(i)); // its children among them
        }
        Cluster story = node.cluster();
        if (story != null) {
            left.add(story);
            story.works().stream().filter(this::isIn).forEach(changed::add);
        }
        node.unlink();
        node.original().release();
    }

    /**
     * Adds a work, represented by its original.
     *
     * @param arrived when its last article came, in milliseconds since 1970
     */
    public void add(Sketch original, long arrived) {
        blocks.reclaim();
        Node node = new Node(HeldSketch.of(original, blocks), arrived);
        nodes.add(node);
        onlyAdded = changed.isEmpty() ? node : null;
        changed.add(node);
        Profile profile = node.profile();
        long[] keys = TermIndex.keys(profile);
        for (Node other : index.candidates(node, keys)) {
            if (recent.displaces(other) && !Affinity.mayBeSimilar(profile, other)) {
                continue;
            }
            Profile compared = recent.of(other);
            int similarity = Affinity.between(profile, compared);
            if (similarity >= Affinity.UNIT) {
                changed.add(other);
                node.link(other, similarity, profile.toldBy(compared));
                if (other.isEarlierThan(node)) {
                    gained.add(new Gained(node, other, similarity));
                } else {
                    gained.add(new Gained(other, node, similarity));
                }
            }
        }
        index.add(node, keys);
        recent.put(node, profile);
    }

    /** Whether a work is in. */
    public boolean contains(String workId) {
        return find(workId) != null;
    }

    /** The story that a work which is in was last {@linkplain #assign assigned} to, {@code null} before the first time. */
    public @Nullable String storyOf(String workId) {
        return node(workId).story();
    }

    /** Marks the story of a work as dirty, because the work's articles changed; {@link #settle} returns it. */
    public void touch(String workId, long arrived) {
        Node node = node(workId);
        node.arrivedAt(arrived);
        touched.add(node);
    }

    /** When the last article of a work that is in came, in milliseconds since 1970. */
    public long arrived(String workId) {
        return node(workId).arrived();
    }

    /** Ids of the stories of affairs whose last article came before {@code arrived}, sorted. Reads every work. */
    public List<String> endedBefore(long arrived) {
        Map<Node, Long> last = new HashMap<>();
        nodes.forEach(node -> last.merge(node.root(), node.arrived(), Math::max));
        return stories().stream()
                .filter(story -> Objects.requireNonNull(last.get(story.first().root()), "its works are in") < arrived)
                .map(Cluster::id)
                .sorted()
                .toList();
    }

    /** Removes a story with all its works; to be called for all stories of an affair. */
    public void forget(String storyId) {
        Cluster story = story(storyId);
        if (story != null) {
            stories.remove(story);
            for (Node node : story.works()) {
                nodes.remove(node);
                index.remove(node);
                node.unlink();
                node.original().release();
            }
        }
    }

    /**
     * Finds the parents of the works whose links changed in any number of removals and additions, and parts the affairs that changed into stories.
     *
     * @return ids of all stories that are new, changed, or no longer exist
     */
    public Set<String> settle() {
        attach();
        Set<Cluster> former = new LinkedHashSet<>(left);
        Set<Cluster> formed = new LinkedHashSet<>();
        if (onlyAdded == null || !parting.partAround(onlyAdded, former, formed)) {
            Set<Node> roots = new LinkedHashSet<>();
            changed.forEach(node -> roots.add(node.root()));
            roots.forEach(root -> parting.part(Pieces.tree(root), former, formed));
        }
        Set<String> dirty = new LinkedHashSet<>();
        for (Cluster story : former) {
            if (!formed.contains(story)) {
                dirty.add(story.id());
                stories.remove(story);
            }
        }
        for (Cluster story : formed) {
            if (!former.contains(story)) {
                dirty.add(story.id());
                put(story);
            }
        }
        touched.forEach(node -> dirty.add(node.joined().id()));
        changed.clear();
        onlyAdded = null;
        touched.clear();
        left.clear();
        return dirty;
    }

    /** A work that has a parent has the best of all that it was linked to before, so that only new links can be better. */
    private void attach() {
        for (Node node : List.copyOf(changed)) {
            if (node.parent() == null) {
                node.attach();
                onlyAdded = node == onlyAdded || node.parent() == null ? onlyAdded : null;
            }
        }
        for (Gained link : gained) {
            Node before = link.later().parent();
            if (isIn(link.later()) && isIn(link.earlier()) && before != link.earlier()) {
                link.later().attachIfBetter(link.earlier(), link.similarity());
                if (before != null && before != link.later().parent()) {
                    changed.add(before); // in the tree that it left
                    onlyAdded = null;
                }
            }
        }
        gained.clear();
    }

    /** A link that was added. */
    private record Gained(Node later, Node earlier, int similarity) {}

    private boolean isIn(Node node) {
        return nodes.find(node.fingerprint().idHash(), other -> other == node) != null;
    }

    /** Ids of the works of a story, the first one first; empty when no story has this id. */
    public List<String> works(String storyId) {
        Cluster story = story(storyId);
        return story == null ? List.of() : story.works().stream().map(Node::id).toList();
    }

    /** The sketches of the originals of a story's works, the first one first; empty when no story has this id. */
    public List<HeldSketch> originals(String storyId) {
        Cluster story = story(storyId);
        return story == null
                ? List.of()
                : story.works().stream().map(Node::original).toList();
    }

    /**
     * The sketch of the original of that work of a story which is most similar to its others on average; {@code null} when no story has
     * this id.
     */
    public @Nullable HeldSketch central(String storyId) {
        Cluster story = story(storyId);
        return story == null ? null : story.central().original();
    }

    /**
     * The affair that a story belongs to with others: the id of its earliest work. {@code null} when there are no others or no story has
     * this id.
     */
    public @Nullable String about(String storyId) {
        Cluster story = story(storyId);
        return story == null ? null : story.about();
    }

    /**
     * Assigns the works of a story to it.
     *
     * @return by id the works that were not assigned to it before, and the story that they were assigned to, {@code null} for none
     */
    public Map<String, @Nullable String> assign(String storyId) {
        Map<String, @Nullable String> joined = new LinkedHashMap<>();
        Cluster story = story(storyId);
        if (story == null) {
            return joined;
        }
        Fingerprint earliest = story.first().fingerprint();
        for (Node node : story.works()) {
            if (!node.isAssignedTo(earliest)) {
                joined.put(node.id(), node.story());
                node.assign(earliest);
            }
        }
        return joined;
    }

    private List<Node> nodes() {
        List<Node> all = new ArrayList<>(nodes.size());
        nodes.forEach(all::add);
        return all;
    }

    private List<Cluster> stories() {
        List<Cluster> all = new ArrayList<>(stories.size());
        stories.forEach(all::add);
        return all;
    }

    private @Nullable Node find(String workId) {
        return nodes.find(Fingerprint.hashOf(workId), node -> node.fingerprint().isOf(workId));
    }

    private @Nullable Cluster story(String id) {
        return stories.find(
                Fingerprint.hashOf(id), story -> story.first().fingerprint().isOf(id));
    }

    private Node node(String workId) {
        Node node = find(workId);
        if (node == null) {
            throw new NoSuchElementException("no work " + workId);
        }
        return node;
    }
}
