package io.copydesk.ingest.frontier;

import org.jspecify.annotations.Nullable;

/** The robots.txt of one origin. Its JSON is persisted. Times are epoch milliseconds. Mutable, for one thread. */
@PersistedFields
final class RobotsState {

    /** The file, {@code null} when there is none. */
    byte @Nullable [] body;

    /** True while it is unreachable and no copy is known: nothing is allowed (RFC 9309 §2.3.1.4). */
    boolean unreachable;

    /** When it is requested again. */
    long expires;

    /** Since when it is unreachable, 0 while it is not. */
    long failingSince;

    /** Unreachable answers in a row. */
    int failures;

    /** What came of the last request, {@code null} while it is reachable. */
    @Nullable
    String problem;

    /** The request whose redirect is being followed, {@code null} when none is. */
    @Nullable
    String following;
}
