package io.copydesk.enrich.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An inverted index of works by their heaviest terms, in slices of event time. For one thread. */
final class TermIndex {

    /** The slice of a work without time; it is compared with works of any time. */
    private static final long TIMELESS = 1L << 30;

    /** A key is composed of a slice, whether its term is compared across languages, and the hash of the term. */
    private static final int SLICE_SHIFT = 33;

    private static final long ACROSS = 1L << 32;
    private static final long TERM_MASK = ACROSS - 1;

    /** The numbers of the works that have a key. */
    private final PostingLists postings = new PostingLists();

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

    /** The slice of a work's event time. */
    static long slice(Profile profile) {
        Long millis = profile.time();
        return millis == null ? TIMELESS : Math.floorDiv(millis, StoryConstants.WINDOW);
    }

    /** The keys of a work in a slice. */
    static long[] keys(Profile profile, long slice) {
        long high = slice << SLICE_SHIFT;
        int[] within = profile.within().heaviest(StoryConstants.KEYS);
        int[] across = profile.across().heaviest(StoryConstants.KEYS);
        long[] keys = new long[within.length + across.length];
        for (int i = 0; i < within.length; i++) {
            keys[i] = high | within[i] & TERM_MASK;
        }
        for (int i = 0; i < across.length; i++) {
            keys[within.length + i] = high | ACROSS | across[i] & TERM_MASK;
        }
        return keys;
    }

    void add(Node node) {
        long[] keys = node.keys();
        if (keys.length > 0) {
            node.numberAs(number(node));
        }
        for (long key : keys) {
            postings.add(key, node.number());
        }
        slices.merge(node.slice(), 1, Integer::sum);
    }

    /** Removes a work that was added. */
    void remove(Node node) {
        long[] keys = node.keys();
        for (long key : keys) {
            postings.remove(key, node.number());
        }
        if (keys.length > 0) {
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
        long[] keys = node.keys();
        int enough = Math.min(StoryConstants.ENOUGH_SHARED, StoryConstants.SHARED_WITHIN * keys.length);
        for (long slice : around(node.slice())) {
            find(node, lists(keys, slice, false), false, needed(enough, StoryConstants.SHARED_WITHIN), found);
            find(node, lists(keys, slice, true), true, needed(enough, StoryConstants.SHARED_ACROSS), found);
        }
        return found;
    }

    /** How many keys add up to {@code enough}, each counting {@code share}. */
    private static int needed(int enough, int share) {
        return (enough + share - 1) / share;
    }

    /**
     * Finds the works that are in {@code enough} of the lists of one slice. Works of one language are compared by their terms within it,
     * others by those across languages. A work that shares so many is in one of all lists but the longest {@code enough} - 1 (prefix
     * filtering, Chaudhuri, Ganti and Kaushik 2006), so that a term which most works have costs no more than a rare one.
     */
    private void find(Node node, int[] lists, boolean across, int enough, List<Node> found) {
        if (lists.length == 0 || lists.length < enough) {
            return;
        }
        int longest = lists.length - (enough - 1);
        moveLongest(lists, longest);
        String language = node.profile().language();
        int touched = 0;
        for (int list = 0; list < longest; list++) {
            int size = postings.size(lists[list]);
            for (int i = 0; i < size; i++) {
                int number = postings.number(lists[list], i);
                if (across != Profile.isSameLanguage(language, languages[number]) && shared[number]++ == 0) {
                    touchedNumbers[touched++] = number;
                }
            }
        }
        for (int i = 0; i < touched; i++) {
            int number = touchedNumbers[i];
            int count = shared[number];
            shared[number] = 0;
            for (int list = longest; list < lists.length; list++) {
                count += postings.contains(lists[list], number) ? 1 : 0;
            }
            if (count >= enough && number != node.number()) {
                found.add(Objects.requireNonNull(nodes.get(number), "a work in a list has its number"));
            }
        }
    }

    /** The lists of a slice that are not empty. */
    private int[] lists(long[] keys, long slice, boolean across) {
        return Arrays.stream(keys)
                .filter(key -> isAcross(key) == across)
                .mapToInt(key -> postings.list(inSlice(slice, key)))
                .filter(list -> list != PostingLists.NONE)
                .toArray();
    }

    /** Moves the longest lists to the places from {@code first} on. */
    private void moveLongest(int[] lists, int first) {
        for (int end = lists.length - 1; end >= first; end--) {
            for (int i = 0; i < end; i++) {
                if (postings.size(lists[i]) > postings.size(lists[end])) {
                    int longer = lists[i];
                    lists[i] = lists[end];
                    lists[end] = longer;
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
