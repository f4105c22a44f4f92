package io.copydesk.kit.failure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failure was caused by. Chains may be circular or long: a cause is followed once, and the first twenty are told. */
public final class Causes {

    private static final int MAX = 20;

    private Causes() {}

    /** The failure and its causes, innermost last. */
    public static List<Throwable> of(Throwable failure) {
        return collected(failure, false);
    }

    /** The same, and behind each cause what it suppressed. */
    static List<Throwable> andSuppressed(Throwable failure) {
        return collected(failure, true);
    }

    private static List<Throwable> collected(Throwable failure, boolean suppressed) {
        List<Throwable> causes = new ArrayList<>();
        collect(failure, suppressed, Collections.newSetFromMap(new IdentityHashMap<>()), causes);
        return causes;
    }

    private static void collect(
            @Nullable Throwable failure, boolean suppressed, Set<Throwable> seen, List<Throwable> causes) {
        if (failure == null || causes.size() >= MAX || !seen.add(failure)) {
            return;
        }
        causes.add(failure);
        collect(failure.getCause(), suppressed, seen, causes);
        if (suppressed) {
            for (Throwable other : failure.getSuppressed()) {
                collect(other, true, seen, causes);
            }
        }
    }
}
