package io.copydesk.ingest.frontier;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;

/** The robots.txt of one origin. Times are epoch milliseconds. Mutable, for one thread. */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
final class RobotsState {

    /** The file, {@code null} when there is none. */
    byte[] body;

    /** True while the file cannot be had and none is known: nothing is allowed (RFC 9309 §2.3.1.4). */
    boolean unreachable;

    /** When it is asked for again. */
    long expires;

    /** Since when it cannot be had, 0 while it can. */
    long failingSince;

    int failures;

    /** The request whose redirect is being followed, {@code null} when none is. */
    String following;
}
