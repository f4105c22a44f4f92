package io.copydesk.enrich.sketch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The terms that are in most of several texts, times the sum of their weights there. Counts packed terms as they are, as of the thousand words of
 * a story ten are read. For one thread.
 */
public final class HeaviestTerms {

    private static final Comparator<Tally> HEAVIEST = Comparator.comparingLong(
                    (Tally tally) -> -tally.weight * tally.texts)
            .thenComparing(Tally::shown);

    /** By the hash of the term, open addressing. */
    private @Nullable Tally[] slots = new Tally[256];

    private int size;

    /** Adds the terms of a text. */
    public void add(ShownTerms terms) {
        terms.forEach(this::add);
    }

    private void add(byte[] packed, int text, int textLength, int shown, int shownLength, int weight) {
        int slot = find(packed, text, textLength);
        Tally tally = slots[slot];
        if (tally == null) {
            tally = new Tally(packed, text, textLength, shown, shownLength);
            slots[slot] = tally;
            if (++size > slots.length >> 1) {
                grow();
            }
        }
        tally.add(packed, shown, shownLength, weight);
    }

    /** The slot of a term, else the free one where it belongs. */
    private int find(byte[] packed, int text, int length) {
        int slot = hash(packed, text, length) & slots.length - 1;
        for (Tally there = slots[slot]; there != null; there = slots[slot]) {
            if (Arrays.equals(there.packed, there.text, there.text + there.textLength, packed, text, text + length)) {
                return slot;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private static int hash(byte[] packed, int from, int length) {
        int hash = 1;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + packed[i];
        }
        hash *= 0x9E3779B9; // 2^32 / golden ratio (Knuth, volume 3, 6.4)
        return hash ^ hash >>> 16;
    }

    private void grow() {
        @Nullable Tally[] all = slots;
        slots = new Tally[all.length * 2];
        for (Tally tally : all) {
            if (tally != null) {
                slots[find(tally.packed, tally.text, tally.textLength)] = tally;
            }
        }
    }

    /**
     * The heaviest, as they are displayed, each once.
     *
     * @param most how many
     */
    public List<String> shown(int most) {
        PriorityQueue<Tally> heaviest = new PriorityQueue<>(1 + size, HEAVIEST);
        for (Tally tally : slots) {
            if (tally != null) {
                heaviest.add(tally);
            }
        }
        Set<String> terms = new LinkedHashSet<>();
        for (Tally next = heaviest.poll(); next != null && terms.size() < most; next = heaviest.poll()) {
            terms.add(next.shown());
        }
        return List.copyOf(terms);
    }

    /** A term, where it was met first, and how it is displayed. */
    private static final class Tally {
        private final byte[] packed;
        private final int text;
        private final int textLength;
        private byte[] shownIn;
        private int shownAt;
        private int shownLength;
        private @Nullable String shown;
        private long texts;
        private long weight;

        Tally(byte[] packed, int text, int textLength, int shownAt, int shownLength) {
            this.packed = packed;
            this.text = text;
            this.textLength = textLength;
            this.shownIn = packed;
            this.shownAt = shownAt;
            this.shownLength = shownLength;
        }

        /** Of several ways to display a term, the first of their order is taken. */
        void add(byte[] bytes, int at, int length, int added) {
            texts++;
            weight += added;
            boolean isSame = Arrays.equals(shownIn, shownAt, shownAt + shownLength, bytes, at, at + length);
            if (!isSame && new String(bytes, at, length, StandardCharsets.UTF_8).compareTo(shown()) < 0) {
                shownIn = bytes;
                shownAt = at;
                shownLength = length;
                shown = null;
            }
        }

        String shown() {
            String text = shown;
            if (text == null) {
                text = new String(shownIn, shownAt, shownLength, StandardCharsets.UTF_8);
                shown = text;
            }
            return text;
        }
    }
}
