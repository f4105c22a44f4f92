package io.copydesk.enrich.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A stack of numbers. For one thread. */
final class Ints {

    private int[] values = new int[8];
    private int size;

    int size() {
        return size;
    }

    void push(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    int pop() {
        return values[--size];
    }

    /** Adds all of another, if there is one. */
    void addAll(@Nullable Ints other) {
        for (int i = 0; other != null && i < other.size; i++) {
            push(other.values[i]);
        }
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
