package io.copydesk.ingest.frontier;

import io.copydesk.schemas.FetchRequest;

/** A queued target that is due, with its state. */
interface Candidate {

    /** The URL to fetch. */
    String url();

    /** Whether robots.txt decides; a robots.txt itself is always allowed (RFC 9309 §2.2.2). */
    default boolean obeysRobots() {
        return true;
    }

    /**
     * The request to make.
     *
     * @param startBefore epoch milliseconds
     */
    FetchRequest request(String id, long startBefore, long now);

    /** Takes it out of the queue or reschedules it, as robots.txt disallows it. */
    void disallowed(long now);

    /**
     * Takes it out of the queue or reschedules it, as robots.txt is unreachable: what is behind it may be of another origin.
     *
     * @param robots what happened to the robots.txt, which is requested again at {@code until}
     */
    void unreachable(String robots, long until, long now);
}
