package io.copydesk.ingest.frontier;

import io.copydesk.schemas.FetchOutcome;
import java.time.Duration;
import java.util.List;

/**
 * Learns whether a server's "not modified" (304) can be believed. Now and then a feed is asked without validators; when that
 * shows an item that must have been there while the server said "not modified", the server is not believed for a month. The
 * probes become rarer as they find the server honest, and cost at most one body in nine polls then.
 */
final class Distrust {

    private static final long SENTENCE = Duration.ofDays(30).toMillis();

    /** A server may need some time until what is published is served. */
    private static final long GRACE = Duration.ofMinutes(15).toMillis();

    private static final int[] CHECK_AFTER = {3, 5, 7, 8};
    private static final double SUSPICIOUS = 2.5;
    private static final int MOST_DOUBTS = 2;

    private Distrust() {}

    /** Whether the next poll may carry validators. */
    static boolean mayAskConditionally(FeedState feed, long now) {
        if (feed.distrustedSince > 0) {
            if (now - feed.distrustedSince < SENTENCE) {
                return false;
            }
            feed.distrustedSince = 0;
            feed.confirmed = 0;
            feed.doubts = 0;
            feed.unverified = 0;
        }
        int limit = feed.doubts > 0 ? CHECK_AFTER[0] : CHECK_AFTER[Math.min(feed.confirmed, CHECK_AFTER.length - 1)];
        return feed.unverified < limit;
    }

    /** A probe found nothing new: the server was honest. */
    static void unchanged(FeedState feed) {
        if (feed.probing && feed.unverified > 0) {
            feed.confirmed++;
            feed.doubts = 0;
        }
    }

    /** A body came; call before anything of it is remembered. */
    static void body(FeedState feed, FetchOutcome outcome, List<ReadItem> added) {
        if (!feed.probing || feed.unverified == 0 || feed.distrustedSince > 0) {
            return;
        }
        if (added.isEmpty()) {
            unchanged(feed);
            return;
        }
        boolean sameValidator = feed.etag != null && feed.etag.equals(outcome.etag());
        boolean wasThere = added.stream()
                .anyMatch(item -> item.published() > feed.lastBody && item.published() < feed.lastPoll - GRACE);
        boolean dated = added.stream().anyMatch(item -> item.published() > 0);
        if (!dated && isStrange(feed, added.size(), outcome.at())) {
            feed.doubts++;
        }
        if (sameValidator || wasThere || feed.doubts >= MOST_DOUBTS) {
            feed.distrustedSince = outcome.at();
        } else if (dated) {
            feed.confirmed++;
        }
    }

    /** Without dates: more items at once than the time since the last answer explains, or far too few before it. */
    private static boolean isStrange(FeedState feed, int added, long now) {
        return added > 1 + 2 * feed.rhythm.expected(feed.lastPoll, now)
                || feed.rhythm.expected(feed.lastBody, feed.lastPoll) > SUSPICIOUS;
    }
}
