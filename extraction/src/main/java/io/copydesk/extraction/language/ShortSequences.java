package io.copydesk.extraction.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The surprisals of sequences of up to {@value #LONGEST} letters in every language. Most languages have them, so rows are read faster than
 * lists of pairs. Immutable and thread-safe.
 */
final class ShortSequences {

    static final int LONGEST = 3;

    private final SequenceTable table;
    private final byte[] rows;

    private ShortSequences(List<Integer> hashes, byte[] rows) {
        this.rows = rows;
        int languages = rows.length / Math.max(1, hashes.size());
        table = new SequenceTable(hashes.size());
        for (int i = 0; i < hashes.size(); i++) {
            table.put(hashes.get(i), i * languages);
        }
    }

    /** The short sequences among all. */
    static ShortSequences of(SequenceTable all, SurprisalPairs pairs, int languages) {
        return new Collection(all, pairs, languages).collect();
    }

    /** Where the row of the sequence with this hash begins, or {@link SequenceTable#NONE}. */
    int find(int hash) {
        return table.find(hash);
    }

    /** Sets the surprisals from the row at {@code row}, each raised by {@code penalty}. */
    void read(int row, int penalty, int[] surprisals) {
        for (int i = 0; i < surprisals.length; i++) {
            surprisals[i] = Math.min(SurprisalPairs.FOREIGN, (rows[row + i] & 0xff) + penalty);
        }
    }

    /** Finds them letter by letter, backwards: the model identifies them by their hashes only. */
    private static final class Collection {

        private final SequenceTable all;
        private final SurprisalPairs pairs;
        private final int languages;
        private final Map<Character, List<Character>> before = new HashMap<>();
        private final List<Integer> hashes = new ArrayList<>();
        private byte[] rows = new byte[1 << 16];

        Collection(SequenceTable all, SurprisalPairs pairs, int languages) {
            this.all = all;
            this.pairs = pairs;
            this.languages = languages;
        }

        ShortSequences collect() {
            List<Character> alphabet = new ArrayList<>();
            for (char c = 0; c < Character.MAX_VALUE; c++) {
                if ((c == LetterModel.EDGE || Script.isLetter(c)) && isKnown(LetterModel.hash(0, c))) {
                    alphabet.add(c);
                }
            }
            for (char letter : alphabet) {
                int hash = LetterModel.hash(0, letter);
                before.put(
                        letter,
                        alphabet.stream()
                                .filter(c -> isKnown(LetterModel.hash(hash, c)))
                                .toList());
            }
            int[] foreign = new int[languages];
            Arrays.fill(foreign, SurprisalPairs.FOREIGN);
            addAll(1, 0, foreign, alphabet);
            return new ShortSequences(hashes, Arrays.copyOf(rows, hashes.size() * languages));
        }

        private boolean isKnown(int hash) {
            return all.find(hash) != SequenceTable.NONE;
        }

        private void add(int hash, int[] row) {
            int start = hashes.size() * languages;
            if (rows.length < start + languages) {
                rows = Arrays.copyOf(rows, 2 * rows.length);
            }
            for (int i = 0; i < languages; i++) {
                rows[start + i] = (byte) row[i];
            }
            hashes.add(hash);
        }

        /** Adds the known sequences of {@code length} letters that begin with one of {@code letters} and go on as the one with this hash. */
        private void addAll(int length, int rest, int[] ofRest, List<Character> letters) {
            for (char letter : letters) {
                int hash = LetterModel.hash(rest, letter);
                int entry = all.find(hash);
                if (entry != SequenceTable.NONE) {
                    int[] row = new int[languages];
                    for (int i = 0; i < languages; i++) {
                        row[i] = Math.min(SurprisalPairs.FOREIGN, ofRest[i] + SurprisalPairs.UNKNOWN);
                    }
                    pairs.read(entry, 0, row);
                    add(hash, row);
                    if (length < LONGEST) {
                        addAll(length + 1, hash, row, before.getOrDefault(letter, List.of()));
                    }
                }
            }
        }
    }
}
