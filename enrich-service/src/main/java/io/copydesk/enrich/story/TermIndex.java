package io.copydesk.enrich.story;

import io.copydesk.enrich.sketch.TermVector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

    /** Scratch of a look-up: the shared keys by number, all zero between look-ups. */
    private byte[] shared = new byte[languages.length];

    /** Scratch of a look-up: the numbers whose count of shared keys is not zero. */
    private int[] touchedNumbers = new int[languages.length];

    /** Numbers of the works that have a key, ascending. */
    private static final class Postings {
        private int[] numbers = new int[1];
        private int size;

        void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size + (size >> 1) + 1);
            }
            int place = size == 0 || numbers[size - 1] < number ? size : -1 - place(number);
            System.arraycopy(numbers, place, numbers, place + 1, size - place);
            numbers[place] = number;
            size++;
        }

        void remove(int number) {
            int place = place(number);
            System.arraycopy(numbers, place + 1, numbers, place, size - place - 1);
            size--;
        }

        boolean contains(int number) {
            return place(number) >= 0;
        }

        private int place(int number) {
            return Arrays.binarySearch(numbers, 0, size, number);
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
        if (node.keys().length > 0) {
            node.numberAs(number(node));
        }
        for (long key : node.keys()) {
            postings.computeIfAbsent(key, k -> new Postings()).add(node.number());
        }
        slices.merge(node.slice(), 1, Integer::sum);
    }

    /** Removes a work that was added. */
    void remove(Node node) {
        for (long key : node.keys()) {
            Postings list = postings.getOrDefault(key, new Postings());
            list.remove(node.number());
            if (list.size == 0) {
                postings.remove(key);
            }
        }
        if (node.keys().length > 0) {
            nodes.set(node.number(), null);
            freeNumbers.push(node.number());
        }
        slices.computeIfPresent(node.slice(), (slice, works) -> works == 1 ? null : works - 1);
    }

    private int number(Node node) {
        Integer free = freeNumbers.poll();
        int number = free == null ? nodes.size() : free;
        if (free == null) {
            nodes.add(node);
        } else {
            nodes.set(number, node);
        }
        if (number == languages.length) {
            languages = Arrays.copyOf(languages, number * 2);
            shared = new byte[languages.length];
            touchedNumbers = new int[languages.length];
        }
        languages[number] = node.profile().language();
        return number;
    }

    /** Works within the window that share enough keys with {@code node} to be compared, without itself. */
    List<Node> candidates(Node node) {
        List<Node> found = new ArrayList<>();
        int enough = Math.min(StoryConstants.ENOUGH_SHARED, StoryConstants.SHARED_WITHIN * node.keys().length);
        for (long slice : around(node.slice())) {
            find(node, slice, false, needed(enough, StoryConstants.SHARED_WITHIN), found);
            find(node, slice, true, needed(enough, StoryConstants.SHARED_ACROSS), found);
        }
        return found;
    }

    /** How many keys add up to {@code enough}, each counting {@code share}. */
    private static int needed(int enough, int share) {
        return (enough + share - 1) / share;
    }

    /**
     * Finds the works in a slice that share {@code enough} keys. Works of one language are compared by their terms within it, others by
     * those across languages. A work that shares so many is in one of all lists but the longest {@code enough} - 1 (prefix filtering,
     * Chaudhuri, Ganti and Kaushik 2006), so that a term which most works have costs no more than a rare one.
     */
    private void find(Node node, long slice, boolean across, int enough, List<Node> found) {
        List<Postings> lists = lists(node, slice, across);
        if (lists.isEmpty() || lists.size() < enough) {
            return;
        }
        int longest = lists.size() - (enough - 1);
        moveLongest(lists, longest);
        String language = node.profile().language();
        int touched = 0;
        for (int list = 0; list < longest; list++) {
            Postings works = lists.get(list);
            for (int i = 0; i < works.size; i++) {
                int number = works.numbers[i];
                if (across != Profile.isSameLanguage(language, languages[number]) && shared[number]++ == 0) {
                    touchedNumbers[touched++] = number;
                }
            }
        }
        for (int i = 0; i < touched; i++) {
            int number = touchedNumbers[i];
            int count = shared[number];
            shared[number] = 0;
            for (int list = longest; list < lists.size(); list++) {
                count += lists.get(list).contains(number) ? 1 : 0;
            }
            if (count >= enough && number != node.number()) {
                found.add(Objects.requireNonNull(nodes.get(number), "a work in a list has its number"));
            }
        }
    }

    private List<Postings> lists(Node node, long slice, boolean across) {
        List<Postings> lists = new ArrayList<>();
        for (long key : node.keys()) {
            Postings list = isAcross(key) == across ? postings.get(inSlice(slice, key)) : null;
            if (list != null) {
                lists.add(list);
            }
        }
        return lists;
    }

    /** Moves the longest lists to the places from {@code first} on. */
    private static void moveLongest(List<Postings> lists, int first) {
        for (int end = lists.size() - 1; end >= first; end--) {
            for (int i = 0; i < end; i++) {
                if (lists.get(i).size > lists.get(end).size) {
                    Collections.swap(lists, i, end);
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
