package io.copydesk.kit.lineage;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Names the input that a thread works for in the lines that it logs meanwhile: a fetched page has the id of its request from the fetch
 * to its article and story, a replayed one the id of its file or record. Thread-safe.
 */
public final class Trace {

    /**
     * The name in the mapped diagnostic context.
     *
     * @see <a href="https://www.elastic.co/docs/reference/ecs/ecs-tracing">Elastic Common Schema, tracing fields</a>
     */
    public static final String KEY = "trace.id";

    private Trace() {}

    /**
     * Does the work for an input; what is within other work names its own input, and the other's afterwards.
     *
     * @param inputId the input; {@code null} where it is not known
     */
    public static void of(@Nullable String inputId, Runnable work) {
        String outer = MDC.get(KEY);
        put(inputId);
        try {
            work.run();
        } finally {
            put(outer);
        }
    }

    private static void put(@Nullable String inputId) {
        if (inputId == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, inputId);
        }
    }
}
