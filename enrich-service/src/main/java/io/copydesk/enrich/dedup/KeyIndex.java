package io.copydesk.enrich.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which texts of one slice of time have a key, in some five bytes a key: a slot holds the number of a text and as many bits of the
 * key as there is room for, at the place that the key's upper bits name. It may name a text that has another key, never leave one
 * out. For one thread.
 */
final class KeyIndex {

    private static final double FULL = 0.88;
    private static final double GROWTH = 1.25;
    private static final int LEAST_SLOTS = 256;
    private static final int FREE = 0;

    /** What was a slot of a text that is gone. */
    private static final int GONE = -1;

    private Text[] texts = new Text[16];

    /** How many of the sought keys each text has; zero but while texts are sought. */
    private byte[] hits = new byte[texts.length];

    private int numbers;
    private int alive;
    private int keysAlive;
    private int[] slots = new int[LEAST_SLOTS];
    private int used;

    /** Bits of a slot that hold a text's number, 1 and up. */
    private int numberBits = 8;

    /** How many texts there are. */
    int size() {
        return alive;
    }

    /** Adds a text, whose number it sets. */
    void add(Text text, int[] keys) {
        if (numbers + 2 >= 1 << numberBits || used + keys.length > FULL * slots.length) {
            rebuild(keys.length);
        }
        if (numbers == texts.length) {
            texts = Arrays.copyOf(texts, numbers + (numbers >> 1));
            hits = new byte[texts.length];
        }
        texts[numbers++] = text;
        text.number = numbers;
        alive++;
        keysAlive += keys.length;
        for (int key : keys) {
            put(key, numbers);
        }
    }

    /** Takes out a text that is in. */
    void remove(Text text, int[] keys) {
        for (int key : keys) {
            int sought = slot(key, text.number);
            for (int slot = home(key); slots[slot] != FREE; slot = next(slot)) {
                if (slots[slot] == sought) {
                    slots[slot] = GONE;
                    break;
                }
            }
        }
        texts[text.number - 1] = null;
        alive--;
        keysAlive -= keys.length;
    }

    /** The texts that may have {@code least} of these keys or more. */
    List<Text> sharing(int[] keys, int least) {
        List<Text> found = new ArrayList<>();
        IntStream.Builder touched = IntStream.builder();
        int mask = -1 << numberBits;
        for (int key : keys) {
            int tag = key << numberBits;
            for (int slot = home(key); slots[slot] != FREE; slot = next(slot)) {
                if ((slots[slot] & mask) == tag && slots[slot] != GONE) {
                    int number = slots[slot] & ~mask;
                    byte shared = ++hits[number - 1];
                    if (shared == 1) {
                        touched.add(number - 1);
                    } else if (shared == Byte.MAX_VALUE) {
                        hits[number - 1]--;
                    }
                    if (shared == least) {
                        found.add(texts[number - 1]);
                    }
                }
            }
        }
        touched.build().forEach(text -> hits[text] = 0);
        return found;
    }

    private void put(int key, int number) {
        int slot = home(key);
        while (slots[slot] != FREE && slots[slot] != GONE) {
            slot = next(slot);
        }
        used += slots[slot] == FREE ? 1 : 0;
        slots[slot] = slot(key, number);
    }

    /** Numbers the texts anew, without those that are gone, and makes room for {@code more} keys. */
    private void rebuild(int more) {
        Text[] before = Arrays.copyOf(texts, numbers);
        while (alive + (alive >> 1) + 2 >= 1 << numberBits) {
            numberBits++;
        }
        slots = new int[Math.max(LEAST_SLOTS, (int) Math.ceil((keysAlive + more) * GROWTH / FULL))];
        used = 0;
        numbers = 0;
        for (@Nullable Text text : before) {
            if (text != null) {
                texts[numbers++] = text;
                text.number = numbers;
                for (int key : text.first().samples().shingles().keys()) {
                    put(key, numbers);
                }
            }
        }
        Arrays.fill(texts, numbers, texts.length, null);
    }

    private int slot(int key, int number) {
        return key << numberBits | number;
    }

    /** Multiplied, as the keys of texts are the lowest of all hashes. */
    private int home(int key) {
        return (int) ((key * 0x9E3779B1 & 0xffffffffL) * slots.length >>> Integer.SIZE);
    }

    private int next(int slot) {
        return slot + 1 == slots.length ? 0 : slot + 1;
    }
}
