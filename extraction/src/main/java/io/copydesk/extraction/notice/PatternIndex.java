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
        /** By their second word; with it, those whose second word is not fixed. */
        final Map<String, List<NoticePattern>> bySecond = new HashMap<>();
        /** Those whose second word is not fixed: a gap, a stem, an optional word, or none. */
        final List<NoticePattern> any = new ArrayList<>();

        void add(NoticePattern pattern) {
            // A spelled first place is several words of the text, so its second word is no second place.
            if (pattern.elements().size() > 1
                    && !(pattern.elements().get(0) instanceof Element.Spelled)
                    && pattern.elements().get(1) instanceof Element.Word second
                    && second.isFixed()) {
                for (String word : second.alternatives()) {
                    bySecond.computeIfAbsent(word, k -> new ArrayList<>(any)).add(pattern);
                }
                return;
            }
            any.add(pattern);
            bySecond.values().forEach(patterns -> patterns.add(pattern));
        }
    }

    private final Map<String, Followers> byFirst = new HashMap<>();
    private WordHashes firstWords = WordHashes.of(List.of());

    /** Adds a phrase that may start with {@code word}, {@code null} when it starts with a number. */
    void add(@Nullable String word, NoticePattern pattern) {
        byFirst.computeIfAbsent(word == null ? NUMBER : word, k -> new Followers())
                .add(pattern);
    }

    void seal() {
        firstWords = WordHashes.of(byFirst.keySet());
    }

    /** The phrases that may start at word {@code at}, in the order in which they were added. */
    List<NoticePattern> startingAt(FoldedWords words, int at) {
        boolean number = words.isNumber(at);
        if (!number && !firstWords.mayHold(words.hash(at))) {
            return List.of();
        }
        Followers followers = byFirst.get(number ? NUMBER : words.get(at));
        if (followers == null) {
            return List.of();
        }
        return at + 1 < words.size() && !followers.bySecond.isEmpty()
                ? followers.bySecond.getOrDefault(words.get(at + 1), followers.any)
                : followers.any;
    }
}
