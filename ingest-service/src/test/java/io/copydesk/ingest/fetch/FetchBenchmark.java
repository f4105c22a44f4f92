package io.copydesk.ingest.fetch;

import io.copydesk.ingest.fetch.Fetch.Kind;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much 200 misbehaving hosts slow the healthy ones down. Rounds with and without them alternate; reported is the
 * median of the pairs' ratios. Both servers run in this process, so their work counts against the rate as well.
 *
 * <p>Arguments: seconds a round (4), pairs of rounds (7). A misbehaving host gets its next request no sooner than five
 * seconds after the last, as from the frontier.
 */
final class FetchBenchmark {

    private static final int HEALTHY = 64;
    private static final int MISBEHAVING = 200;
    /** So many of them hold a connection at any time. */
    private static final int HOLDING = 100;

    /** Rounds until the compiler has done its work. */
    private static final int WARM_UP = 6;

    private static final long DELAY_MILLIS = 5_000;
    private static final List<String> ROUTES = List.of(
            "/stall-at-once",
            "/stall-after-head",
            "/stall-in-body",
            "/drip-body",
            "/drip-head",
            "/reset-at-once",
            "/garbage",
            "/endless-head",
            "/gzip-bomb",
            "/to-itself");

    private final RawServer healthy;
    private final RawServer misbehaving;
    private final CountDownLatch never = new CountDownLatch(1);

    private FetchBenchmark(RawServer healthy, RawServer misbehaving) {
        this.healthy = healthy;
        this.misbehaving = misbehaving;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4;
        int pairs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        try (RawServer healthy = RawServer.onLoopback(new Sins());
                RawServer misbehaving = RawServer.onLoopback(new Sins(1000))) {
            new FetchBenchmark(healthy, misbehaving).run(seconds, pairs);
        }
    }

    private void run(int seconds, int pairs) throws InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            round(seconds, i % 2 == 1);
        }
        List<Double> alone = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            boolean first = i % 2 == 0;
            double one = round(seconds, !first);
            double other = round(seconds, first);
            alone.add(first ? one : other);
            beside.add(first ? other : one);
            ratios.add(beside.get(i) / alone.get(i));
        }
        System.out.printf("healthy hosts alone            %8.0f fetches/s%n", median(alone));
        System.out.printf("beside %d misbehaving ones    %8.0f fetches/s%n", MISBEHAVING, median(beside));
        System.out.printf("slower by                      %8.1f %%%n", 100 * (1 - median(ratios)));
    }

    /** Each round has a fetcher of its own, so that none inherits what an earlier one left waiting. */
    private double round(int seconds, boolean withSins) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong fetched = new AtomicLong();
        try (Fetcher fetcher = Fetcher.create(
                Fetching.settings(Duration.ofSeconds(30), List.of(healthy.port(), misbehaving.port())),
                Fetching.loopback(),
                Clock.systemUTC())) {
            Thread asking = new Thread(() -> askMisbehaving(fetcher, over));
            asking.setDaemon(true);
            if (withSins) {
                asking.start();
                while (fetcher.busyConnections() < HOLDING) {
                    Thread.onSpinWait();
                }
            }
            for (int host = 0; host < HEALTHY; host++) {
                again(fetcher, "http://fine" + host + ".example:" + healthy.port() + "/fine", over, fetched);
            }
            never.await(1, TimeUnit.SECONDS);
            long before = fetched.get();
            long start = System.nanoTime();
            never.await(seconds, TimeUnit.SECONDS);
            double rate = (fetched.get() - before) / ((System.nanoTime() - start) / 1e9);
            System.err.printf(
                    "%s: %.0f/s, %d connections in use%n",
                    withSins ? "beside" : "alone", rate, fetcher.busyConnections());
            over.set(true);
            asking.interrupt();
            return rate;
        }
    }

    private void again(Fetcher fetcher, String url, AtomicBoolean over, AtomicLong fetched) {
        fetcher.fetch(Fetch.of(url, Kind.PAGE)).thenAccept(result -> {
            if (result instanceof FetchResult.Fetched) {
                fetched.incrementAndGet();
            }
            if (!over.get()) {
                again(fetcher, url, over, fetched);
            }
        });
    }

    private void askMisbehaving(Fetcher fetcher, AtomicBoolean over) {
        try {
            while (!over.get()) {
                for (int host = 0; host < MISBEHAVING; host++) {
                    String route = ROUTES.get(host % ROUTES.size());
                    fetcher.fetch(Fetch.of("http://bad" + host + ".example:" + misbehaving.port() + route, Kind.PAGE));
                }
                never.await(DELAY_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
