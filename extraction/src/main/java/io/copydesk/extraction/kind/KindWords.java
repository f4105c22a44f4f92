package io.copydesk.extraction.kind;

import io.copydesk.extraction.resource.WordHashes;
import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words of layouts, addresses and JSON-LD types by the kinds of page that they name. Immutable and thread-safe. */
final class KindWords {

    /** The groups in the order of their columns. */
    static final List<String> GROUPS = List.of("forum", "product", "docs", "listing", "service", "article");

    private final Map<String, Integer> bits;
    /** Most words of a layout are in no group, and no string is made of those. */
    private final WordHashes hashes;

    private KindWords(Map<String, Integer> bits) {
        this.bits = bits;
        this.hashes = WordHashes.of(bits.keySet());
    }

    /** The words of one place: {@code class}, {@code path} or {@code type}. */
    static KindWords of(String place) {
        WordLists lists = WordLists.of(KindWords.class, "kind-words.txt");
        Map<String, Integer> bits = new HashMap<>();
        for (int g = 0; g < GROUPS.size(); g++) {
            int bit = 1 << g;
            lists.get(GROUPS.get(g) + "-" + place).forEach(word -> bits.merge(word, bit, (a, b) -> a | b));
        }
        return new KindWords(Map.copyOf(bits));
    }

    /** One bit for each group of which {@code text}, cut at marks and humps, has a word. */
    int groups(String text) {
        int found = 0;
        int start = -1;
        int hash = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (start >= 0 && c >= 'a' && c <= 'z') {
                hash = 31 * hash + c;
                continue;
            }
            boolean part = c != '-' && c != ' ' && c != '_' && Character.isLetterOrDigit(c);
            boolean hump = part && start >= 0 && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1));
            if (start >= 0 && (!part || hump)) {
                if (hashes.mayHold(hash)) {
                    found |= bits.getOrDefault(LowerCase.of(text.substring(start, i)), 0);
                }
                start = -1;
                hash = 0;
            }
            if (part) {
                start = start < 0 ? i : start;
                hash = 31 * hash + Character.toLowerCase(c);
            }
        }
        return found;
    }
}
