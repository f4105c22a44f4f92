package io.copydesk.extraction.notice;

import io.copydesk.extraction.notice.NoticePattern.Element;
import io.copydesk.extraction.resource.WordHashes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases by their first two words. Many phrases start with the same word, few with the same two, and matching one costs more than a look-up.
 * Not thread-safe until {@link #seal} was called, immutable from then on.
 */
final class PatternIndex {

    /** The key of phrases that start with a number. */
    private static final String NUMBER = "#";

    /** The phrases that start with one word, each list in the order in which they were added. */
    private static final class Followers {
        final String first;
        /** By their second word; with it, those whose second word is not fixed. */
        final Map<String, List<NoticePattern>> bySecond = new HashMap<>();
        /** Those whose second word is not fixed: a gap, a stem, an optional word, or none. */
        final List<NoticePattern> any = new ArrayList<>();
        /** A bit for the hash of each second word: most words that follow in a text end here. */
        long seconds;

        Followers(String first) {
            this.first = first;
        }

        void add(NoticePattern pattern) {
            // A spelled first place is several words of the text, so its second word is no second place.
            if (pattern.elements().size() > 1
                    && !(pattern.elements().get(0) instanceof Element.Spelled)
                    && pattern.elements().get(1) instanceof Element.Word second
                    && second.isFixed()) {
                for (String word : second.alternatives()) {
                    bySecond.computeIfAbsent(word, k -> new ArrayList<>(any)).add(pattern);
                    seconds |= bit(word.hashCode());
                }
                return;
            }
            any.add(pattern);
            bySecond.values().forEach(patterns -> patterns.add(pattern));
        }

        boolean mayHave(int second) {
            return (seconds & bit(second)) != 0;
        }

        private static long bit(int hash) {
            return 1L << (hash * 0x9E3779B9 >>> 26);
        }
    }

    private final Map<String, Followers> byFirst = new HashMap<>();
    private WordHashes firstWords = WordHashes.of(List.of());
    /** The same by the hash of the first word, so that no string is made of the words of a text; open addressing. */
    private @Nullable Followers[] slots = {};

    /** Adds a phrase that may start with {@code word}, {@code null} when it starts with a number. */
    void add(@Nullable String word, NoticePattern pattern) {
        byFirst.computeIfAbsent(word == null ? NUMBER : word, Followers::new).add(pattern);
    }

    void seal() {
        firstWords = WordHashes.of(byFirst.keySet());
        slots = new Followers[Integer.highestOneBit(Math.max(byFirst.size(), 1)) * 4];
        for (Followers followers : byFirst.values()) {
            int at = slot(followers.first.hashCode());
            while (slots[at] != null) {
                at = at + 1 & slots.length - 1;
            }
            slots[at] = followers;
        }
    }

    private int slot(int hash) {
        return hash * 0x9E3779B9 >>> 8 & slots.length - 1;
    }

    private @Nullable Followers followers(FoldedWords words, int at) {
        int slot = slot(words.hash(at));
        Followers found = slots[slot];
        while (found != null && !words.is(at, found.first)) {
            slot = slot + 1 & slots.length - 1;
            found = slots[slot];
        }
        return found;
    }

    /** The phrases that may start at word {@code at}, in the order in which they were added. */
    List<NoticePattern> startingAt(FoldedWords words, int at) {
        boolean number = words.isNumber(at);
        if (!number && !firstWords.mayHold(words.hash(at))) {
            return List.of();
        }
        Followers found = number ? byFirst.get(NUMBER) : followers(words, at);
        if (found == null) {
            return List.of();
        }
        return at + 1 < words.size() && found.mayHave(words.hash(at + 1))
                ? found.bySecond.getOrDefault(words.get(at + 1), found.any)
                : found.any;
    }
}
