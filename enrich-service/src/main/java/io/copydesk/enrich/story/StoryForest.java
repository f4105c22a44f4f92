package io.copydesk.enrich.story;

import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.TermVector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works and their links: each work hangs on the one earlier work that it is most alike, or on none. A story is a tree.
 *
 * <p>The links are a function of the set of works, so a work that arrives late only changes those links that it is better for.
 * For one thread.
 */
public final class StoryForest {

    /** Works of one language are compared when they share three of their heaviest terms, others when they share two. */
    private static final int ENOUGH_SHARED = 6;

    private static final int SHARED_WITHIN = 2;
    private static final int SHARED_ACROSS = 3;

    /** So many of a work's terms are such keys, within its language and across languages each. */
    private static final int KEYS = 26;

    /** The keys of a work without time; it is compared with works of any time. */
    private static final long TIMELESS = 1L << 30;

    /** A key holds a slice, whether it is across languages, and the hash of a term. */
    private static final int SLICE_SHIFT = 33;

    private static final long ACROSS = 1L << 32;

    /** A work that holds others as its parts may be a digest of the day: only what is this much like it hangs on it. */
    private static final double OF_DIGEST = 0.4;

    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<Long, List<Node>> postings = new HashMap<>();

    /** How many works each slice of time has. */
    private final SortedMap<Long, Integer> slices = new TreeMap<>();

    private final Set<Node> orphans = new LinkedHashSet<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<Node> moved = new LinkedHashSet<>();

    /** Takes a work out; {@link #settle} finds new places for those that hung on it. */
    public void remove(String workId) {
        Node node = nodes.remove(workId);
        orphans.remove(node);
        moved.remove(node);
        changed.add(node.story);
        takeFromIndex(node);
        node.hangOn(null, 0);
        for (Node child : List.copyOf(node.children)) {
            child.hangOn(null, 0);
            orphans.add(child);
            moved.add(child);
        }
    }

    /**
     * Puts a work in, known by its original.
     *
     * @param leaf whether only what is much alike may hang on this one: a digest of the day would chain stories together
     * @param arrived when its last article came, in milliseconds since 1970
     */
    public void add(Sketch original, boolean leaf, long arrived) {
        Node node = new Node(original, leaf);
        node.arrived = arrived;
        nodes.put(original.id(), node);
        moved.add(node);
        for (Node other : alike(node)) {
            double score = Affinity.between(node.profile, other.profile);
            if (score > 0 && other.mayHold(node, score)) {
                node.preferIfBetter(other, score);
            } else if (score > 0 && node.mayHold(other, score) && other.preferIfBetter(node, score)) {
                moved.add(other);
            }
        }
        slices.merge(node.slice, 1, Integer::sum);
        for (long key : node.keys) {
            postings.computeIfAbsent(key, k -> new ArrayList<>(1)).add(node);
        }
    }

    /** Whether only what is much alike may hang on this one. */
    public boolean isLeaf(String workId) {
        return nodes.get(workId).leaf;
    }

    /** The sketch of the original of a work that is in. */
    public Sketch original(String workId) {
        return nodes.get(workId).work;
    }

    /** The story that a work which is in was last said to belong to. */
    public String storyOf(String workId) {
        return nodes.get(workId).story;
    }

    /** Says that a work's members changed, so its story must be told anew. */
    public void touch(String workId, long arrived) {
        Node node = nodes.get(workId);
        node.arrived = Math.max(node.arrived, arrived);
        moved.add(node);
    }

    /** Ids of the stories whose last article came before {@code arrived}. Looks at every work. */
    public List<String> endedBefore(long arrived) {
        Map<Node, Long> last = new HashMap<>();
        nodes.values().forEach(node -> last.merge(node.root(), node.arrived, Math::max));
        return last.entrySet().stream()
                .filter(entry -> entry.getValue() < arrived)
                .map(entry -> entry.getKey().work.id())
                .sorted()
                .toList();
    }

    /** Takes a story out with all its works. */
    public void forget(String storyId) {
        for (String workId : tell(storyId).works()) {
            Node node = nodes.remove(workId);
            takeFromIndex(node);
        }
    }

    private void takeFromIndex(Node node) {
        slices.computeIfPresent(node.slice, (slice, works) -> works == 1 ? null : works - 1);
        for (long key : node.keys) {
            List<Node> posting = postings.get(key);
            posting.remove(node);
            if (posting.isEmpty()) {
                postings.remove(key);
            }
        }
    }

    /**
     * Brings the stories up to date after any number of removals and additions.
     *
     * @return ids of all stories that are new, different, or no more
     */
    public Set<String> settle() {
        for (Node orphan : orphans) {
            for (Node other : alike(orphan)) {
                double score = other.isEarlierThan(orphan) ? Affinity.between(orphan.profile, other.profile) : 0;
                if (score > 0 && other.mayHold(orphan, score)) {
                    orphan.preferIfBetter(other, score);
                }
            }
        }
        for (Node node : moved) {
            if (node.story != null) {
                changed.add(node.story);
            }
            changed.add(node.root().work.id());
        }
        Set<String> result = new LinkedHashSet<>(changed);
        orphans.clear();
        moved.clear();
        changed.clear();
        return result;
    }

