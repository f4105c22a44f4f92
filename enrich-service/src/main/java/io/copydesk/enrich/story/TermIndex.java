package io.copydesk.enrich.story;

import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An inverted index of works by their heaviest terms, in slices of event time. For one thread. */
final class TermIndex {

    /** The slice of a work without time; it is compared with works of any time. */
    private static final long TIMELESS = 1L << 30;

    /** A key is composed of whether its term is compared across languages, and the hash of the term. */
    private static final long ACROSS = 1L << 32;

    private static final long TERM_MASK = ACROSS - 1;

    /** Instead of a place, of a number that is free. */
    private static final int FREE = -1;

    /** Numbers of a long list that are read in the time in which one is looked for. */
    private static final int NUMBERS_READ_AS_FAST = 16;

    private final SortedMap<Long, Slice> slices = new TreeMap<>();

    /** The numbers of the works of one slice by the hashes of their terms within a language and across languages. */
    private static final class Slice {
        private final PostingLists within;
        private final PostingLists across;
        private int works;

        /** How many of its works that have terms are in each language, and in all. */
        private int[] worksOf = new int[8];

        private int worksWithTerms;

        Slice(PostingLists within, PostingLists across) {
            this.within = within;
            this.across = across;
        }

        PostingLists lists(boolean ofAcross) {
            return ofAcross ? across : within;
        }

        /** Counts {@code more} works of a language. */
        void count(int language, int more) {
            if (language >= worksOf.length) {
                worksOf = Arrays.copyOf(worksOf, Math.max(language + 1, worksOf.length * 2));
            }
            worksOf[language] += more;
            worksWithTerms += more;
        }

        /** Whether some of its works are compared with one of this language by terms within a language, or by those across languages. */
        boolean hasComparedWith(int language, boolean byAcross) {
            if (language == Languages.UNKNOWN) {
                return !byAcross;
            }
            int ofLanguage = language < worksOf.length ? worksOf[language] : 0;
            int within = ofLanguage + worksOf[Languages.UNKNOWN];
            return byAcross ? worksWithTerms > within : within > 0;
        }
    }

    /** By number; {@code null} for a number that is free. */
    private final List<@Nullable Node> nodes = new ArrayList<>();

    private final Deque<Integer> freeNumbers = new ArrayDeque<>();

    private final Languages known = new Languages();

    /** {@link Comparability} of each work by number: read for every work in a list, where the work itself would be far away. */
    private long[] comparable = new long[64];

    /** Scratch of a look-up: the shared keys by number, all zero between look-ups. */
    private byte[] shared = new byte[comparable.length];

    /** Scratch of a look-up: the numbers whose count of shared keys is not zero. */
    private int[] touchedNumbers = new int[comparable.length];

    private int touched;

    /** The slice of a work's event time. */
    static long slice(Profile profile) {
        Long millis = profile.time();
        return millis == null ? TIMELESS : Math.floorDiv(millis, StoryConstants.WINDOW);
    }

    /** The keys of a work. */
    static long[] keys(Profile profile) {
        int[] within = profile.within().heaviest(StoryConstants.KEYS);
        int[] across = profile.across().heaviest(StoryConstants.KEYS);
        long[] keys = new long[within.length + across.length];
        for (int i = 0; i < within.length; i++) {
            keys[i] = within[i] & TERM_MASK;
        }
        for (int i = 0; i < across.length; i++) {
            keys[within.length + i] = ACROSS | across[i] & TERM_MASK;
        }
        return keys;
    }

    /** Writes it, works by their {@linkplain Node#place places}. */
    void write(SnapshotWriter out) throws IOException {
        out.putInt(nodes.size());
        for (Node node : nodes) {
            out.putInt(node == null ? FREE : node.place());
        }
        out.putInt(freeNumbers.size());
        for (int number : freeNumbers) {
            out.putInt(number);
        }
        out.putInt(slices.size());
        for (Map.Entry<Long, Slice> entry : slices.entrySet()) {
            Slice slice = entry.getValue();
            out.putLong(entry.getKey());
            out.putInt(slice.works);
            slice.within.write(out);
            slice.across.write(out);
        }
    }

