package io.copydesk.lab.live;

import io.copydesk.ingest.IngestMain;
import io.copydesk.lab.process.JvmProcess;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.TopicProvisioner;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.standalone.subscriptions.Subscriptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;

/**
 * Instances of the roles of ingest, each a process with a state folder and a log of its own, on a broker in this process. One that ends
 * without being killed is an error of every wait. For one thread.
 */
final class RoleProcesses implements AutoCloseable {

    /** After which the group gives the partitions of an instance that was killed to its twin. */
    static final int SESSION_MILLIS = 6_000;

    private static final int PARTITIONS = 4;
    private static final Duration STOP = Duration.ofSeconds(60);

    private final Path folder;
    private final Cluster cluster;
    private final Map<String, JvmProcess> processes = new LinkedHashMap<>();

    private RoleProcesses(Path folder, Cluster cluster) {
        this.folder = folder;
        this.cluster = cluster;
    }

    /**
     * Starts the broker and subscribes to the feeds; no process is started yet.
     *
     * @param folder of the data, the state and the logs; made where it is missing
     */
    static RoleProcesses watching(Path folder, List<String> feeds) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        RoleProcesses opened = new RoleProcesses(folder, Cluster.open(null, folder));
        opened.subscribe(feeds);
        return opened;
    }

    private void subscribe(List<String> feeds) throws InterruptedException {
        try (Admin admin = Admin.create(cluster.clients())) {
            new TopicProvisioner(admin, Topics.DEFAULT_PREFIX).provision(PARTITIONS);
        }
        try (Subscriptions subscriptions = new Subscriptions(cluster, Topics.DEFAULT_PREFIX, PARTITIONS)) {
            feeds.forEach(feed -> subscriptions.add(new Subscription(feed, null, null, null)));
            subscriptions.flush();
        }
    }

    /** Settings of clients of the broker. */
    Properties clients() {
        return cluster.clients();
    }

    /**
     * @param name a role, and {@code -} with a number where there are several
     * @param settings {@code name=value}
     */
    void start(String name, List<String> settings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                name.replaceFirst("-.*", ""),
                "--kafka.bootstrap.servers=" + cluster.kafka().bootstrapServers(),
                "--kafka.session.timeout.ms=" + SESSION_MILLIS,
                "--kafka.heartbeat.interval.ms=1000",
                "--topics.partitions=" + PARTITIONS,
                "--streams.state-dir=" + folder.resolve("state-" + name),
                "--health.port=0"));
        settings.forEach(setting -> arguments.add("--" + setting));
        Path log = folder.resolve(name + ".log");
        processes.put(name, JvmProcess.start(log, IngestMain.class, List.of("-Xmx384m"), arguments));
    }

    /** Kills it (SIGKILL); it may be started again. */
    void kill(String name) throws InterruptedException {
        Objects.requireNonNull(processes.remove(name)).kill();
    }

    /** Stops all (SIGTERM) and returns how long the slowest took. */
    Duration stopAll() throws InterruptedException {
        Duration longest = Duration.ZERO;
        for (JvmProcess process : processes.values()) {
            Duration stop = process.stop(STOP);
            longest = stop.compareTo(longest) > 0 ? stop : longest;
        }
        return longest;
    }

    void letRun(long millis) throws InterruptedException {
        await(Duration.ofMillis(millis), () -> false);
    }

    /** @throws IllegalStateException if the condition does not hold within {@code limit} */
    void require(String what, Duration limit, BooleanSupplier condition) throws InterruptedException {
        if (!await(limit, condition)) {
            throw new IllegalStateException(
                    "waited " + limit.toSeconds() + " s for " + what + "; the logs are in " + folder);
        }
    }

    /** Returns false if the condition did not hold within {@code limit}. */
    boolean await(Duration limit, BooleanSupplier condition) throws InterruptedException {
        return Running.until(condition, limit, processes, folder);
    }

    @Override
    public void close() {
        processes.values().forEach(JvmProcess::close);
        cluster.close();
    }
}
