package io.copydesk.enrich.story;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The works that a work is similar to, and how much, in {@link Affinity#UNIT}s. Most have few. For one thread. */
final class Links {

    private static final int FIRST = 2;

    private static final @Nullable Node[] NONE = {};
    private static final int[] NO_SIMILARITIES = {};

    private @Nullable Node[] others = NONE;
    private int[] similarities = NO_SIMILARITIES;
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

    /** Adds a link to a work that it does not link to. */
    void add(Node other, int similarity) {
        if (size == others.length) {
            others = Arrays.copyOf(others, Math.max(FIRST, size + (size >> 1) + 1));
            similarities = Arrays.copyOf(similarities, others.length);
        }
        others[size] = other;
        similarities[size++] = similarity;
    }

    /** Removes the link to a work. */
    void remove(Node other) {
        for (int i = 0; i < size; i++) {
            if (others[i] == other) {
                others[i] = others[--size];
                similarities[i] = similarities[size];
                others[size] = null;
                return;
            }
        }
    }
}