    /**
     * The index that was written.
     *
     * @param all the works, each at its place
     */
    static TermIndex read(SnapshotReader in, List<Node> all) throws IOException {
        TermIndex index = new TermIndex();
        int count = in.getInt();
        index.reserve(count);
        for (int number = 0; number < count; number++) {
            int place = in.getInt();
            Node node = place == FREE ? null : all.get(place);
            index.nodes.add(node);
            if (node != null) {
                node.numberAs(number);
                index.comparable[number] = Comparability.of(node.profile(), index.known, false);
            }
        }
        for (int left = in.getInt(); left > 0; left--) {
            index.freeNumbers.add(in.getInt());
        }
        for (int left = in.getInt(); left > 0; left--) {
            long time = in.getLong();
            int works = in.getInt();
            Slice slice = new Slice(PostingLists.read(in), PostingLists.read(in));
            slice.works = works;
            index.slices.put(time, slice);
        }
        index.countLanguages();
        return index;
    }

    private void countLanguages() {
        for (Node node : nodes) {
            if (node != null) {
                slice(node).count(language(node), 1);
            }
        }
    }

    /** The number of the language of a work that has a number. */
    private int language(Node node) {
        return Comparability.language(comparable[node.number()]);
    }

    /** The slice that a work is in. */
    private Slice slice(Node node) {
        return Objects.requireNonNull(slices.get(node.slice()), "a work is in the slice of its time");
    }

    /** Makes room for so many numbers. */
    private void reserve(int count) {
        if (count > comparable.length) {
            comparable = Arrays.copyOf(comparable, count);
            shared = new byte[count];
            touchedNumbers = new int[count];
        }
    }

    void add(Node node) {
        add(node, node.keys());
    }

    /** @param keys {@link Node#keys} */
    void add(Node node, long[] keys) {
        Slice slice = slices.computeIfAbsent(node.slice(), number -> new Slice(new PostingLists(), new PostingLists()));
        if (keys.length > 0) {
            node.numberAs(number(node));
            comparable[node.number()] = comparability(node, keys);
            slice.count(language(node), 1);
        }
        for (long key : keys) {
            slice.lists(isAcross(key)).add((int) key, node.number());
        }
        slice.works++;
    }

    /** Removes a work that was added. */
    void remove(Node node) {
        long[] keys = node.keys();
        Slice slice = slice(node);
        for (long key : keys) {
            slice.lists(isAcross(key)).remove((int) key, node.number());
        }
        if (keys.length > 0) {
            slice.count(language(node), -1);
            nodes.set(node.number(), null);
            freeNumbers.push(node.number());
        }
        slice.works--;
        if (slice.works == 0) {
            slices.remove(node.slice());
        }
    }

    private int number(Node node) {
        Integer free = freeNumbers.poll();
        int number = free == null ? nodes.size() : free;
        if (free == null) {
            nodes.add(node);
        } else {
            nodes.set(number, node);
        }
        if (number == comparable.length) {
            comparable = Arrays.copyOf(comparable, number * 2);
            shared = new byte[comparable.length];
            touchedNumbers = new int[comparable.length];
        }
        return number;
    }

    /** Works within the window that share enough keys with {@code node} to be compared, without itself. */
    List<Node> candidates(Node node) {
        return candidates(node, node.keys());
    }

    /** @param keys {@link Node#keys} */
    List<Node> candidates(Node node, long[] keys) {
        List<Node> found = new ArrayList<>();
        int enough = Math.min(StoryConstants.ENOUGH_SHARED, StoryConstants.SHARED_WITHIN * keys.length);
        long own = comparability(node, keys);
        int language = Comparability.language(own);
        for (Slice slice : around(node.slice())) {
            if (slice.hasComparedWith(language, false)) {
                find(node, own, keys, slice, false, needed(enough, StoryConstants.SHARED_WITHIN), found);
            }
            if (slice.hasComparedWith(language, true)) {
                find(node, own, keys, slice, true, needed(enough, StoryConstants.SHARED_ACROSS), found);
            }
        }
        return found;
    }

