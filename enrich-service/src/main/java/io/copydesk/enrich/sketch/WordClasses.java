package io.copydesk.enrich.sketch;

import java.util.Map;

/**
 * A table of short words and a number below 256 for each, in eight bytes a word: a text asks it for each of its words, and of a map each answer
 * is several places in memory. Immutable.
 */
final class WordClasses {

    /** Most letters of a word. */
    static final int LONGEST = 7;

    private static final int CLASS_BITS = Byte.SIZE;

    /** The characters of a word in the upper seven bytes, its number in the lowest; open addressing, at most half full. */
    private final long[] slots;

    private WordClasses(int size) {
        slots = new long[Integer.highestOneBit(Math.max(size, 8)) * 4];
    }

    /**
     * The table of {@code classes}.
     *
     * @throws IllegalArgumentException when a word is empty, has more than {@value #LONGEST} characters or others than ASCII's, or a number does not
     *     fit
     */
    static WordClasses of(Map<String, Integer> classes) {
        WordClasses table = new WordClasses(classes.size());
        classes.forEach(table::add);
        return table;
    }

    private void add(String word, int number) {
        long key = key(word);
        if (key == 0 || word.length() > LONGEST || number >>> CLASS_BITS != 0) {
            throw new IllegalArgumentException("not for this table: " + word + " " + number);
        }
        int slot = slot(key);
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = key | number;
    }

    /** The number of the word that consists of the first {@value #LONGEST} characters of {@code word}; {@code other} for a word that is not in the table. */
    int ofBeginning(String word, int other) {
        long key = key(word);
        if (key == 0) {
            return other;
        }
        for (int slot = slot(key); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            if ((slots[slot] ^ key) >>> CLASS_BITS == 0) {
                return (int) slots[slot] & (1 << CLASS_BITS) - 1;
            }
        }
        return other;
    }

    /** Up to {@value #LONGEST} characters; 0 when there is another one than of ASCII among them, or none. */
    private static long key(String word) {
        int length = Math.min(word.length(), LONGEST);
        long key = 0;
        for (int i = 0; i < length; i++) {
            char c = word.charAt(i);
            if (c == 0 || c >= 0x80) {
                return 0;
            }
            key = (key | c) << CLASS_BITS;
        }
        return key;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L; // 2^64 / golden ratio (Knuth, volume 3, 6.4)
        return (int) (mixed >>> Integer.SIZE) & slots.length - 1;
    }
}
