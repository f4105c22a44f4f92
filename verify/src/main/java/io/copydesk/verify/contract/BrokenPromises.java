package io.copydesk.verify.contract;

import io.copydesk.schemas.Promise;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where promises are broken: how often, and the first examples. Not thread-safe. */
public final class BrokenPromises {

    /** Examples of each promise. */
    private static final int EXAMPLES = 10;

    private final Map<Promise, Long> counts = new EnumMap<>(Promise.class);
    private final Map<Promise, List<String>> examples = new EnumMap<>(Promise.class);

    void add(Promise promise, String example) {
        counts.merge(promise, 1L, Long::sum);
        List<String> some = examples.computeIfAbsent(promise, any -> new ArrayList<>());
        if (some.size() < EXAMPLES) {
            some.add(example);
        }
    }

    /** How often a promise is broken. */
    public long count(Promise promise) {
        return counts.getOrDefault(promise, 0L);
    }

    /** How often promises are broken. */
    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The first examples: a place and what is wrong there. */
    public List<String> examples(Promise promise) {
        return List.copyOf(examples.getOrDefault(promise, List.of()));
    }
}
