package io.copydesk.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.IntSupplier;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.internals.Exit;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.apache.kafka.storage.internals.checkpoint.CleanShutdownFileHandler;

/**
 * A combined KRaft broker and controller in this process, listening on 127.0.0.1 only. The folder keeps its data: a
 * later start on it, on whatever port, finds everything again, also after the process was killed: after an unclean stop the
 * controller runs alone first ({@link ControllerAlone}), and transactions that an earlier start left open are ended as decided
 * ({@link HeldTransactions}).
 *
 * <p>Built on Kafka's internal classes, which promise no compatibility; nothing else in the project touches them.
 * Thread-safe after {@link #start}.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String SECURED = "SECURED";

    /** Usually below a second: the session timeout of {@link #controllerOnly} and the controller's own start. */
    private static final Duration FENCING = Duration.ofSeconds(30);

    private static final int BIND_ATTEMPTS = 5;

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts a broker on {@code folder}, which is created and formatted when it is new.
     *
     * @throws UncheckedIOException when the folder cannot be written
     * @throws IllegalStateException when another process holds the folder
     */
    public static EmbeddedBroker start(Path folder) {
        return start(folder, EmbeddedBroker::freePort);
    }

    /** @param ports to try, one after the other: another process may bind a port between its choice and its use */
    static EmbeddedBroker start(Path folder, IntSupplier ports) {
        for (int attempt = 1; ; attempt++) {
            int port = ports.getAsInt();
            try {
                return start(folder, port, port);
            } catch (IllegalStateException e) {
                if (attempt == BIND_ATTEMPTS || !isBindFailure(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isBindFailure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    /**
     * The same on a port that is known before.
     *
     * @param port of 127.0.0.1 to listen on
     * @param advertised port of 127.0.0.1 that clients connect to after the first connection
     */
    public static EmbeddedBroker start(Path folder, int port, int advertised) {
        return start(folder, port, advertised, Map.of());
    }

    /**
     * The same with a second listener, {@value #SECURED}, for clients that log in over TLS.
     *
     * @param secured its port of 127.0.0.1
     * @param settings Kafka's own, for the listener and the authorizer
     */
    public static EmbeddedBroker startSecured(Path folder, int port, int secured, Map<String, String> settings) {
        String listener = "," + SECURED + "://" + LOOPBACK + ":" + secured;
        Map<String, String> all = new HashMap<>(settings);
        all.put("+listeners", listener);
        all.put("+advertised.listeners", listener);
        all.put("+listener.security.protocol.map", "," + SECURED + ":SASL_SSL");
        return start(folder, port, port, all);
    }

    /** @param more settings; one whose name begins with a plus is appended to the value that there is */
    private static EmbeddedBroker start(Path folder, int port, int advertised, Map<String, String> more) {
        try {
            Files.createDirectories(folder);
            boolean known = Files.exists(folder.resolve("meta.properties"));
            if (!known) {
                format(folder);
            } else if (!new CleanShutdownFileHandler(folder.toString()).exists()) {
                ControllerAlone.fenceBroker(controllerOnly(folder), FENCING);
            }
            Properties settings = settings(folder, port, advertised, otherFreePort(port));
            more.forEach((name, value) -> {
                String key = name.substring(name.startsWith("+") ? 1 : 0);
                settings.put(key, key.equals(name) ? value : settings.getProperty(key) + value);
            });
            KafkaConfig config = KafkaConfig.fromProps(settings, false);
            EmbeddedBroker broker = new EmbeddedBroker(new KafkaRaftServer(config, Time.SYSTEM), LOOPBACK + ":" + port);
            broker.startup();
            if (known) {
                broker.repair();
            }
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the broker's data in " + folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting the broker on " + folder, e);
        } catch (Exception e) {
            String cause = isBindFailure(e) ? "port " + port + " or that of its controller is in use" : e.getMessage();
            throw new IllegalStateException("the broker did not start on " + folder + ": " + cause, e);
        }
    }

    /** Runs {@code action} before Kafka halts the process for a fault of its broker. Static in Kafka: the last call holds. */
    public static void beforeHalt(Runnable action) {
        Exit.setHaltProcedure((status, message) -> {
            action.run();
            Runtime.getRuntime().halt(status);
        });
    }

    private void startup() {
        try {
            server.startup();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void repair() throws InterruptedException {
        try {
            HeldTransactions.end(bootstrapServers);
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        }
    }

    /** Where clients connect: host and port. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the broker and waits until its logs are closed. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setDirectories(List.of(folder.toString()))
                .setMetadataLogDirectory(folder.toString())
                .setControllerListenerName("CONTROLLER")
                .setIgnoreFormatted(true)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .run();
    }

    private static Properties settings(Path folder, int port, int advertised, int controllerPort) {
        Properties p = new Properties();
        p.put("process.roles", "broker,controller");
        p.put("node.id", "1");
        p.put("listeners", "PLAINTEXT://" + LOOPBACK + ":" + port + ",CONTROLLER://" + LOOPBACK + ":" + controllerPort);
        p.put("advertised.listeners", "PLAINTEXT://" + LOOPBACK + ":" + advertised);
        p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.put("controller.listener.names", "CONTROLLER");
        p.put("inter.broker.listener.name", "PLAINTEXT");
        p.put("controller.quorum.voters", "1@" + LOOPBACK + ":" + controllerPort);
        p.put("log.dirs", folder.toString());
        p.put("auto.create.topics.enable", "false");
        p.put("socket.request.max.bytes", Integer.toString(64 * 1024 * 1024));
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            p.put(topic + ".replication.factor", "1");
            p.put(topic + ".num.partitions", "4");
        }
        p.put("transaction.state.log.min.isr", "1");
        p.put("share.coordinator.state.topic.min.isr", "1");
        // After a crash the controller waits so long before it lets the broker back in; the default is 9 s.
        p.put("broker.session.timeout.ms", "3000");
        p.put("broker.heartbeat.interval.ms", "500");
        p.put("group.initial.rebalance.delay.ms", "0");
        p.put("group.streams.initial.rebalance.delay.ms", "0");
        // One machine's worth of work: fewer threads and a small cleaner buffer start faster and stay under 400 MB.
        p.put("num.network.threads", "2");
        p.put("num.io.threads", "4");
        p.put("background.threads", "2");
        p.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        return p;
    }

    /** The controller of a node on {@code folder}, which takes a broker that does not answer for dead at once. */
    private static KafkaConfig controllerOnly(Path folder) {
        int port = freePort();
        Properties p = settings(folder, 0, 0, port);
        p.put("process.roles", "controller");
        p.put("listeners", "CONTROLLER://" + LOOPBACK + ":" + port);
        p.remove("advertised.listeners");
        p.remove("inter.broker.listener.name");
        p.put("broker.session.timeout.ms", "200");
        p.put("broker.heartbeat.interval.ms", "100");
        return KafkaConfig.fromProps(p, false);
    }

    /**
     * A port of 127.0.0.1 that nothing listens on at this moment.
     *
     * @throws UncheckedIOException when there is none
     */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no port of " + LOOPBACK + " is free", e);
        }
    }

    private static int otherFreePort(int port) {
        int other = freePort();
        while (other == port) {
            other = freePort();
        }
        return other;
    }
}
