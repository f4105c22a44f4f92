package io.copydesk.enrich.dedup;

import io.copydesk.enrich.sketch.Fingerprint.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one slice of time by their keys, in some five bytes a key. Open addressing with linear probing: a slot holds the
 * number of a text and as many low bits of the key as there is room for, and its place depends on the whole key. A look-up may
 * return a text that has another key, and never misses one. For one thread.
 */
final class KeyIndex {

    private static final double FULL = 0.88;
    private static final double GROWTH = 1.5;
    private static final int LEAST_SLOTS = 256;
    private static final int FREE = 0;

    /** Keys of word sequences that two texts must have in common to be compared; one key of a run is as good as so many. */
    private static final byte ENOUGH = 2;

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

    /** The index of these texts; it does not have to grow meanwhile. */
    static KeyIndex of(List<Text> texts) {
        KeyIndex index = new KeyIndex();
        Keys[] keys = new Keys[texts.size()];
        int all = 0;
        for (int i = 0; i < keys.length; i++) {
            keys[i] = texts.get(i).first().keys();
            all += keys[i].size();
        }
        index.rebuild(keys.length, all);
        for (int i = 0; i < keys.length; i++) {
            index.add(texts.get(i), keys[i]);
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
        keysAlive += keys.size();
        put(keys, numbers);
    }

    /** Removes a text that was added with the same keys. */
    void remove(Text text, Keys keys) {
        if (keys.size() == 0) {
            withoutKeys--;
            return;
        }
        int number = 0;
        for (int i = 0; i < keys.size(); i++) {
            int slot = find(text, keys.at(i));
            number = slots[slot] & ~tagMask();
            slots[slot] = REMOVED;
        }
        texts[number - 1] = null;
        numbered--;
        keysAlive -= keys.size();
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

    /** The texts that may have so many of these keys that they are to be compared. */
    List<Text> sharing(Keys keys) {
        List<Text> found = new ArrayList<>();
        IntStream.Builder touched = IntStream.builder();
        int mask = tagMask();
        for (int i = 0; i < keys.size(); i++) {
            int key = keys.at(i);
            int tag = key << numberBits;
            int weight = keys.isRun(i) ? ENOUGH : 1;
            for (int slot = home(key); slots[slot] != FREE; slot = next(slot)) {
                if ((slots[slot] & mask) == tag && slots[slot] != REMOVED) {
                    int number = slots[slot] & ~mask;
                    int before = hits[number - 1];
                    if (before == 0) {
                        touched.add(number - 1);
                    }
                    hits[number - 1] = (byte) Math.min(ENOUGH, before + weight);
                    Text text = texts[number - 1];
                    if (before < ENOUGH && before + weight >= ENOUGH && text != null) {
                        found.add(text);
                    }
                }
            }
        }
        touched.build().forEach(text -> hits[text] = 0);
        return found;
    }

    private void put(Keys keys, int number) {
        for (int i = 0; i < keys.size(); i++) {
            put(keys.at(i), number);
        }
    }

    private void put(int key, int number) {
        int slot = home(key);
        while (slots[slot] != FREE && slots[slot] != REMOVED) {
            slot = next(slot);
        }
        used += slots[slot] == FREE ? 1 : 0;
        slots[slot] = key << numberBits | number;
    }

    /** Numbers the texts again, without those that were removed, and makes room for more of them and of keys. */
    private void rebuild(int moreTexts, int moreKeys) {
        int expected = numbered + moreTexts;
        @Nullable Text[] before = Arrays.copyOf(texts, numbers);
        while (expected + (expected >> 1) + 2 >= 1 << numberBits) {
            numberBits++;
        }
        slots = new int[Math.max(LEAST_SLOTS, (int) Math.ceil((keysAlive + moreKeys) * GROWTH / FULL))];
        used = 0;
        numbers = 0;
        for (Text text : before) {
            if (text != null) {
                texts[numbers++] = text;
                put(text.first().keys(), numbers);
            }
        }
        Arrays.fill(texts, numbers, texts.length, null);
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