    /**
     * The works of a story.
     *
     * @param works the first first; empty when no story has this id
     * @param joined those of them that did not belong to it when it was told the last time, and the story that they belonged to,
     *     {@code null} for none
     */
    public record Telling(List<String> works, Map<String, @Nullable String> joined) {}

    /** The works of a story; notes that they belong to it now. */
    public Telling tell(String storyId) {
        List<String> works = new ArrayList<>();
        Map<String, @Nullable String> joined = new LinkedHashMap<>();
        Node root = nodes.get(storyId);
        if (root == null || root.parent != null) {
            return new Telling(works, joined);
        }
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.pop();
            works.add(node.work.id());
            if (!storyId.equals(node.story)) {
                joined.put(node.work.id(), node.story);
                node.story = storyId;
            }
            node.children.forEach(open::push);
        }
        return new Telling(works, joined);
    }

    /** Works that share enough keys to be compared, within the window of time. */
    private List<Node> alike(Node node) {
        List<Node> found = new ArrayList<>();
        for (long slice : around(node.slice)) {
            for (long key : node.keys) {
                for (Node other : postings.getOrDefault(in(slice, key), List.of())) {
                    if (other != node && other.shares(node, key)) {
                        found.add(other);
                    }
                }
            }
        }
        for (long slice : around(node.slice)) {
            for (long key : node.keys) {
                postings.getOrDefault(in(slice, key), List.of()).forEach(other -> other.shared = 0);
            }
        }
        return found;
    }

    /** A slice is as long as the window, so what is within reach is in it or beside it. */
    private List<Long> around(long slice) {
        if (slice == TIMELESS) {
            return List.copyOf(slices.keySet());
        }
        return Stream.of(TIMELESS, slice - 1, slice, slice + 1)
                .filter(slices::containsKey)
                .toList();
    }

    /** The key of a heavy term in a slice of time. */
    private static long key(int term, boolean across, long slice) {
        return slice << SLICE_SHIFT | (across ? ACROSS : 0) | term & 0xffffffffL;
    }

    /** The key of the same term in another slice. */
    private static long in(long slice, long key) {
        return slice << SLICE_SHIFT | key & (1L << SLICE_SHIFT) - 1;
    }

    private static boolean isAcross(long key) {
        return (key & ACROSS) != 0;
    }

    private static final class Node {
        private final Sketch work;
        private final Profile profile;
        private final boolean leaf;
        private final long slice;
        private final long[] keys;
        private final Set<Node> children = new LinkedHashSet<>();
        private Node parent;
        private double score;
        private String story;
        private long arrived;
        private int shared;

        Node(Sketch work, boolean leaf) {
            this.work = work;
            this.leaf = leaf;
            profile = Profile.of(work);
            Long millis = work.fingerprint().eventMillis();
            slice = millis == null ? TIMELESS : Math.floorDiv(millis, Affinity.WINDOW);
            keys = LongStream.concat(keys(false), keys(true)).toArray();
        }

        /** Counts a shared key, and says whether this one makes them enough. */
        private boolean shares(Node other, long key) {
            if (shared >= ENOUGH_SHARED || isAcross(key) == profile.sameLanguage(other.profile)) {
                return false;
            }
            shared += isAcross(key) ? SHARED_ACROSS : SHARED_WITHIN;
            return shared >= Math.min(ENOUGH_SHARED, SHARED_WITHIN * other.keys.length);
        }

        private LongStream keys(boolean across) {
            TermVector terms = across ? profile.across() : profile.within();
            return Arrays.stream(terms.heaviest(KEYS)).mapToLong(term -> key(term, across, slice));
        }

        boolean mayHold(Node other, double score) {
            return (!leaf || score >= OF_DIGEST) && isEarlierThan(other);
        }

        boolean isEarlierThan(Node other) {
            return Fingerprint.ORDER.compare(work.fingerprint(), other.work.fingerprint()) < 0;
        }

        /** Hangs this work on {@code candidate} when that is a better place than the one it has. */
        boolean preferIfBetter(Node candidate, double found) {
            boolean better = parent == null || found > score || found == score && candidate.isEarlierThan(parent);
            if (better) {
                hangOn(candidate, found);
            }
            return better;
        }

        void hangOn(Node newParent, double newScore) {
            if (parent != null) {
                parent.children.remove(this);
            }
            parent = newParent;
            score = newScore;
            if (parent != null) {
                parent.children.add(this);
            }
        }

        Node root() {
            Node node = this;
            while (node.parent != null) {
                node = node.parent;
            }
            return node;
        }
    }
}
