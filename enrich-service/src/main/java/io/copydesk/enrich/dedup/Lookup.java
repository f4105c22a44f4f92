package io.copydesk.enrich.dedup;

import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A hash table of elements that hold their own key, in six bytes an element: open addressing with linear probing, and removal that
 * moves followers back (Knuth, volume 3, 6.4 R). For one thread.
 */
final class Lookup<T> {

    private static final double FULL = 0.8;
    private static final int GROWTH_SHIFT = 2;

    private final ToLongFunction<T> hash;
    private Object[] slots = new Object[64];
    private int size;

    /** @param hash of an element's key; well mixed */
    Lookup(ToLongFunction<T> hash) {
        this.hash = hash;
    }

    int size() {
        return size;
    }

    @Nullable
    T find(long keyHash, Predicate<T> sameKey) {
        for (int slot = home(keyHash); slots[slot] != null; slot = next(slot)) {
            T element = at(slot);
            if (hash.applyAsLong(element) == keyHash && sameKey.test(element)) {
                return element;
            }
        }
        return null;
    }

    /** Adds an element whose key is not in. */
    void add(T element) {
        if (size + 1 > FULL * slots.length) {
            grow();
        }
        int slot = home(hash.applyAsLong(element));
        while (slots[slot] != null) {
            slot = next(slot);
        }
        slots[slot] = element;
        size++;
    }

    /** Takes out an element that is in. */
    void remove(T element) {
        int gap = home(hash.applyAsLong(element));
        while (slots[gap] != element) {
            gap = next(gap);
        }
        for (int slot = next(gap); slots[slot] != null; slot = next(slot)) {
            int home = home(hash.applyAsLong(at(slot)));
            boolean stays = gap < slot ? gap < home && home <= slot : gap < home || home <= slot;
            if (!stays) {
                slots[gap] = slots[slot];
                gap = slot;
            }
        }
        slots[gap] = null;
        size--;
    }

    private void grow() {
        Object[] before = slots;
        slots = new Object[before.length + (before.length >> GROWTH_SHIFT)];
        size = 0;
        for (Object element : before) {
            if (element != null) {
                @SuppressWarnings("unchecked")
                T known = (T) element;
                add(known);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private T at(int slot) {
        return (T) slots[slot];
    }

    private int home(long keyHash) {
        return (int) ((keyHash >>> Integer.SIZE) * slots.length >>> Integer.SIZE);
    }

    private int next(int slot) {
        return slot + 1 == slots.length ? 0 : slot + 1;
    }
}
