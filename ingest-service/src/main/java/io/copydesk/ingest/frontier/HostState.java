package io.copydesk.ingest.frontier;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;

/** What the frontier knows of one host. Times are epoch milliseconds. Mutable, for one thread. */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
final class HostState {

    /** The request that is at work, {@code null} when none is. */
    String inFlight;

    /** The queue entry that it is for. */
    String entry;

    /** When its outcome is no longer waited for. */
    long leaseEnds;

    /** When the host may be asked next. */
    long notBefore;

    /** The pause that its robots.txt asks for, in milliseconds, 0 when it does not. */
    long crawlDelay;

    /** Exchanges in a row without any response. */
    int failures;

    /** Requests made so far. */
    long requests;
}