    private long comparability(Node node, long[] keys) {
        long across = Arrays.stream(keys).filter(TermIndex::isAcross).count();
        return Comparability.of(node.profile(), known, across < StoryConstants.KEYS);
    }

    /** How many keys add up to {@code enough}, each counting {@code share}. */
    private static int needed(int enough, int share) {
        return (enough + share - 1) / share;
    }

    /**
     * Finds the works that are in {@code enough} of the lists of one slice. Works of one language are compared by their terms within it,
     * others by those across languages. A work that shares so many is in one of all lists but the longest {@code enough} - 1 (prefix
     * filtering, Chaudhuri, Ganti and Kaushik 2006), so that a term which most works have costs no more than a rare one. Left out are works that cannot be
     * linked as they are too far in time or share too few terms.
     *
     * @param own {@link Comparability} of {@code node}
     */
    private void find(Node node, long own, long[] keys, Slice slice, boolean across, int enough, List<Node> found) {
        PostingLists postings = slice.lists(across);
        long[] lists = shortestFirst(keys, postings, across);
        if (lists.length == 0 || lists.length < enough) {
            return;
        }
        int longest = lists.length - (enough - 1);
        touched = 0;
        for (int i = 0; i < longest; i++) {
            count(postings.numbers((int) lists[i]), own, across);
        }
        for (int i = longest; i < lists.length; i++) {
            countTouched(postings, (int) lists[i], enough - (lists.length - i));
        }
        for (int i = 0; i < touched; i++) {
            int number = touchedNumbers[i];
            boolean isTooFew = across
                    && shared[number] < StoryConstants.LEAST_SHARED
                    && Comparability.shareOnlyKeys(own, comparable[number]);
            if (shared[number] >= enough && !isTooFew && number != node.number()) {
                found.add(Objects.requireNonNull(nodes.get(number), "a work in a list has its number"));
            }
            shared[number] = 0;
        }
    }

    /** Counts one list, but for works that are not compared by these terms. */
    private void count(int[] numbers, long own, boolean across) {
        byte[] counts = shared;
        long[] ofNumbers = comparable;
        int[] counted = touchedNumbers;
        int found = touched;
        for (int i = 1; i <= numbers[0]; i++) {
            int number = numbers[i];
            if (counts[number] != 0) {
                counts[number]++;
            } else if (Comparability.mayCompare(own, ofNumbers[number], across)) {
                counts[number] = 1;
                counted[found++] = number;
            }
        }
        touched = found;
    }

    /**
     * Counts one list more of the works that share a key already: it is read as a whole unless it is so long that each is looked for in less time.
     *
     * @param least how many keys a work has to share before
     */
    private void countTouched(PostingLists postings, int list, int least) {
        if (postings.size(list) <= (long) touched * NUMBERS_READ_AS_FAST) {
            int[] numbers = postings.numbers(list);
            for (int i = 1; i <= numbers[0]; i++) {
                shared[numbers[i]] += shared[numbers[i]] == 0 ? 0 : 1;
            }
            return;
        }
        for (int i = 0; i < touched; i++) {
            int number = touchedNumbers[i];
            if (shared[number] >= least && postings.contains(list, number)) {
                shared[number]++;
            }
        }
    }

    /** The lists of a slice that are not empty, the shortest first, below how long they are. */
    private static long[] shortestFirst(long[] keys, PostingLists postings, boolean across) {
        long[] lists = new long[keys.length];
        int count = 0;
        for (long key : keys) {
            int list = isAcross(key) == across ? postings.list((int) key) : PostingLists.NONE;
            if (list != PostingLists.NONE) {
                lists[count++] = (long) postings.size(list) << Integer.SIZE | list;
            }
        }
        Arrays.sort(lists, 0, count);
        return Arrays.copyOf(lists, count);
    }

    /** A slice is as long as the window, so all works within the window are in it or in a neighbour. */
    private List<Slice> around(long slice) {
        if (slice == TIMELESS) {
            return List.copyOf(slices.values());
        }
        return Stream.of(TIMELESS, slice - 1, slice, slice + 1)
                .map(slices::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean isAcross(long key) {
        return (key & ACROSS) != 0;
    }
}
