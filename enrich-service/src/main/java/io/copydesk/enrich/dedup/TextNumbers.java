package io.copydesk.enrich.dedup;

import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers of texts, from 1 on and as low as possible, as those of removed texts are given again. For one thread. */
final class TextNumbers {

    private static final int REMOVED = -1;

    /** By number less one; {@code null} for removed texts. */
    private @Nullable Text[] texts = new Text[16];

    private int highest;

    /** Numbers of removed texts. */
    private int[] free = new int[4];

    private int freed;

    /** Writes them, texts by their own {@linkplain Text#number numbers}. */
    void write(SnapshotWriter out) throws IOException {
        int[] given = new int[highest];
        for (int i = 0; i < given.length; i++) {
            Text text = texts[i];
            given[i] = text == null ? REMOVED : text.number();
        }
        out.putInts(given, given.length);
    }

    /**
     * The numbers that were written.
     *
     * @param all the texts, each at its own number
     */
    static TextNumbers read(SnapshotReader in, Text[] all) throws IOException {
        TextNumbers read = new TextNumbers();
        int[] given = in.getInts();
        read.texts = new Text[Math.max(read.texts.length, given.length)];
        read.highest = given.length;
        for (int i = 0; i < given.length; i++) {
            if (given[i] == REMOVED) {
                read.free(i + 1);
            } else {
                read.texts[i] = all[given[i]];
            }
        }
        return read;
    }

    /** How many there are. */
    int size() {
        return highest - freed;
    }

    /** The highest number that was ever given, 0 for none. */
    int highest() {
        return highest;
    }

    /** Whether the next text gets the number of one that was removed. */
    boolean hasFree() {
        return freed > 0;
    }

    /** Gives a text a number that no other has, the one of a removed text if there is one. */
    int give(Text text) {
        if (freed == 0) {
            return giveNew(text);
        }
        int number = free[--freed];
        texts[number - 1] = text;
        return number;
    }

    /** Gives a text a number that none ever had. */
    int giveNew(Text text) {
        if (highest == texts.length) {
            texts = Arrays.copyOf(texts, highest + (highest >> 1));
        }
        texts[highest] = text;
        return ++highest;
    }

    /** Takes the number of a text back. */
    void remove(int number) {
        texts[number - 1] = null;
        free(number);
    }

    private void free(int number) {
        free = freed == free.length ? Arrays.copyOf(free, freed * 2) : free;
        free[freed++] = number;
    }

    /** The text with this number, {@code null} when it was removed. */
    @Nullable
    Text find(int number) {
        return texts[number - 1];
    }

    /** The text with this number, which is in use. */
    Text get(int number) {
        Text text = find(number);
        if (text == null) {
            throw new IllegalStateException("no text has the number " + number);
        }
        return text;
    }
}
