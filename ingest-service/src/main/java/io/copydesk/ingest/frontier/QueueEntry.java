package io.copydesk.ingest.frontier;

import io.copydesk.schemas.FetchTarget;

/**
 * What waits in a host's queue: a kind and what it is called.
 *
 * @param kind {@code f} a feed, {@code p} a page, {@code h} a redirect's target that a request waits for
 * @param name the feed's URL, the page's key, or the waiting request's id
 */
record QueueEntry(char kind, String name) {

    static final char URGENT = '0';
    static final char PATIENT = '1';

    /** Which of a host's two queues it stands in. */
    char lane() {
        return kind == 'p' ? PATIENT : URGENT;
    }

    static QueueEntry feed(String url) {
        return new QueueEntry('f', url);
    }

    static QueueEntry page(String key) {
        return new QueueEntry('p', key);
    }

    static QueueEntry hop(String requestId) {
        return new QueueEntry('h', requestId);
    }

    static QueueEntry parse(String text) {
        return new QueueEntry(text.charAt(0), text.substring(1));
    }

    FetchTarget target() {
        return kind == 'f' ? FetchTarget.FEED : FetchTarget.PAGE;
    }

    @Override
    public String toString() {
        return kind + name;
    }
}
