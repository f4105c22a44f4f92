package io.copydesk.lab.live;

import io.copydesk.lab.loopback.Judgement;
import io.copydesk.lab.loopback.LoopbackSite;
import io.copydesk.lab.loopback.LoopbackWeb;
import io.copydesk.lab.process.JvmProcess;
import io.copydesk.standalone.Copydesk;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs {@code copydesk run} over growing feeds, kills it (SIGKILL) and restarts it repeatedly, then lets it run until it has
 * fetched everything. For one thread.
 */
public final class KilledRuns implements AutoCloseable {

    private static final Duration ANSWER_TIME = Duration.ofMillis(40);
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration SETTLE = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 50;

    private final KillPlan plan;
    private final Consumer<String> progress;
    private final LoopbackWeb web;
    private final List<LoopbackSite> sites;
    private final Random random;
    private final List<Long> kills = new ArrayList<>();
    private final List<Duration> starts = new ArrayList<>();

    private KilledRuns(KillPlan plan, Consumer<String> progress) throws IOException {
        this.plan = plan;
        this.progress = progress;
        this.random = new Random(plan.seed());
        this.web = LoopbackWeb.open(plan.addresses(), ANSWER_TIME, Clock.systemUTC());
        this.sites = plan.sites(web, Clock.systemUTC().instant());
    }

    /**
     * Runs the trial.
     *
     * @param progress receives one line for each event
     */
    public static KillReport of(KillPlan plan, Consumer<String> progress) throws IOException, InterruptedException {
        try (KilledRuns runs = new KilledRuns(plan, progress)) {
            return runs.run();
        }
    }

    private KillReport run() throws IOException, InterruptedException {
        Files.createDirectories(plan.folder());
        Files.writeString(plan.opml(), opml());
        long begun = System.nanoTime();
        for (int i = 1; i <= plan.times(); i++) {
            try (JvmProcess watcher = start()) {
                if (i % 4 == 0) {
                    letRun(watcher, random.nextInt(8_000)); // often before the first request
                } else {
                    awaitVisit(watcher);
                    letRun(watcher, random.nextInt((int) (2 * plan.between().toMillis())));
                }
                watcher.kill();
                kills.add(System.nanoTime());
                progress.accept("killed " + i + " of " + plan.times() + " times; " + web.visitCount() + " requests");
            }
        }
        Duration stop = settle();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Judgement judgement = Judgement.of(
                web.visits(),
                KillPlan.HOST_DELAY,
                authority -> sites.stream()
                        .filter(site -> site.authority().equals(authority))
                        .findFirst()
                        .map(LoopbackSite::crawlDelay)
                        .orElse(Duration.ZERO),
                kills);
        progress.accept("reading the topics");
        ItemFates fates = ItemFates.read(
                plan.folder().resolve("data"), sites, Clock.systemUTC().instant());
        return new KillReport(kills.size(), web.visitCount(), took, starts, stop, fates, judgement);
    }

    /** The last run: until every allowed page was fetched; then it is stopped with SIGTERM. Returns the duration of the stop. */
    private Duration settle() throws IOException, InterruptedException {
        sites.forEach(site -> site.stop(Clock.systemUTC().instant()));
        try (JvmProcess watcher = start()) {
            Set<String> wanted = ItemFates.pages(sites, Clock.systemUTC().instant());
            await(watcher, SETTLE, () -> served().containsAll(wanted));
            return watcher.stop(STOP);
        }
    }

    private Set<String> served() {
        return web.visits().stream()
                .filter(visit -> visit.status() == 200)
                .map(visit -> "http://" + visit.authority() + visit.path())
                .collect(Collectors.toSet());
    }

    private JvmProcess start() throws IOException {
        return JvmProcess.start(
                plan.folder().resolve("run.log"), Copydesk.class, List.of(), plan.arguments(web.port()));
    }

    private void awaitVisit(JvmProcess watcher) throws InterruptedException {
        int before = web.visitCount();
        long begun = System.nanoTime();
        if (!await(watcher, START, () -> web.visitCount() > before)) {
            throw new IllegalStateException("no request for " + START.toSeconds() + " s after a start; see run.log");
        }
        starts.add(Duration.ofNanos(System.nanoTime() - begun));
    }

    private static void letRun(JvmProcess watcher, long millis) throws InterruptedException {
        await(watcher, Duration.ofMillis(millis), () -> false);
    }

    private static boolean await(JvmProcess watcher, Duration limit, BooleanSupplier condition)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (!watcher.isAlive()) {
                throw new IllegalStateException("copydesk run has ended by itself; see run.log");
            }
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return true;
    }

    private String opml() {
        return sites.stream()
                .map(site ->
                        "<outline type=\"rss\" text=\"" + site.authority() + "\" xmlUrl=\"" + site.feedUrl() + "\"/>")
                .collect(Collectors.joining("\n", "<opml version=\"2.0\"><body>\n", "\n</body></opml>\n"));
    }

    @Override
    public void close() {
        web.close();
    }
}
