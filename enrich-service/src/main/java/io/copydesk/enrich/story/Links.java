package io.copydesk.enrich.story;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The works that a work is similar to, how much, in {@link Affinity#UNIT}s, and how much of the leads is told by both ({@link Profile#told}). Most
 * have few. For one thread.
 */
final class Links {

    private static final int FIRST = 2;

    private static final @Nullable Node[] NONE = {};
    private static final int[] NO_SIMILARITIES = {};
    private static final byte[] NOTHING_TOLD = {};

    private @Nullable Node[] others = NONE;
    private int[] similarities = NO_SIMILARITIES;
    private byte[] told = NOTHING_TOLD;
    private int size;

    int size() {
        return size;
    }

    Node other(int index) {
        Node other = others[index];
        if (other == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return other;
    }

    int similarity(int index) {
        return similarities[index];
    }

    /** How much of the leads is told by both, in percent. */
    int told(int index) {
        return told[index];
    }

    /** Adds a link to a work that it does not link to. */
    void add(Node other, int similarity, int toldByBoth) {
        if (size == others.length) {
            others = Arrays.copyOf(others, Math.max(FIRST, size + (size >> 1) + 1));
            similarities = Arrays.copyOf(similarities, others.length);
            told = Arrays.copyOf(told, others.length);
        }
        told[size] = (byte) toldByBoth;
        others[size] = other;
        similarities[size++] = similarity;
    }

    /** Removes the link to a work. */
    void remove(Node other) {
        for (int i = 0; i < size; i++) {
            if (others[i] == other) {
                others[i] = others[--size];
                similarities[i] = similarities[size];
                told[i] = told[size];
                others[size] = null;
                return;
            }
        }
    }
}
