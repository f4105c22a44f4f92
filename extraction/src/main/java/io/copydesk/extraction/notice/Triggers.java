package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.LatinFold.Kind;
import io.copydesk.extraction.notice.NoticePattern.Element;
import java.util.List;

/**
 * Words without which a text holds no phrase, or speaks of no topic. Looking for them takes one pass over the characters and makes no objects; most
 * passages of an article hold none, and are then neither cut into words nor compared with patterns. Immutable after it was filled, then thread-safe.
 */
final class Triggers {

    private static final int SLOTS = 1 << 15;

    /** Hashes of the words, open addressing; 0 is an empty slot. */
    private final int[] slots = new int[SLOTS];

    private int words;
    private boolean digits;

    /** Adds a word of a pattern or vocabulary, folded. */
    void add(String word) {
        int hash = hash(word.hashCode());
        int at = hash & SLOTS - 1;
        while (slots[at] != 0 && slots[at] != hash) {
            at = at + 1 & SLOTS - 1;
        }
        if (slots[at] == 0 && ++words > SLOTS / 2) {
            throw new IllegalStateException("more than " + SLOTS / 2 + " triggers");
        }
        slots[at] = hash;
    }

    /** Adds what every text holds that {@code pattern} matches: the words of its most telling place. */
    void add(NoticePattern pattern, String firstWord) {
        List<String> best = firstWord == null ? List.of() : List.of(firstWord);
        for (Element element : pattern.elements()) {
            if (element instanceof Element.Word word
                    && !word.optional()
                    && shortest(word.alternatives()) > shortest(best)) {
                best = word.alternatives();
            }
        }
        digits |= best.isEmpty();
        best.forEach(this::add);
    }

    /** Long words are rare ones; a stem cannot be looked up. */
    private static int shortest(List<String> words) {
        return words.stream()
                .mapToInt(word -> word.endsWith("~") ? 0 : word.length())
                .min()
                .orElse(0);
    }

    /** Whether {@code text} may hold one of the words; {@code true} for texts with letters of other scripts than Latin. */
    boolean mayBeIn(String text) {
        int hash = 0;
        Kind word = Kind.NONE;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            Kind kind = LatinFold.kind(c);
            if (kind == Kind.FOREIGN || kind == Kind.DIGIT && digits) {
                return true;
            }
            if (kind == Kind.NOTHING) {
                continue;
            }
            if (kind != word || kind == Kind.SIGN) {
                if (word != Kind.NONE && holds(hash)) {
                    return true;
                }
                hash = 0;
                word = kind;
            }
            hash = kind == Kind.NONE ? 0 : LatinFold.hash(hash, c);
        }
        return word != Kind.NONE && holds(hash);
    }

    private boolean holds(int wordHash) {
        int hash = hash(wordHash);
        int at = hash & SLOTS - 1;
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return true;
            }
            at = at + 1 & SLOTS - 1;
        }
        return false;
    }

    private static int hash(int wordHash) {
        int mixed = wordHash * 0x9E3779B9;
        mixed ^= mixed >>> 15;
        return mixed == 0 ? 1 : mixed;
    }
}
