package io.copydesk.enrich.memory;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A hash table of elements that contain their own key, in six bytes an element: open addressing with linear probing, and removal that
 * moves followers back (Knuth, volume 3, 6.4, algorithm R). For one thread.
 */
public final class Lookup<T> {

    private static final double FULL = 0.8;
    private static final int GROWTH_SHIFT = 2;

    private final ToLongFunction<T> hash;
    private @Nullable Object[] slots = new Object[64];
    private int size;

    /** @param hash of an element's key; well mixed */
    public Lookup(ToLongFunction<T> hash) {
        this.hash = hash;
    }

    /** How many elements there are. */
    public int size() {
        return size;
    }

    /**
     * Makes room for so many elements. Elements that are added in the order of another table must find a table that is large enough: in a
     * smaller one they are all added at one place, each behind all others.
     */
    public void reserve(int elements) {
        if (elements > FULL * slots.length) {
            rebuild((int) (elements / FULL) + 1);
        }
    }

    /** The element with this key, {@code null} for none. */
    public @Nullable T find(long keyHash, Predicate<T> sameKey) {
        int slot = home(keyHash);
        for (T element = at(slot); element != null; element = at(slot)) {
            if (hash.applyAsLong(element) == keyHash && sameKey.test(element)) {
                return element;
            }
            slot = next(slot);
        }
        return null;
    }

    /** Adds an element whose key is not in yet. */
    public void add(T element) {
        if (size + 1 > FULL * slots.length) {
            rebuild(slots.length + (slots.length >> GROWTH_SHIFT));
        }
        int slot = home(hash.applyAsLong(element));
        while (slots[slot] != null) {
            slot = next(slot);
        }
        slots[slot] = element;
        size++;
    }

    /** Removes an element that is in. */
    public void remove(T element) {
        int gap = home(hash.applyAsLong(element));
        while (slots[gap] != element) {
            gap = next(gap);
        }
        int slot = next(gap);
        for (T follower = at(slot); follower != null; follower = at(slot)) {
            int home = home(hash.applyAsLong(follower));
            boolean stays = gap < slot ? gap < home && home <= slot : gap < home || home <= slot;
            if (!stays) {
                slots[gap] = follower;
                gap = slot;
            }
            slot = next(slot);
        }
        slots[gap] = null;
        size--;
    }

    /** Hands every element to {@code consumer}, which must not change the table. */
    public void forEach(Consumer<T> consumer) {
        for (int slot = 0; slot < slots.length; slot++) {
            T element = at(slot);
            if (element != null) {
                consumer.accept(element);
            }
        }
    }

    private void rebuild(int length) {
        @Nullable Object[] before = slots;
        slots = new Object[length];
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
    private @Nullable T at(int slot) {
        return (T) slots[slot];
    }

    private int home(long keyHash) {
        return (int) ((keyHash >>> Integer.SIZE) * slots.length >>> Integer.SIZE);
    }

    private int next(int slot) {
        return slot + 1 == slots.length ? 0 : slot + 1;
    }
}
