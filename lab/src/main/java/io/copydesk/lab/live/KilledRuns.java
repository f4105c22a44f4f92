package io.copydesk.lab.live;

import io.copydesk.lab.loopback.Judgement;
import io.copydesk.lab.process.JvmProcess;
import io.copydesk.standalone.Copydesk;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs {@code copydesk run} over growing feeds, kills it (SIGKILL) and restarts it repeatedly, then lets it run until it has
 * fetched everything. For one thread.
 */
public final class KilledRuns implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration SETTLE = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final KillPlan plan;
    private final Consumer<String> progress;
    private final WatchedSites sites;
    private final Random random;
    private final List<Long> kills = new ArrayList<>();
    private final List<Duration> starts = new ArrayList<>();

    private KilledRuns(KillPlan plan, Consumer<String> progress) throws IOException {
        this.plan = plan;
        this.progress = progress;
        this.random = new Random(plan.seed());
        this.sites = WatchedSites.open(plan);
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
                progress.accept("killed " + i + " of " + plan.times() + " times; " + sites.visits() + " requests");
            }
        }
        Duration stop = settle();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Judgement judgement = sites.judge(kills);
        progress.accept("reading the topics");
        ItemFates fates = ItemFates.read(
                plan.folder().resolve("data"), sites.all(), Clock.systemUTC().instant());
        return new KillReport(kills.size(), sites.visits(), took, starts, stop, fates, judgement);
    }

    /** The last run: until every allowed page was fetched; then it is stopped with SIGTERM. Returns the duration of the stop. */
    private Duration settle() throws IOException, InterruptedException {
        sites.stop();
        try (JvmProcess watcher = start()) {
            await(watcher, SETTLE, sites::areFetched);
            return watcher.stop(STOP);
        }
    }

    private JvmProcess start() throws IOException {
        return JvmProcess.start(
                plan.folder().resolve("run.log"), Copydesk.class, List.of(), plan.arguments(sites.port()));
    }

    private void awaitVisit(JvmProcess watcher) throws InterruptedException {
        int before = sites.visits();
        long begun = System.nanoTime();
        if (!await(watcher, START, () -> sites.visits() > before)) {
            throw new IllegalStateException("no request for " + START.toSeconds() + " s after a start; see run.log");
        }
        starts.add(Duration.ofNanos(System.nanoTime() - begun));
    }

    private void letRun(JvmProcess watcher, long millis) throws InterruptedException {
        await(watcher, Duration.ofMillis(millis), () -> false);
    }

    private boolean await(JvmProcess watcher, Duration limit, BooleanSupplier condition) throws InterruptedException {
        return Running.until(condition, limit, Map.of("run", watcher), plan.folder());
    }

    private String opml() {
        return sites.all().stream()
                .map(site ->
                        "<outline type=\"rss\" text=\"" + site.authority() + "\" xmlUrl=\"" + site.feedUrl() + "\"/>")
                .collect(Collectors.joining("\n", "<opml version=\"2.0\"><body>\n", "\n</body></opml>\n"));
    }

    @Override
    public void close() {
        sites.close();
    }
}
