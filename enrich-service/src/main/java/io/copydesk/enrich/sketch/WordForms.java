package io.copydesk.enrich.sketch;

import io.copydesk.schemas.LowerCase;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of one text, each once. A word of ASCII is found by the hash that is made of it while it is read, without a string of its own. For one
 * thread.
 */
final class WordForms {

    /** Places that are looked at for a word; what has none of them is in a map, as a text may be made so that all its words have one hash. */
    private static final int PLACES = 16;

    /** Characters of a text for each place of the table: a fifth of a word, and words come several times. */
    private static final int CHARACTERS = 4;

    private final @Nullable WordForm[] places;
    private final Map<String, WordForm> crowded = new HashMap<>();

    /** @param characters of the text */
    WordForms(int characters) {
        int words = Math.min(WordTokenizer.LIMIT, characters / CHARACTERS);
        places = new WordForm[Integer.highestOneBit(Math.max(PLACES, words)) * 2];
    }

    /** A word in lower case. */
    WordForm of(String text) {
        return of(text, 0, text.length(), Shingles.hash(text));
    }

    /**
     * A word of a text.
     *
     * @param source has the word from {@code start} to {@code end}: in lower case but for capitals of ASCII
     * @param hash {@link Shingles#hash} of the word in lower case
     */
    WordForm of(String source, int start, int end, long hash) {
        int first = (int) (Shingles.mix(hash) >>> Integer.SIZE);
        for (int i = 0; i < PLACES; i++) {
            int place = first + i & places.length - 1;
            WordForm known = places[place];
            if (known == null) {
                WordForm added = new WordForm(small(source, start, end), hash);
                places[place] = added;
                return added;
            }
            if (known.hash() == hash && known.isWritten(source, start, end)) {
                return known;
            }
        }
        return crowded.computeIfAbsent(small(source, start, end), text -> new WordForm(text, hash));
    }

    private static String small(String source, int start, int end) {
        String word = source.substring(start, end);
        for (int i = 0; i < word.length(); i++) {
            if (small(word.charAt(i)) != word.charAt(i)) {
                return LowerCase.of(word);
            }
        }
        return word;
    }

    /** The character, a small letter for a capital of ASCII. */
    static char small(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }
}
