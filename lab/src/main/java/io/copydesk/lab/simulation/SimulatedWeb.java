package io.copydesk.lab.simulation;

import io.copydesk.lab.simulation.SimulatedFeed.Behaviour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** Feeds on invented hosts, which publish as invented or as real feeds did; the same seed gives the same web. */
final class SimulatedWeb {

    private static final int[] WINDOWS = {10, 15, 20, 20, 25, 30, 50, 100};
    private static final long HISTORY = 60 * Rhythms.DAY;

    final long seed;
    final long start;
    final long end;
    final List<SimulatedFeed> feeds = new ArrayList<>();
    final Map<String, SimulatedHost> hosts = new HashMap<>();
    private final Map<String, SimulatedFeed> byUrl = new HashMap<>();

    private SimulatedWeb(long seed, long start, long end) {
        this.seed = seed;
        this.start = start;
        this.end = end;
    }

    /** Feeds of invented rhythms and behaviours. */
    static SimulatedWeb invented(long seed, int feedCount, int days, long start) {
        SimulatedWeb web = new SimulatedWeb(seed, start, start + days * Rhythms.DAY);
        web.invent(feedCount);
        return web;
    }

    /**
     * Feeds that publish as real ones did, each on a host of its own, with correct validators and dates.
     *
     * @param window how many items a feed holds
     * @param pages whether items have a page; without, no page is requested
     */
    static SimulatedWeb ofTrace(FeedTrace trace, long seed, int window, boolean pages) {
        SimulatedWeb web = new SimulatedWeb(seed, FeedTrace.START, trace.end());
        SplittableRandom random = new SplittableRandom(seed);
        trace.feeds().forEach((id, times) -> {
            int number = web.feeds.size();
            String host = "www." + id + ".example";
            web.add(new SimulatedFeed(number, host, Behaviour.HONEST, times, window, true, pages, web.end), random);
        });
        return web;
    }

    private void invent(int feedCount) {
        SplittableRandom random = new SplittableRandom(seed);
        int host = 0;
        int left = 0;
        for (int number = 0; number < feedCount; number++) {
            if (left == 0) {
                host++;
                left = random.nextDouble() < 0.8 ? 1 : 2 + random.nextInt(15);
            }
            left--;
            add(feed(number, "www.site" + host + ".example", random.split()), random);
        }
    }

    private SimulatedFeed feed(int number, String host, SplittableRandom random) {
        Rhythms.Kind kind = Rhythms.kind(random);
        double perDay = Rhythms.itemsPerDay(random);
        if (kind == Rhythms.Kind.EDITION) {
            perDay = Math.min(perDay, 12);
        }
        long[] times = Rhythms.times(kind, perDay, start - HISTORY, end, random);
        int window = WINDOWS[random.nextInt(WINDOWS.length)];
        boolean dated = random.nextDouble() < 0.92;
        long turn = start + Rhythms.DAY + random.nextLong(Math.max(1, end - start - 2 * Rhythms.DAY));
        return new SimulatedFeed(number, host, behaviour(random), times, window, dated, true, turn);
    }

    private static Behaviour behaviour(SplittableRandom random) {
        double draw = random.nextDouble();
        double[] upTo = {0.52, 0.87, 0.89, 0.93, 0.94, 0.955, 0.97, 0.98, 0.99, 1};
        int index = 0;
        while (draw >= upTo[index]) {
            index++;
        }
        return Behaviour.values()[index];
    }

    private void add(SimulatedFeed feed, SplittableRandom random) {
        feeds.add(feed);
        byUrl.put(feed.url, feed);
        byUrl.put(feed.otherUrl, feed);
        hosts.computeIfAbsent(feed.host, name -> new SimulatedHost(name, random.split()));
        String other = SimulatedHost.of(feed.otherUrl);
        hosts.computeIfAbsent(other, name -> new SimulatedHost(name, random.split()));
        if (feed.behaviour == Behaviour.DISALLOWED) {
            host(feed.url).disallow(feed.url.substring(feed.url.indexOf('/', 8)));
        }
    }

    /** For another run: no item was found yet. */
    void forgetFound() {
        feeds.forEach(feed -> Arrays.fill(feed.found, 0));
        hosts.values().forEach(SimulatedHost::forgetRequests);
    }

    /** Items that no poll can find: their feed published more in their second than it holds. */
    long unseeable() {
        return feeds.stream().mapToLong(SimulatedFeed::unseeable).sum();
    }

    /** The feed at a URL of this web. */
    SimulatedFeed feedAt(String url) {
        return Objects.requireNonNull(byUrl.get(url), url);
    }

    /** The host of a URL of this web. */
    SimulatedHost host(String url) {
        return Objects.requireNonNull(hosts.get(SimulatedHost.of(url)), url);
    }
}
