package io.copydesk.lab.simulation;

/** Another project's rule for the time of the next poll; one instance for each feed. */
interface Schedule {

    /**
     * A poll was made.
     *
     * @param shown items in the feed, 0 when the server said that nothing changed
     * @param fresh how many of them are new
     * @return milliseconds until the next poll
     */
    long next(long now, int shown, int fresh);
}
