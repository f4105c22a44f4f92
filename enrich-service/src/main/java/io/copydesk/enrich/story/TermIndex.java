package io.copydesk.enrich.story;

import io.copydesk.enrich.sketch.TermVector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An inverted index of works by their heaviest terms, in slices of event time. For one thread. */
final class TermIndex {

    /** The slice of a work without time; it is compared with works of any time. */
    private static final long TIMELESS = 1L << 30;

    /** A key is composed of a slice, whether its term is compared across languages, and the hash of the term. */
    private static final int SLICE_SHIFT = 33;

    private static final long ACROSS = 1L << 32;

    private final Map<Long, Postings> postings = new HashMap<>();

    /** Number of works in each slice. */
    private final SortedMap<Long, Integer> slices = new TreeMap<>();

    /** By number; {@code null} for a number that is free. */
    private final List<@Nullable Node> nodes = new ArrayList<>();

    private final Deque<Integer> freeNumbers = new ArrayDeque<>();

    /** Scratch of a look-up: the sum of shared keys by number, all zero between look-ups. */
    private byte[] sums = new byte[64];

    /** Numbers of the works that have a key, in the order in which they were added. */
    private static final class Postings {
        private int[] numbers = new int[1];
        private int size;

        void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size + (size >> 1) + 1);
            }
            numbers[size++] = number;
        }

        void remove(int place) {
            System.arraycopy(numbers, place + 1, numbers, place, size - place - 1);
            size--;
        }
    }

    /** The slice of a work's event time. */
    static long slice(Profile profile) {
        Long millis = profile.sketch().fingerprint().eventMillis();
        return millis == null ? TIMELESS : Math.floorDiv(millis, StoryConstants.WINDOW);
    }

    /** The keys of a work in a slice. */
    static long[] keys(Profile profile, long slice) {
        long high = slice << SLICE_SHIFT;
        return LongStream.concat(
                        heaviest(profile.within()).map(term -> high | term),
                        heaviest(profile.across()).map(term -> high | ACROSS | term))
                .toArray();
    }

    private static LongStream heaviest(TermVector terms) {
        return Arrays.stream(terms.heaviest(StoryConstants.KEYS)).mapToLong(term -> term & 0xffffffffL);
    }

    void add(Node node) {
        int number = number(node);
        for (long key : node.keys()) {
            postings.computeIfAbsent(key, k -> new Postings()).add(number);
        }
        slices.merge(node.slice(), 1, Integer::sum);
    }

    /** Removes a work that was added. */
    void remove(Node node) {
        int number = -1;
        for (long key : node.keys()) {
            Postings list = postings.getOrDefault(key, new Postings());
            int place = place(node, list);
            number = list.numbers[place];
            list.remove(place);
            if (list.size == 0) {
                postings.remove(key);
            }
        }
        if (number >= 0) {
            nodes.set(number, null);
            freeNumbers.push(number);
        }
        slices.computeIfPresent(node.slice(), (slice, works) -> works == 1 ? null : works - 1);
    }

    private int place(Node node, Postings list) {
        int place = 0;
        while (nodes.get(list.numbers[place]) != node) {
            place++;
        }
        return place;
    }

    private int number(Node node) {
        if (node.keys().length == 0) {
            return -1; // is in no list
        }
        Integer free = freeNumbers.poll();
        if (free != null) {
            nodes.set(free, node);
            return free;
        }
        nodes.add(node);
        if (nodes.size() > sums.length) {
            sums = new byte[sums.length * 2];
        }
        return nodes.size() - 1;
    }

    /** Works within the window that share enough keys with {@code node} to be compared, without itself. */
    List<Node> candidates(Node node) {
        List<Node> found = new ArrayList<>();
        int enough = Math.min(StoryConstants.ENOUGH_SHARED, StoryConstants.SHARED_WITHIN * node.keys().length);
        IntStream.Builder touched = IntStream.builder();
        for (long slice : around(node.slice())) {
            for (long key : node.keys()) {
                Postings list = postings.get(inSlice(slice, key));
                for (int i = 0; list != null && i < list.size; i++) {
                    int number = list.numbers[i];
                    int before = sums[number];
                    Node other = nodes.get(number);
                    if (other == null
                            || other == node
                            || before >= StoryConstants.ENOUGH_SHARED
                            || !counts(key, node, other)) {
                        continue;
                    }
                    if (before == 0) {
                        touched.add(number);
                    }
                    sums[number] += isAcross(key) ? StoryConstants.SHARED_ACROSS : StoryConstants.SHARED_WITHIN;
                    if (sums[number] >= enough) {
                        found.add(other);
                    }
                }
            }
        }
        touched.build().forEach(number -> sums[number] = 0);
        return found;
    }

    /** Works of one language are compared by their terms within it, others by those across languages. */
    private static boolean counts(long key, Node node, Node other) {
        return isAcross(key) != other.profile().sameLanguage(node.profile());
    }

    /** A slice is as long as the window, so all works within the window are in it or in a neighbour. */
    private List<Long> around(long slice) {
        if (slice == TIMELESS) {
            return List.copyOf(slices.keySet());
        }
        return Stream.of(TIMELESS, slice - 1, slice, slice + 1)
                .filter(slices::containsKey)
                .toList();
    }

    /** The key of the same term in another slice. */
    private static long inSlice(long slice, long key) {
        return slice << SLICE_SHIFT | key & (1L << SLICE_SHIFT) - 1;
    }

    private static boolean isAcross(long key) {
        return (key & ACROSS) != 0;
    }
}
