package io.copydesk.lab.chaos;

import io.copydesk.broker.EmbeddedBroker;
import io.copydesk.lab.process.JvmProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/**
 * Kafka brokers, each a process of Kafka's own main class, broker and controller in one. Beside their addresses they have what a
 * cluster of several brokers is given, copies of each partition; all limits are Kafka's defaults. For one thread.
 */
final class BrokerCluster implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1:";
    private static final Duration FORMAT = Duration.ofMinutes(1);
    private static final int MOST_COPIES = 3;

    private final List<Member> brokers = new ArrayList<>();
    private final List<Integer> ports;

    /** Formats a folder for each of {@code size} brokers and starts none. */
    BrokerCluster(Path folder, int size) throws IOException, InterruptedException {
        Set<Integer> free = new LinkedHashSet<>();
        while (free.size() < 2 * size) {
            free.add(EmbeddedBroker.freePort());
        }
        List<Integer> all = List.copyOf(free);
        ports = all.subList(0, size);
        List<Integer> controllers = all.subList(size, 2 * size);
        String cluster = Uuid.randomUuid().toString();
        for (int i = 0; i < size; i++) {
            String name = "broker-" + (i + 1);
            Path settings = folder.resolve(name + ".properties");
            try (OutputStream out = Files.newOutputStream(settings)) {
                settings(i, controllers, folder.resolve(name + "-data")).store(out, null);
            }
            format(settings, cluster, folder.resolve(name + ".log"));
            brokers.add(new Member(name, "kafka.Kafka", List.of(settings.toString()), folder));
        }
    }

    private static void format(Path settings, String cluster, Path log) throws IOException, InterruptedException {
        try (JvmProcess format = JvmProcess.start(
                log,
                System.getProperty("java.class.path"),
                "kafka.tools.StorageTool",
                List.of(),
                List.of("format", "--cluster-id", cluster, "--config", settings.toString()))) {
            if (format.await(FORMAT) != 0) {
                throw new IllegalStateException("Kafka did not format the folder of a broker; see " + log);
            }
        }
    }

    private Properties settings(int index, List<Integer> controllers, Path data) {
        String copies = Integer.toString(Math.min(MOST_COPIES, ports.size()));
        String insync = ports.size() < MOST_COPIES ? "1" : "2";
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(index + 1));
        settings.put(
                "listeners",
                "PLAINTEXT://" + LOOPBACK + ports.get(index) + ",CONTROLLER://" + LOOPBACK + controllers.get(index));
        settings.put("advertised.listeners", "PLAINTEXT://" + LOOPBACK + ports.get(index));
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put(
                "controller.quorum.voters",
                IntStream.range(0, controllers.size())
                        .mapToObj(i -> (i + 1) + "@" + LOOPBACK + controllers.get(i))
                        .collect(Collectors.joining(",")));
        settings.put("log.dirs", data.toString());
        settings.put("default.replication.factor", copies);
        settings.put("min.insync.replicas", insync);
        settings.put("offsets.topic.replication.factor", copies);
        settings.put("transaction.state.log.replication.factor", copies);
        settings.put("transaction.state.log.min.isr", insync);
        return settings;
    }

    List<Member> members() {
        return brokers;
    }

    /** Where clients connect. */
    String bootstrapServers() {
        return ports.stream().map(port -> LOOPBACK + port).collect(Collectors.joining(","));
    }

    /** Starts all of them: none runs without the others, as they elect a controller together. */
    void start() throws IOException, InterruptedException {
        for (Member broker : brokers) {
            broker.start();
        }
        for (Member broker : brokers) {
            broker.awaitRunning();
        }
    }

    @Override
    public void close() {
        brokers.forEach(Member::close);
    }
}
