package io.copydesk.lab.chaos;

import io.copydesk.broker.EmbeddedBroker;
import io.copydesk.enrich.EnrichMain;
import io.copydesk.ingest.IngestMain;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.lab.process.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A broker, one instance of the ingest service and two of the enrich service, each a process; services reach the broker through a
 * proxy. For one thread.
 */
final class Deployment implements AutoCloseable {

    static final String PREFIX = "news.";

    /** Short, so that a paused or killed instance is missed within a trial; the transaction timeout is what a trial waits beyond. */
    static final int SESSION_TIMEOUT_MS = 6_000;

    static final int TRANSACTION_TIMEOUT_MS = 10_000;

    private final Path folder;
    private final Proxy proxy;
    private final Member broker;
    private final Member ingest;
    private final List<Member> enrich;

    /** Nothing is started yet. */
    Deployment(Path folder, int partitions) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        int port = EmbeddedBroker.freePort();
        proxy = Proxy.to(port);
        broker = new Member(
                "broker",
                BrokerMain.class,
                List.of(brokerFolder().toString(), Integer.toString(port), Integer.toString(proxy.port())),
                folder);
        ingest = new Member("ingest", IngestMain.class, service("ingest", partitions), folder);
        enrich = List.of(
                new Member("enrich-1", EnrichMain.class, service("enrich-1", partitions), folder),
                new Member("enrich-2", EnrichMain.class, service("enrich-2", partitions), folder));
    }

    private List<String> service(String name, int partitions) {
        List<String> arguments = new ArrayList<>(List.of(
                "--kafka.bootstrap.servers",
                "127.0.0.1:" + proxy.port(),
                "--kafka.session.timeout.ms",
                Integer.toString(SESSION_TIMEOUT_MS),
                "--kafka.heartbeat.interval.ms",
                "1000",
                "--kafka.producer.transaction.timeout.ms",
                Integer.toString(TRANSACTION_TIMEOUT_MS),
                "--topics.prefix",
                PREFIX,
                "--topics.partitions",
                Integer.toString(partitions),
                "--streams.state-dir",
                state(name).toString(),
                "--health.port",
                "0"));
        if (!name.equals("ingest")) {
            arguments.addAll(List.of("--enrich.retention", "0s", "--enrich.snapshot-changes", "20"));
        }
        return arguments;
    }

    Member broker() {
        return broker;
    }

    Member ingest() {
        return ingest;
    }

    List<Member> enrich() {
        return enrich;
    }

    List<Member> services() {
        List<Member> services = new ArrayList<>(enrich);
        services.add(ingest);
        return services;
    }

    List<Member> all() {
        List<Member> all = new ArrayList<>(services());
        all.add(broker);
        return all;
    }

    Proxy proxy() {
        return proxy;
    }

    Path brokerFolder() {
        return folder.resolve("broker-data");
    }

    Properties clients() {
        return KafkaSettings.of("127.0.0.1:" + proxy.port()).admin();
    }

    /** Starts what does not run, and waits for it. */
    void startAll() throws IOException, InterruptedException {
        if (!broker.isAlive()) {
            broker.start();
            broker.awaitRunning();
        }
        List<Member> started = new ArrayList<>();
        for (Member service : services()) {
            if (!service.isAlive()) {
                service.start();
                started.add(service);
            }
        }
        for (Member service : started) {
            service.awaitRunning();
        }
    }

    /** Starts again what ended by itself; returns how many. */
    int reviveAll() throws IOException {
        int revived = 0;
        for (Member member : all()) {
            revived += member.revive() ? 1 : 0;
        }
        return revived;
    }

    /** Removes the local state of a service that does not run. */
    void loseState(Member service) throws IOException {
        Folders.remove(state(service.name()));
    }

    private Path state(String name) {
        return folder.resolve("state-" + name);
    }

    @Override
    public void close() throws IOException {
        services().forEach(Member::close);
        broker.close();
        proxy.close();
    }
}
