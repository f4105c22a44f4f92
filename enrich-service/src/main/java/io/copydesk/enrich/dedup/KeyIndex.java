package io.copydesk.enrich.dedup;

import io.copydesk.enrich.sketch.Fingerprint.Keys;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one slice of time by their keys, in some five bytes a key. Open addressing with linear probing: a slot holds the
 * number of a text and as many low bits of the key as there is room for, and its place depends on the whole key. A look-up may
 * return a text that has another key, and never misses one.
 *
 * <p>A key of more than {@link EdgeConstants#MOST_AROUND} texts is not in the table but has its texts in order ({@link Holders}): only those that are near each other
 * in that order are compared because of it. For one thread.
 */
final class KeyIndex {

    private static final double FULL = 0.88;
    private static final double GROWTH = 1.5;
    private static final int LEAST_SLOTS = 256;

    /** Arrays of a few more are refused by the virtual machine. */
    private static final int MOST_SLOTS = Integer.MAX_VALUE - 8;

    private static final int FREE = 0;
    private static final int FEW = 4;

    /** Keys of word sequences that two texts must have in common to be compared; one key of a run is as good as so many. */
    static final byte ENOUGH = 2;

    /** A slot whose text was removed. */
    private static final int REMOVED = -1;

    /** By number less one; {@code null} for removed texts. Texts without keys are not in it. */
    private @Nullable Text[] texts = new Text[16];

    /** Scratch of a look-up: how many of the sought keys each text has, up to {@link #ENOUGH}; all zero between look-ups. */
    private byte[] hits = new byte[texts.length];

    /** Numbers assigned so far. */
    private int numbers;

    private int numbered;
    private int withoutKeys;
    private int keysAlive;
    private int[] slots = new int[LEAST_SLOTS];
    private int used;

    /** Bits of a slot that hold a text's number, 1 and up. */
    private int numberBits = 8;

    /** The texts of each key that many have, by {@link Keys#distinct}. */
    private final Map<Integer, Holders> crowded = new HashMap<>();

    /** Writes it, texts by their {@linkplain Text#number numbers}. */
    void write(SnapshotWriter out) throws IOException {
        int[] given = new int[numbers];
        for (int i = 0; i < given.length; i++) {
            Text text = texts[i];
            given[i] = text == null ? REMOVED : text.number();
        }
        out.putInts(given, given.length);
        out.putInt(numbered);
        out.putInt(withoutKeys);
        out.putInt(keysAlive);
        out.putInt(used);
        out.putInt(numberBits);
        out.putInts(slots, slots.length);
        out.putInt(crowded.size());
        for (Map.Entry<Integer, Holders> crowd : crowded.entrySet()) {
            out.putInt(crowd.getKey());
            crowd.getValue().write(out);
        }
    }

    /**
     * The index that was written.
     *
     * @param all the texts, each at its number
     */
    static KeyIndex read(SnapshotReader in, Text[] all) throws IOException {
        KeyIndex index = new KeyIndex();
        int[] given = in.getInts();
        index.numbers = given.length;
        index.texts = new Text[Math.max(index.texts.length, given.length)];
        index.hits = new byte[index.texts.length];
        for (int i = 0; i < given.length; i++) {
            index.texts[i] = given[i] == REMOVED ? null : all[given[i]];
        }
        index.numbered = in.getInt();
        index.withoutKeys = in.getInt();
        index.keysAlive = in.getInt();
        index.used = in.getInt();
        index.numberBits = in.getInt();
        index.slots = in.getInts();
        for (int left = in.getInt(); left > 0; left--) {
            index.crowded.put(in.getInt(), Holders.read(in, index::text));
        }
        return index;
    }

    /** How many texts there are. */
    int size() {
        return numbered + withoutKeys;
    }

    void add(Text text, Keys keys) {
        if (keys.size() == 0) {
            withoutKeys++;
            return;
        }
        if (numbers + 2 >= 1 << numberBits || used + keys.size() > FULL * slots.length) {
            rebuild(0, keys.size());
        }
        if (numbers == texts.length) {
            texts = Arrays.copyOf(texts, numbers + (numbers >> 1));
            hits = new byte[texts.length];
        }
        texts[numbers++] = text;
        numbered++;
        for (int i = 0; i < keys.size(); i++) {
            add(keys.at(i), keys.distinct(i), numbers);
        }
    }

    private void add(int key, int distinct, int number) {
        Holders holders = crowd(distinct);
        if (holders != null) {
            holders.add(number);
            return;
        }
        keysAlive++;
        if (put(key, number) > EdgeConstants.MOST_AROUND) {
            takeOut(distinct, slotsOf(key));
        }
    }

    /** The slots that seem to hold this key. */
    private int[] slotsOf(int key) {
        int tag = key << numberBits;
        int mask = tagMask();
        int[] found = new int[FEW];
        int count = 0;
        for (int slot = home(key); slots[slot] != FREE; slot = next(slot)) {
            if ((slots[slot] & mask) == tag && slots[slot] != REMOVED) {
                found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                found[count++] = slot;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Takes a key out of the table if so many texts have it, which its slots alone do not tell. */
    private void takeOut(int distinct, int[] having) {
        int[] own = Arrays.stream(having)
                .filter(slot -> text(slots[slot] & ~tagMask()).first().keys().contains(distinct))
                .toArray();
        if (own.length > EdgeConstants.MOST_AROUND) {
            Holders holders = new Holders(this::text);
            for (int slot : own) {
                holders.add(slots[slot] & ~tagMask());
                slots[slot] = REMOVED;
                keysAlive--;
            }
            crowded.put(distinct, holders);
        }
    }

    private Text text(int number) {
        return Objects.requireNonNull(texts[number - 1], "a number that is in use has its text");
    }

    /** Removes a text that was added with the same keys. */
    void remove(Text text, Keys keys) {
        if (keys.size() == 0) {
            withoutKeys--;
            return;
        }
        makeRoomForCrowds(keys);
        int number = 0;
        for (int i = 0; i < keys.size(); i++) {
            number = remove(text, keys.at(i), keys.distinct(i));
        }
        texts[number - 1] = null;
        numbered--;
    }

    /** Makes room for the texts of those keys that return to the table when one text fewer has them. */
    private void makeRoomForCrowds(Keys keys) {
        int returning = 0;
        for (int i = 0; i < keys.size() && hasCrowds(); i++) {
            Holders holders = crowd(keys.distinct(i));
            returning += holders == null ? 0 : Math.max(0, 2 * EdgeConstants.MOST_AROUND + 1 - holders.size());
        }
        if (used + returning > FULL * slots.length) {
            rebuild(0, returning);
        }
    }

    /** Removes a key of a text, whose number it returns. */
    private int remove(Text text, int key, int distinct) {
        Holders holders = crowd(distinct);
        if (holders == null) {
            int slot = find(text, key);
            int number = slots[slot] & ~tagMask();
            slots[slot] = REMOVED;
            keysAlive--;
            return number;
        }
        int number = holders.remove(text);
        if (holders.size() <= EdgeConstants.MOST_AROUND) {
            crowded.remove(distinct);
            holders.forEach(other -> put(key, other));
            keysAlive += holders.size();
        }
        return number;
    }

    /** The texts of a key, as {@link Keys#distinct} gives it, if it is one of very many; else {@code null}. */
    @Nullable
    Holders crowd(int distinct) {
        return crowded.isEmpty() ? null : crowded.get(distinct);
    }

    /** Whether there are keys of very many texts. */
    boolean hasCrowds() {
        return !crowded.isEmpty();
    }

    /** The texts that may have this key, which is not one of very many. */
    List<Text> having(int distinct) {
        List<Text> found = new ArrayList<>();
        for (int slot : slotsOf(Keys.plain(distinct))) {
            found.add(text(slots[slot] & ~tagMask()));
        }
        return found;
    }

    /** The slot of this key of a text. */
    private int find(Text text, int key) {
        int tag = key << numberBits;
        int slot = home(key);
        while (slots[slot] == REMOVED
                || (slots[slot] & tagMask()) != tag
                || texts[(slots[slot] & ~tagMask()) - 1] != text) {
            slot = next(slot);
        }
        return slot;
    }

    /** The texts that may have so many of these keys that they are to be compared; those of very many texts are left out. */
    List<Text> sharing(Keys keys) {
        Search search = new Search();
        for (int i = 0; i < keys.size(); i++) {
            search.lookUp(keys, i);
        }
        return search.end();
    }

    /** A look-up by several keys; no other may begin before it ends. */
    final class Search {
        private final List<Text> found = new ArrayList<>();
        private int[] touched = new int[32];
        private int touchedCount;

        /** Counts the texts that seem to have a key, which is not one of very many. */
        void lookUp(Keys keys, int index) {
            int mask = tagMask();
            int tag = keys.at(index) << numberBits;
            for (int slot = home(keys.at(index)); slots[slot] != FREE; slot = next(slot)) {
                if ((slots[slot] & mask) == tag && slots[slot] != REMOVED) {
                    count(slots[slot] & ~mask, keys.isRun(index));
                }
            }
        }

        private void count(int number, boolean isRun) {
            int before = hits[number - 1];
            if (before == 0) {
                touch(number);
            }
            int after = Math.min(ENOUGH, before + (isRun ? ENOUGH : 1));
            hits[number - 1] = (byte) after;
            if (before < ENOUGH && after == ENOUGH) {
                found.add(text(number));
            }
        }

        private void touch(int number) {
            if (touchedCount == touched.length) {
                touched = Arrays.copyOf(touched, 2 * touchedCount);
            }
            touched[touchedCount++] = number - 1;
        }

        /** Those that have enough of the keys. */
        List<Text> end() {
            for (int i = 0; i < touchedCount; i++) {
                hits[touched[i]] = 0;
            }
            return found;
        }
    }

    /**
     * Puts a key of a text into the first slot that is free.
     *
     * @return how many slots seem to hold the key now
     */
    private int put(int key, int number) {
        int mask = tagMask();
        int tag = key << numberBits;
        int place = -1;
        int having = 1;
        int slot = home(key);
        for (; slots[slot] != FREE; slot = next(slot)) {
            if (slots[slot] == REMOVED) {
                place = place < 0 ? slot : place;
            } else if ((slots[slot] & mask) == tag) {
                having++;
            }
        }
        used += place < 0 ? 1 : 0;
        slots[place < 0 ? slot : place] = tag | number;
        return having;
    }

    /** Numbers the texts again, without those that were removed, and makes room for more of them and of keys. */
    private void rebuild(int moreTexts, int moreKeys) {
        int expected = numbered + moreTexts;
        @Nullable Text[] before = Arrays.copyOf(texts, numbers);
        while (expected + (expected >> 1) + 2 >= 1 << numberBits) {
            numberBits++;
        }
        slots = new int[slots(keysAlive + (long) moreKeys)];
        used = 0;
        numbers = 0;
        int[] renumbered = new int[before.length];
        for (int i = 0; i < before.length; i++) {
            Text text = before[i];
            if (text != null) {
                texts[numbers++] = text;
                renumbered[i] = numbers;
                putUncrowded(text.first().keys(), numbers);
            }
        }
        Arrays.fill(texts, numbers, texts.length, null);
        crowded.values().forEach(holders -> holders.renumber(number -> renumbered[number - 1]));
    }

    /**
     * The places of a table with room for half as many keys more, or for as many as there can be.
     *
     * @throws IllegalStateException when these keys alone have no room
     */
    static int slots(long keys) {
        if (keys > FULL * MOST_SLOTS) {
            throw new IllegalStateException("no table has room for " + keys
                    + " keys of texts of thirty days: fewer articles must be kept, see enrich.retention");
        }
        return (int) Math.max(LEAST_SLOTS, Math.min(MOST_SLOTS, Math.ceil(keys * GROWTH / FULL)));
    }

    private void putUncrowded(Keys keys, int number) {
        for (int i = 0; i < keys.size(); i++) {
            if (crowd(keys.distinct(i)) == null) {
                put(keys.at(i), number);
            }
        }
    }

    private int tagMask() {
        return -1 << numberBits;
    }

    /** Fibonacci hashing, as the keys of texts are the lowest of all hashes. */
    private int home(int key) {
        return (int) ((key * 0x9E3779B1 & 0xffffffffL) * slots.length >>> Integer.SIZE);
    }

    private int next(int slot) {
        return slot + 1 == slots.length ? 0 : slot + 1;
    }
}
