package io.copydesk.lab.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One invented host: its robots.txt, its latency, and the times of past requests. For one thread. */
final class SimulatedHost {

    private static final long DAY = Rhythms.DAY;

    final String name;
    final SplittableRandom random;

    /** Seconds, 0 without one. */
    final int crawlDelay;

    final int robotsStatus;
    private final List<String> disallowed = new ArrayList<>();

    long busyUntil;
    long lastEnd;
    long robotsSeen;
    long retryAfter;
    long lastFeedRequest;

    SimulatedHost(String name, SplittableRandom random) {
        this.name = name;
        this.random = random;
        double draw = random.nextDouble();
        this.robotsStatus = draw < 0.6 ? 200 : draw < 0.98 ? 404 : 503;
        this.crawlDelay = draw < 0.03 ? 5 + random.nextInt(55) : 0;
        forgetRequests();
    }

    /** As before the first request of a run. */
    final void forgetRequests() {
        busyUntil = 0;
        lastEnd = Long.MIN_VALUE / 2;
        robotsSeen = Long.MIN_VALUE / 2;
        retryAfter = 0;
        lastFeedRequest = Long.MIN_VALUE / 2;
    }

    void disallow(String path) {
        disallowed.add(path);
    }

    static String of(String url) {
        int slash = url.indexOf('/', 8);
        return url.substring(8, slash < 0 ? url.length() : slash);
    }

    /** The status of its robots.txt; a failing one recovers after a day. */
    int robotsStatus(long now, long start) {
        if (!disallowed.isEmpty()) {
            return 200;
        }
        return robotsStatus == 503 && now > start + DAY ? 404 : robotsStatus;
    }

    String robots() {
        StringBuilder out = new StringBuilder("User-agent: *\nDisallow: /search\n");
        disallowed.forEach(path -> out.append("Disallow: ").append(path).append('\n'));
        if (crawlDelay > 0) {
            out.append("Crawl-delay: ").append(crawlDelay).append('\n');
        }
        return out.toString();
    }

    boolean allows(String url) {
        String path = url.substring(url.indexOf('/', 8));
        return disallowed.stream().noneMatch(path::startsWith);
    }

    /** The duration of an exchange, in milliseconds. */
    long latency() {
        return 40 + random.nextInt(400);
    }
}
