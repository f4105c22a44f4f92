package io.copydesk.enrich.story;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers for languages, each of which is read faster than a tag. For one thread. */
final class Languages {

    /** The number of an unknown language, which is the same as any. */
    static final int UNKNOWN = 0;

    private final Map<String, Integer> numbers = new HashMap<>();

    /** The number of a primary language tag. */
    int number(@Nullable String language) {
        return language == null ? UNKNOWN : numbers.computeIfAbsent(language, added -> numbers.size() + 1);
    }

    /** {@link Profile#sameLanguage} by their numbers. */
    static boolean areSame(int language, int other) {
        return language == other || language == UNKNOWN || other == UNKNOWN;
    }
}
