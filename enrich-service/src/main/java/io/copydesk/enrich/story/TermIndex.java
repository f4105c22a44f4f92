package io.copydesk.enrich.story;

import io.copydesk.enrich.sketch.TermVector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /** The language of each work by number: read for every work in a list, where the work itself would be far away. */
    private @Nullable String[] languages = new String[64];

    /** Scratch of a look-up: the sum of shared keys by number, all zero between look-ups. */
    private byte[] sums = new byte[languages.length];

    /** Scratch of a look-up: the first {@link #touched} are the numbers whose sum is not zero. */
    private int[] touchedNumbers = new int[languages.length];

    private int touched;

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
        int number = free == null ? nodes.size() : free;
        if (free == null) {
            nodes.add(node);
        } else {
            nodes.set(number, node);
        }
        if (number == languages.length) {
            languages = Arrays.copyOf(languages, number * 2);
            sums = new byte[languages.length];
            touchedNumbers = new int[languages.length];
        }
        languages[number] = node.profile().language();
        return number;
    }

    /** Works within the window that share enough keys with {@code node} to be compared, without itself. */
    List<Node> candidates(Node node) {
        List<Node> found = new ArrayList<>();
        int enough = Math.min(StoryConstants.ENOUGH_SHARED, StoryConstants.SHARED_WITHIN * node.keys().length);
        touched = 0;
        for (long slice : around(node.slice())) {
            for (long key : node.keys()) {
                Postings list = postings.get(inSlice(slice, key));
                if (list != null) {
                    count(list, isAcross(key), node, enough, found);
                }
            }
        }
        for (int i = 0; i < touched; i++) {
            sums[touchedNumbers[i]] = 0;
        }
        return found;
    }

    /** Works of one language are compared by their terms within it, others by those across languages. */
    private void count(Postings list, boolean across, Node node, int enough, List<Node> found) {
        int share = across ? StoryConstants.SHARED_ACROSS : StoryConstants.SHARED_WITHIN;
        String language = node.profile().language();
        for (int i = 0; i < list.size; i++) {
            int number = list.numbers[i];
            int before = sums[number];
            if (before >= StoryConstants.ENOUGH_SHARED
                    || across == Profile.isSameLanguage(language, languages[number])) {
                continue;
            }
            if (before == 0) {
                touchedNumbers[touched++] = number;
            }
            sums[number] = (byte) (before + share);
            if (before + share >= enough) {
                Node other = Objects.requireNonNull(nodes.get(number), "a work in a list has its number");
                if (other != node) {
                    found.add(other);
                }
            }
        }
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
