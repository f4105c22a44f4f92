package io.copydesk.lab.live;

import io.copydesk.schemas.Topics;
import io.copydesk.verify.state.TopicReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Watches growing sites with several instances of the roles frontier and fetch, each a process, and one of clean. Kills one of them
 * (SIGKILL) and starts it again, before or after its twin was given its partitions; again and again, and then lets all run until
 * everything was fetched. The broker is in this process. For one thread.
 */
public final class KilledInstances implements AutoCloseable {

    /** Those with several instances; they are killed in turn. */
    private static final List<String> ROLES = List.of("frontier", "fetch");

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration SETTLE = Duration.ofMinutes(10);

    private final KillPlan plan;
    private final int instances;
    private final Consumer<String> progress;
    private final WatchedSites sites;
    private final RoleProcesses processes;
    private final Random random;
    private final List<Long> kills = new ArrayList<>();

    private KilledInstances(KillPlan plan, int instances, Consumer<String> progress)
            throws IOException, InterruptedException {
        this.plan = plan;
        this.instances = instances;
        this.progress = progress;
        this.random = new Random(plan.seed());
        this.sites = WatchedSites.open(plan);
        this.processes = RoleProcesses.watching(
                plan.folder(), sites.all().stream().map(site -> site.feedUrl()).toList());
    }

    /**
     * Runs the trial.
     *
     * @param instances of each of the two roles
     * @param progress receives one line for each event
     */
    public static KillReport of(KillPlan plan, int instances, Consumer<String> progress)
            throws IOException, InterruptedException {
        try (KilledInstances trial = new KilledInstances(plan, instances, progress)) {
            return trial.run();
        }
    }

    private KillReport run() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        start("clean");
        for (int i = 1; i <= instances; i++) {
            for (String role : ROLES) {
                start(role + '-' + i);
            }
        }
        processes.require("a first request", START, () -> sites.visits() > 0);
        for (int i = 1; i <= plan.times(); i++) {
            processes.letRun(random.nextInt((int) (2 * plan.between().toMillis())));
            String name = ROLES.get(i % ROLES.size()) + '-' + (1 + random.nextInt(instances));
            processes.kill(name);
            kills.add(System.nanoTime());
            int absence = random.nextInt(3 * RoleProcesses.SESSION_MILLIS);
            processes.letRun(absence);
            start(name);
            progress.accept("killed " + name + " for " + absence + " ms, " + i + " of " + plan.times() + " times; "
                    + sites.visits() + " requests");
        }
        sites.stop();
        processes.require("every page to be fetched", SETTLE, sites::areFetched);
        progress.accept("reading the topics");
        ItemFates fates = settled();
        return new KillReport(
                kills.size(),
                sites.visits(),
                Duration.ofNanos(System.nanoTime() - begun),
                List.of(),
                processes.stopAll(),
                fates,
                sites.judge(kills));
    }

    /** What became of the items, as soon as no more of them are found; the services may have records to process yet. */
    private ItemFates settled() throws IOException, InterruptedException {
        TopicReader reader = new TopicReader(processes.clients());
        long end = System.nanoTime() + SETTLE.toNanos();
        while (true) {
            ItemFates fates = ItemFates.read(
                    reader,
                    Topics.DEFAULT_PREFIX,
                    sites.all(),
                    Clock.systemUTC().instant());
            if (fates.lost().isEmpty() || System.nanoTime() > end) {
                return fates;
            }
            processes.letRun(2_000);
        }
    }

    /** @param name a role, and a number where there are several */
    private void start(String name) throws IOException {
        processes.start(name, plan.settings(sites.port()));
    }

    @Override
    public void close() {
        processes.close();
        sites.close();
    }
}
