package io.copydesk.standalone.pipeline;

import io.copydesk.broker.EmbeddedBroker;
import io.copydesk.kit.streams.Brokers;
import io.copydesk.kit.streams.KafkaSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The Kafka that a command works on: an embedded broker on a data folder, or a cluster that was named.
 */
public final class Cluster implements AutoCloseable {

    private final @Nullable DataFolder folder;
    private final @Nullable EmbeddedBroker broker;
    private final KafkaSettings kafka;

    private Cluster(@Nullable DataFolder folder, @Nullable EmbeddedBroker broker, KafkaSettings kafka) {
        this.folder = folder;
        this.broker = broker;
        this.kafka = kafka;
    }

    /**
     * Connects or starts.
     *
     * @param named an existing cluster; {@code null} starts an embedded broker
     * @param data where data is kept; {@code null} keeps it for as long as the command runs
     * @throws UsageException when the folder cannot be used
     * @throws io.copydesk.kit.streams.UnreachableBrokersException when the named cluster does not answer
     */
    public static Cluster open(@Nullable KafkaSettings named, @Nullable Path data) {
        DataFolder folder = data == null ? DataFolder.temporary() : DataFolder.open(data);
        try {
            if (named != null) {
                return new Cluster(folder, null, reachable(named));
            }
            BrokerHalt.explain(folder.broker());
            EmbeddedBroker broker = EmbeddedBroker.start(folder.broker());
            folder.announce(broker.bootstrapServers());
            return new Cluster(folder, broker, local(broker));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /**
     * Connects to the named cluster, or to the broker of the process that holds the data folder, without a folder of its
     * own; starts a broker on the data folder when no process holds it. For reading, or for writing a few records.
     */
    public static Cluster join(@Nullable KafkaSettings named, @Nullable Path data) {
        if (named != null) {
            return new Cluster(null, null, reachable(named));
        }
        if (data != null) {
            Optional<String> running = DataFolder.address(data);
            if (running.isPresent()) {
                return new Cluster(null, null, KafkaSettings.of(running.get()));
            }
        }
        return open(null, data);
    }

    /**
     * The same for a command that reads what others wrote.
     *
     * @throws UsageException also when nothing was ever kept in the data folder
     */
    public static Cluster joinUsed(@Nullable KafkaSettings named, @Nullable Path data) {
        if (named == null && data != null) {
            requireUsed(data);
        }
        return join(named, data);
    }

    /** @throws UsageException when nothing was ever kept in the data folder */
    public static void requireUsed(Path data) {
        if (!Files.isRegularFile(data) && !DataFolder.isUsed(data)) {
            throw new UsageException("there is nothing in the data folder " + data
                    + " yet: copydesk run, or replay with --data, fills one; --data names another");
        }
    }

    /** Whether a broker of another process runs on the data folder. */
    public static boolean isRunning(Path data) {
        return DataFolder.address(data).isPresent();
    }

    private static KafkaSettings reachable(KafkaSettings kafka) {
        Brokers.requireReachable(kafka);
        return kafka;
    }

    /** Client settings for all who connect. */
    public KafkaSettings kafka() {
        return kafka;
    }

    /** Client settings for a producer, consumer or admin. */
    public Properties clients() {
        return broker == null
                ? kafka.admin()
                : KafkaSettings.of(broker.bootstrapServers()).admin();
    }

    /**
     * Where the services keep their state.
     *
     * @throws IllegalStateException after {@link #join}, which serves commands that run no service
     */
    public Path state() {
        if (folder == null) {
            throw new IllegalStateException("a joined cluster has no folder for state");
        }
        return folder.state();
    }

    /**
     * The broker ends with the process, so after a crash the group must not wait for a member that is gone: members have
     * fixed names, and one that comes back takes its own place (KIP-345).
     */
    private static KafkaSettings local(EmbeddedBroker broker) {
        return new KafkaSettings(Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "session.timeout.ms", "10000",
                "heartbeat.interval.ms", "2000",
                "group.instance.id", "local"));
    }

    @Override
    public void close() {
        try {
            if (broker != null) {
                broker.close();
            }
        } finally {
            if (folder != null) {
                folder.close();
            }
        }
    }
}
