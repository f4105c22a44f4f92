package io.copydesk.lab.simulation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/**
 * One invented feed: its publication times and the behaviour of its server. Times are epoch milliseconds. Immutable but for
 * the record of found items.
 */
final class SimulatedFeed {

    /** How its server behaves. */
    enum Behaviour {
        /** Correct validators. */
        HONEST,
        /** No validators. */
        PLAIN,
        /** Validators, and a false "not modified" for every request that sends them. */
        FALSE_NOT_MODIFIED,
        /** An error or no response at random. */
        FLAKY,
        /** Down for two days. */
        OUTAGE,
        /** "Too many requests" with a Retry-After when asked twice within ten minutes. */
        TOUCHY,
        /** Permanent redirect from some day on. */
        MOVED,
        /** Temporary redirect. */
        ELSEWHERE,
        /** Gone (410) from some day on. */
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

    /** The target of its redirects, on another host. */
    final String otherUrl;

    final Behaviour behaviour;
    final long[] published;
    final int window;
    final boolean dated;

    /** Whether its items have a page. */
    final boolean pages;

    /** When it moves, is gone, or its outage begins. */
    final long turn;

    /** When each item was found, 0 before. */
    final long[] found;

    SimulatedFeed(
            int number,
            String host,
            Behaviour behaviour,
            long[] published,
            int window,
            boolean dated,
            boolean pages,
            long turn) {
        this.number = number;
        this.host = host;
        this.url = "https://" + host + "/feeds/" + number + ".xml";
        this.otherUrl = "https://cdn" + number + ".feedhouse.example/" + number + ".xml";
        this.behaviour = behaviour;
        this.published = published;
        this.window = window;
        this.dated = dated;
        this.pages = pages;
        this.turn = turn;
        this.found = new long[published.length];
    }

    /** The number of items published up to a time. */
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

    /** The index of the oldest item in the feed. */
    int oldest(long now) {
        return Math.max(0, count(now) - window);
    }

    /** Records the items of a body as found; returns the number of new ones. */
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

    /** The ETag of the feed's state. */
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
            out.append("<item><title>Item ").append(i).append("</title>");
            if (pages) {
                out.append("<link>https://")
                        .append(host)
                        .append("/a/")
                        .append(number)
                        .append('-')
                        .append(i)
                        .append("</link>");
            } else {
                out.append("<guid isPermaLink=\"false\">").append(i).append("</guid>");
            }
            if (dated) {
                out.append("<pubDate>")
                        .append(RFC_822.format(Instant.ofEpochMilli(published[i])))
                        .append("</pubDate>");
            }
            out.append("</item>");
        }
        return out.append("</channel></rss>").toString();
    }

    /** Items that more than a window of others were published with, in the same millisecond, after them. */
    long unseeable() {
        long unseeable = 0;
        for (int i = 0; i + window < published.length; i++) {
            unseeable += published[i] == published[i + window] ? 1 : 0;
        }
        return unseeable;
    }

    /** True when robots.txt disallows it, so that none of its items counts as missed. */
    boolean isOutOfReach() {
        return behaviour == Behaviour.DISALLOWED;
    }

    /** Until when its items are counted. */
    long countedUntil(long end) {
        return behaviour == Behaviour.GONE ? Math.min(turn, end) : end;
    }
}
