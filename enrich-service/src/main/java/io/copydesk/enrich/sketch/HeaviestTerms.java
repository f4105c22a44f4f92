package io.copydesk.enrich.sketch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The terms that are in most of several texts, times the sum of their weights there. Texts come and go one by one. Counts packed terms as they are, as of
 * the thousand words of a story ten are read. For one thread.
 */
public final class HeaviestTerms {

    private static final Comparator<Tally> HEAVIEST =
            Comparator.comparingLong((Tally tally) -> -tally.score()).thenComparing(Tally::shown);

    /** By the hash of the term, open addressing. */
    private @Nullable Tally[] slots = new Tally[32];

    /** The scores of the terms in their slots: read for all, where most terms themselves are far away. */
    private long[] scores = new long[slots.length];

    private int size;

    /** Adds the terms of a text. */
    public void add(ShownTerms terms) {
        terms.forEach(this::add);
    }

    /** Reverses {@link #add} of the same terms. */
    public void remove(ShownTerms terms) {
        terms.forEach(this::remove);
    }

    private void add(byte[] packed, int text, int textLength, int shown, int shownLength, int weight) {
        int slot = find(packed, text, textLength);
        Tally tally = slots[slot];
        if (tally == null) {
            tally = new Tally(packed, text, textLength);
            slots[slot] = tally;
            size++;
        }
        tally.texts++;
        tally.weight += weight;
        tally.form(packed, shown, shownLength).texts++;
        scores[slot] = tally.score();
        if (size > slots.length >> 1) {
            grow();
        }
    }

    private void remove(byte[] packed, int text, int textLength, int shown, int shownLength, int weight) {
        int slot = find(packed, text, textLength);
        Tally tally = slots[slot];
        if (tally == null) {
            throw new IllegalArgumentException("terms that were not added");
        }
        tally.texts--;
        tally.weight -= weight;
        tally.form(packed, shown, shownLength).texts--;
        scores[slot] = tally.score();
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

    /** Makes room, without the terms that no text has any more. */
    private void grow() {
        @Nullable Tally[] all = slots;
        slots = new Tally[all.length * 2];
        scores = new long[slots.length];
        size = 0;
        for (Tally tally : all) {
            if (tally != null && tally.texts > 0) {
                int slot = find(tally.packed, tally.text, tally.textLength);
                slots[slot] = tally;
                scores[slot] = tally.score();
                size++;
            }
        }
    }

    /**
     * The heaviest, as they are displayed, each once.
     *
     * @param most how many
     */
    public List<String> shown(int most) {
        Set<String> terms = new LinkedHashSet<>();
        for (int read = 2 * most; ; read = size) {
            for (Tally tally : heaviest(read)) {
                if (terms.size() < most) {
                    terms.add(tally.shown());
                }
            }
            if (terms.size() == most || read >= size) {
                return List.copyOf(terms);
            }
        }
    }

    /** So many of the heaviest, the heaviest first. */
    private List<Tally> heaviest(int most) {
        PriorityQueue<Tally> heaviest = new PriorityQueue<>(1 + most, HEAVIEST.reversed());
        long least = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            Tally tally = scores[slot] >= least ? slots[slot] : null;
            if (tally != null && tally.texts > 0) {
                heaviest.add(tally);
                if (heaviest.size() > most) {
                    heaviest.poll();
                    least = Objects.requireNonNull(heaviest.peek()).score();
                }
            }
        }
        return heaviest.stream().sorted(HEAVIEST).toList();
    }

    /** A term, where it was met first, and how it is displayed. */
    private static final class Tally {
        private final byte[] packed;
        private final int text;
        private final int textLength;
        private long texts;
        private long weight;

        /** The last of the ways in which it is displayed, which knows the others: nearly all have one. */
        private @Nullable Form form;

        Tally(byte[] packed, int text, int textLength) {
            this.packed = packed;
            this.text = text;
            this.textLength = textLength;
        }

        long score() {
            return weight * texts;
        }

        /** The form with these bytes. */
        Form form(byte[] bytes, int at, int length) {
            for (Form known = form; known != null; known = known.next) {
                if (Arrays.equals(known.bytes, known.at, known.at + known.length, bytes, at, at + length)) {
                    return known;
                }
            }
            Form added = new Form(bytes, at, length, form);
            form = added;
            return added;
        }

        /** Of several ways to display a term, the first of their order is taken. */
        String shown() {
            String first = null;
            for (Form known = form; known != null; known = known.next) {
                if (known.texts > 0 && (first == null || known.shown().compareTo(first) < 0)) {
                    first = known.shown();
                }
            }
            return Objects.requireNonNull(first, "a term of a text has a form");
        }
    }

    /** A way to display a term. */
    private static final class Form {
        private final byte[] bytes;
        private final int at;
        private final int length;
        private final @Nullable Form next;
        private @Nullable String shown;
        private long texts;

        Form(byte[] bytes, int at, int length, @Nullable Form next) {
            this.bytes = bytes;
            this.at = at;
            this.length = length;
            this.next = next;
        }

        String shown() {
            String text = shown;
            if (text == null) {
                text = new String(bytes, at, length, StandardCharsets.UTF_8);
                shown = text;
            }
            return text;
        }
    }
}
