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
    private static final int[] NO_STRENGTHS = {};

    /** Bits of a share in percent; those of a similarity are above. */
    private static final int TOLD_BITS = 7;

    private @Nullable Node[] others = NONE;

    /** The similarities and how much is told. */
    private int[] strengths = NO_STRENGTHS;

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

    /** The similarity and how much is told, as one number; not 0. */
    int strength(int index) {
        return strengths[index];
    }

    int similarity(int index) {
        return similarityOf(strengths[index]);
    }

    /** How much of the leads is told by both, in percent. */
    int told(int index) {
        return toldOf(strengths[index]);
    }

    /** The similarity of a {@linkplain #strength(int) strength}. */
    static int similarityOf(int strength) {
        return strength >>> TOLD_BITS;
    }

    /** How much is told of a strength, in percent. */
    static int toldOf(int strength) {
        return strength & (1 << TOLD_BITS) - 1;
    }

    /** Adds a link to a work that it does not link to. */
    void add(Node other, int similarity, int toldByBoth) {
        if (size == others.length) {
            others = Arrays.copyOf(others, Math.max(FIRST, size + (size >> 1)));
            strengths = Arrays.copyOf(strengths, others.length);
        }
        others[size] = other;
        strengths[size++] = similarity << TOLD_BITS | toldByBoth;
    }

    /** Removes the link to a work. */
    void remove(Node other) {
        for (int i = 0; i < size; i++) {
            if (others[i] == other) {
                others[i] = others[--size];
                strengths[i] = strengths[size];
                others[size] = null;
                return;
            }
        }
    }
}
