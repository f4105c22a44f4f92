package io.copydesk.lab.live;

import io.copydesk.ingest.IngestMain;
import io.copydesk.lab.process.JvmProcess;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.TopicProvisioner;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.standalone.subscriptions.Subscriptions;
import io.copydesk.verify.state.TopicReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/**
 * Watches growing sites with several instances of the roles frontier and fetch, each a process, and one of clean. Kills one of them
 * (SIGKILL) and starts it again, before or after its twin was given its partitions; again and again, and then lets all run until
 * everything was fetched. The broker is in this process. For one thread.
 */
public final class KilledInstances implements AutoCloseable {

    /** Those with several instances; they are killed in turn. */
    private static final List<String> ROLES = List.of("frontier", "fetch");

    private static final int PARTITIONS = 4;
    private static final int SESSION_MILLIS = 6_000;
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration SETTLE = Duration.ofMinutes(10);
    private static final Duration STOP = Duration.ofSeconds(60);

    private final KillPlan plan;
    private final int instances;
    private final Consumer<String> progress;
    private final WatchedSites sites;
    private final Cluster cluster;
    private final Random random;
    private final Map<String, JvmProcess> processes = new LinkedHashMap<>();
    private final List<Long> kills = new ArrayList<>();

    private KilledInstances(KillPlan plan, int instances, Consumer<String> progress) throws IOException {
        this.plan = plan;
        this.instances = instances;
        this.progress = progress;
        this.random = new Random(plan.seed());
        Files.createDirectories(plan.folder());
        this.sites = WatchedSites.open(plan);
        this.cluster = Cluster.open(null, plan.folder());
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
        subscribe();
        start("clean");
        for (int i = 1; i <= instances; i++) {
            for (String role : ROLES) {
                start(role + '-' + i);
            }
        }
        require("a first request", START, () -> sites.visits() > 0);
        for (int i = 1; i <= plan.times(); i++) {
            letRun(random.nextInt((int) (2 * plan.between().toMillis())));
            String name = ROLES.get(i % ROLES.size()) + '-' + (1 + random.nextInt(instances));
            Objects.requireNonNull(processes.remove(name)).kill();
            kills.add(System.nanoTime());
            int absence = random.nextInt(3 * SESSION_MILLIS);
            letRun(absence);
            start(name);
            progress.accept("killed " + name + " for " + absence + " ms, " + i + " of " + plan.times() + " times; "
                    + sites.visits() + " requests");
        }
        sites.stop();
        require("every page to be fetched", SETTLE, sites::areFetched);
        progress.accept("reading the topics");
        ItemFates fates = settled();
        return new KillReport(
                kills.size(),
                sites.visits(),
                Duration.ofNanos(System.nanoTime() - begun),
                List.of(),
                stopAll(),
                fates,
                sites.judge(kills));
    }

    private void subscribe() throws InterruptedException {
        try (Admin admin = Admin.create(cluster.clients())) {
            new TopicProvisioner(admin, Topics.DEFAULT_PREFIX).provision(PARTITIONS);
        }
        try (Subscriptions subscriptions = new Subscriptions(cluster, Topics.DEFAULT_PREFIX, PARTITIONS)) {
            sites.all().forEach(site -> subscriptions.add(new Subscription(site.feedUrl(), null, null, null)));
            subscriptions.flush();
        }
    }

    /** What became of the items, as soon as no more of them are found; the services may have records to process yet. */
    private ItemFates settled() throws IOException, InterruptedException {
        TopicReader reader = new TopicReader(cluster.clients());
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
            letRun(2_000);
        }
    }

    /** @param name a role, and a number where there are several */
    private void start(String name) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                name.replaceFirst("-.*", ""),
                "--kafka.bootstrap.servers=" + cluster.kafka().bootstrapServers(),
                "--kafka.session.timeout.ms=" + SESSION_MILLIS,
                "--kafka.heartbeat.interval.ms=1000",
                "--topics.partitions=" + PARTITIONS,
                "--streams.state-dir=" + plan.folder().resolve("state-" + name),
                "--health.port=0"));
        plan.settings(sites.port()).forEach(setting -> arguments.add("--" + setting));
        processes.put(
                name,
                JvmProcess.start(
                        plan.folder().resolve(name + ".log"), IngestMain.class, List.of("-Xmx384m"), arguments));
    }

    private Duration stopAll() throws InterruptedException {
        Duration longest = Duration.ZERO;
        for (JvmProcess process : processes.values()) {
            Duration stop = process.stop(STOP);
            longest = stop.compareTo(longest) > 0 ? stop : longest;
        }
        return longest;
    }

    private void letRun(long millis) throws InterruptedException {
        await(Duration.ofMillis(millis), () -> false);
    }

    private void require(String what, Duration limit, BooleanSupplier condition) throws InterruptedException {
        if (!await(limit, condition)) {
            throw new IllegalStateException(
                    "waited " + limit.toSeconds() + " s for " + what + "; the logs are in " + plan.folder());
        }
    }

    private boolean await(Duration limit, BooleanSupplier condition) throws InterruptedException {
        return Running.until(condition, limit, processes, plan.folder());
    }

    @Override
    public void close() {
        processes.values().forEach(JvmProcess::close);
        cluster.close();
        sites.close();
    }
}
