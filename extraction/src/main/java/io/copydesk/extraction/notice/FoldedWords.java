package io.copydesk.extraction.notice;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The words of one text. No string is made of a word that is told apart by its hash already. Not thread-safe. */
final class FoldedWords extends AbstractList<String> implements RandomAccess {

    private final WordCursor text;
    private int size;
    private int[] starts;
    private int[] ends;
    private int[] hashes;
    private @Nullable String[] words = {};

    private FoldedWords(WordCursor text, int expected) {
        this.text = text;
        starts = new int[expected];
        ends = new int[expected];
        hashes = new int[expected];
    }

    /** The words of {@code text}, see {@link NoticeWords}. */
    static FoldedWords of(String text) {
        FoldedWords words = new FoldedWords(WordCursor.of(text), text.length() / 5 + 4);
        words.readAll();
        return words;
    }

    private void readAll() {
        while (text.next()) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
                hashes = Arrays.copyOf(hashes, 2 * size);
            }
            starts[size] = text.start();
            ends[size] = text.end();
            hashes[size++] = text.hash();
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String get(int i) {
        if (words.length == 0) {
            words = new String[size];
        }
        String word = words[i];
        if (word == null) {
            word = text.substring(starts[i], ends[i]);
            words[i] = word;
        }
        return word;
    }

    /** Whether word {@code i} is {@code word}. */
    boolean is(int i, String word) {
        return ends[i] - starts[i] == word.length() && hashes[i] == word.hashCode() && text.isAt(starts[i], word);
    }

    /** The {@link String#hashCode} of word {@code i}. */
    int hash(int i) {
        return hashes[i];
    }

    /** Whether word {@code i} is a number. */
    boolean isNumber(int i) {
        return Character.isDigit(text.charAt(starts[i]));
    }
}
