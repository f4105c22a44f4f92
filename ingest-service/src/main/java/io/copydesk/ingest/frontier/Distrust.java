package io.copydesk.ingest.frontier;

import io.copydesk.schemas.FetchOutcome;
import java.time.Duration;
import java.util.List;

/**
 * Detects servers whose "not modified" (304) is false. Now and then a feed is polled without validators (a probe); when the
 * body holds an item that must have been there while the server answered "not modified", no validators are sent for a month.
 * Probes become rarer as they confirm the server, down to one body in nine polls. Pure but for the feed that it changes.
 *
 * <p>The constants were chosen with {@code copydesk bench frontier}, which counts the polls until each feed that answers
 * falsely is detected, and the bodies that probes cost.
 */
final class Distrust {

    /** How long no validators are sent: a server may be repaired, and finding out costs nine polls at most. */
    private static final long SENTENCE = Duration.ofDays(30).toMillis();

    /** How long a server may take from the date of an item until it serves it, without being suspected. */
    private static final long GRACE = Duration.ofMinutes(15).toMillis();

    /** "Not modified" answers in a row before a probe, by the number of probes that confirmed the server. */
    private static final int[] PROBE_AFTER = {3, 5, 7, 8};

    /** Items expected while "not modified" was answered above which that was unlikely: P(0 | 2.5) = 8 % (Poisson). */
    private static final double SUSPICIOUS = 2.5;

    /** Doubts, each no proof by itself, that count as one. */
    private static final int MAX_DOUBTS = 2;

    private Distrust() {}

    /** Whether the next poll may carry validators. */
    static boolean allowsConditional(FeedState feed, long now) {
        if (feed.distrustedSince > 0) {
            if (now - feed.distrustedSince < SENTENCE) {
                return false;
            }
            feed.distrustedSince = 0;
            feed.confirmed = 0;
            feed.doubts = 0;
            feed.unverified = 0;
        }
        int confirmed = feed.doubts > 0 ? 0 : Math.min(feed.confirmed, PROBE_AFTER.length - 1);
        return feed.unverified < PROBE_AFTER[confirmed];
    }

    /** A body without a new item came: if it was asked for by a probe, "not modified" was true. */
    static void probeFoundNothingNew(FeedState feed) {
        if (feed.probing && feed.unverified > 0) {
            feed.confirmed++;
            feed.doubts = 0;
        }
    }

    /**
     * A body came. To be called before the feed's state takes anything over from it or from the poll.
     *
     * @param added the items that the body holds and the bodies before did not
     */
    static void body(FeedState feed, FetchOutcome outcome, List<ReadItem> added) {
        if (!feed.probing || feed.unverified == 0 || feed.distrustedSince > 0) {
            return;
        }
        if (added.isEmpty()) {
            probeFoundNothingNew(feed);
            return;
        }
        boolean sameValidator = feed.etag != null && feed.etag.equals(outcome.etag());
        boolean wasThere = added.stream()
                .anyMatch(item -> item.published() > feed.lastBody && item.published() < feed.lastPoll - GRACE);
        boolean dated = added.stream().anyMatch(item -> item.published() > 0);
        if (!dated && isUnlikely(feed, added.size(), outcome.at())) {
            feed.doubts++;
        }
        if (sameValidator || wasThere || feed.doubts >= MAX_DOUBTS) {
            feed.distrustedSince = outcome.at();
        } else if (dated) {
            feed.confirmed++;
        }
    }

    /** Without dates: more new items than the time since the last answer explains, or too many expected before it. */
    private static boolean isUnlikely(FeedState feed, int added, long now) {
        return added > 1 + 2 * feed.rhythm.expected(feed.lastPoll, now)
                || feed.rhythm.expected(feed.lastBody, feed.lastPoll) > SUSPICIOUS;
    }
}
