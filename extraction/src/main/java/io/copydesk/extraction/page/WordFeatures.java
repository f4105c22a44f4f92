package io.copydesk.extraction.page;

import static io.copydesk.extraction.page.Feature.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words a block shares with the headline, the description and the rest of the text; one instance for each page. */
final class WordFeatures {

    private static final int SLOTS = 1 << 14;
    /** Characters; shorter words occur in every text. In scripts without spaces each pair of characters counts as a word. */
    private static final int MIN_WORD = 4;

    private static final int MAX_CHARS = 600;
    /** Characters; a shorter description is not compared. */
    private static final int SHORTEST = 21;

    /** The number of long blocks of the container that contain a word, by its hash. */
    private final byte[] article = new byte[SLOTS];

    private final byte[] title = new byte[SLOTS];
    private final Map<String, Integer> copies = new HashMap<>();
    private final String description;
    private final int[] slots = new int[MAX_CHARS];

    WordFeatures(List<Block> blocks, boolean[] strong, MainTextFinder.Hints hints) {
        for (Block b : blocks) {
            copies.merge(b.text, 1, Integer::sum);
            if (strong[b.order]) {
                count(b.text, article);
            }
        }
        if (hints.headline() != null) {
            count(hints.headline(), title);
        }
        description = hints.description() == null ? "" : TextShape.squeeze(hints.description());
    }

    void put(Block b, boolean strong, float[] row) {
        int n = slots(b.text);
        int inTitle = 0;
        int inArticle = 0;
        for (int i = 0; i < n; i++) {
            inTitle += title[slots[i]] > 0 ? 1 : 0;
            inArticle += article[slots[i]] > (strong ? 1 : 0) ? 1 : 0;
        }
        row[TITLE_WORDS.ordinal()] = (float) inTitle / Math.max(1, n);
        row[ARTICLE_WORDS.ordinal()] = n == 0 ? -1 : (float) inArticle / n;
        row[COPIES.ordinal()] = Math.min(10, copies.getOrDefault(b.text, 0));
        row[DESCRIPTION.ordinal()] = ShapeFeatures.flag(
                description.length() >= SHORTEST && b.weight > 20 && b.weight < 1000 && isDescription(b));
    }

    private boolean isDescription(Block b) {
        // Whichever contains the other, the first characters of the block are in both.
        if (!description.contains(TextShape.squeeze(b.text, SHORTEST))) {
            return false;
        }
        String text = TextShape.squeeze(b.text);
        String head = description.substring(0, Math.min(40, description.length()));
        return text.startsWith(head) || text.length() >= SHORTEST && description.contains(text);
    }

    private void count(String text, byte[] table) {
        int n = slots(text);
        for (int i = 0; i < n; i++) {
            // Once for each block: a word that recurs in one block alone is not shared.
            boolean seen = false;
            for (int j = 0; j < i && !seen && n < 64; j++) {
                seen = slots[j] == slots[i];
            }
            if (!seen && table[slots[i]] < 100) {
                table[slots[i]]++;
            }
        }
    }

    /** The hashes of the text's words, from its beginning. */
    private int slots(String text) {
        int n = 0;
        int hash = 0;
        int length = 0;
        int end = Math.min(MAX_CHARS - 1, text.length());
        for (int i = 0; i <= end; i++) {
            char c = i < end ? text.charAt(i) : ' ';
            if (c >= 'a' && c <= 'z') {
                hash = hash * 31 + c;
                length++;
                continue;
            }
            c = Character.toLowerCase(c);
            if (c >= 0x2E80 && Character.isLetter(c)) {
                if (length > 0 && i + 1 <= end) {
                    slots[n++] = slot(hash * 31 + c);
                }
                hash = c;
                length = 1;
            } else if (Character.isLetterOrDigit(c)) {
                hash = hash * 31 + c;
                length++;
            } else {
                if (length >= MIN_WORD) {
                    slots[n++] = slot(hash);
                }
                hash = 0;
                length = 0;
            }
        }
        return n;
    }

    private static int slot(int hash) {
        return (hash * 0x9E3779B1) >>> 18;
    }
}
