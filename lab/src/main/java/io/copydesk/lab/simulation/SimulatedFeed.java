package io.copydesk.lab.simulation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/**
 * One invented feed: what it publishes when, and how its server behaves. Times are epoch milliseconds. Immutable but for the
 * record of what was found.
 */
final class SimulatedFeed {

    /** How its server behaves. */
    enum Manner {
        /** Validators that are true. */
        HONEST,
        /** No validators. */
        PLAIN,
        /** Validators, and "not modified" for ever once they are sent. */
        LIAR,
        /** Now and then an error or no answer at all. */
        FLAKY,
        /** Down for two days. */
        OUTAGE,
        /** "Too many requests" with a Retry-After when asked twice within ten minutes. */
        TOUCHY,
        /** Moved for good on some day. */
        MOVED,
        /** Served from elsewhere for now. */
        ELSEWHERE,
        /** Gone for good on some day. */
        GONE,
        /** Its robots.txt does not allow it. */
        DISALLOWED
    }

    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    final int number;
    final String host;
    final String url;

    /** Where it is served from once it has moved, or for now; the same host's other path or another host. */
    final String otherUrl;

    final Manner manner;
    final Rhythms.Kind kind;
    final long[] published;
    final int window;
    final boolean dated;

    /** When its manner shows: when it moves, goes, or its outage begins. */
    final long turn;

    /** When each item was found, 0 while it was not. */
    final long[] found;

    SimulatedFeed(
            int number,
            String host,
            Manner manner,
            Rhythms.Kind kind,
            long[] published,
            int window,
            boolean dated,
            long turn) {
        this.number = number;
        this.host = host;
        this.url = "https://" + host + "/feeds/" + number + ".xml";
        this.otherUrl = "https://cdn" + number + ".feedhouse.example/" + number + ".xml";
        this.manner = manner;
        this.kind = kind;
        this.published = published;
        this.window = window;
        this.dated = dated;
        this.turn = turn;
        this.found = new long[published.length];
    }

    /** How many items were published up to a time. */
    int count(long now) {
        int at = Arrays.binarySearch(published, now);
        if (at < 0) {
            return -at - 1;
        }
        while (at < published.length && published[at] <= now) {
            at++;
        }
        return at;
    }

    /** The first item that the feed still shows. */
    int oldest(long now) {
        return Math.max(0, count(now) - window);
    }

    /** Takes note of what a body shows; returns how many items are new. */
    int see(long now) {
        int fresh = 0;
        for (int i = oldest(now); i < count(now); i++) {
            if (found[i] == 0) {
                found[i] = now;
                fresh++;
            }
        }
        return fresh;
    }

    /** The state of the feed, as a validator. */
    String validator(long now) {
        return '"' + number + "-" + count(now) + '"';
    }

    /** The feed as RSS 2.0. */
    String body(long now) {
        StringBuilder out = new StringBuilder(256 + 160 * window)
                .append("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed ")
                .append(number)
                .append("</title>");
        for (int i = count(now) - 1; i >= oldest(now); i--) {
            out.append("<item><title>Item ")
                    .append(i)
                    .append("</title><link>https://")
                    .append(host)
                    .append("/a/")
                    .append(number)
                    .append('-')
                    .append(i)
                    .append("</link>");
            if (dated) {
                out.append("<pubDate>")
                        .append(RFC_822.format(Instant.ofEpochMilli(published[i])))
                        .append("</pubDate>");
            }
            out.append("</item>");
        }
        return out.append("</channel></rss>").toString();
    }

    /** True when it is asked in vain by right: nothing of it counts as missed. */
    boolean isOutOfReach() {
        return manner == Manner.DISALLOWED;
    }

    /** Until when its items are counted. */
    long countedUntil(long end) {
        return manner == Manner.GONE ? Math.min(turn, end) : end;
    }
}
