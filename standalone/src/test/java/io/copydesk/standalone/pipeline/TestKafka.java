package io.copydesk.standalone.pipeline;

import io.copydesk.broker.EmbeddedBroker;
import io.copydesk.standalone.DockerKafka;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One real Kafka for all tests of a JVM: the embedded broker, or with {@code -Dcopydesk.it.broker=docker} a container, which
 * fails when no engine answers. Each use gets a topic prefix of its own.
 */
public final class TestKafka implements BeforeAllCallback {

    private static final AtomicInteger PREFIXES = new AtomicInteger();

    private String bootstrapServers;

    private record Running(String bootstrapServers, Runnable stop) implements AutoCloseable {
        @Override
        public void close() {
            stop.run();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        bootstrapServers = context.getRoot()
                .getStore(Namespace.create(TestKafka.class))
                .computeIfAbsent(Running.class, type -> start(), Running.class)
                .bootstrapServers();
    }

    /** The brokers' addresses. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** A prefix that no other test uses. */
    public String newPrefix() {
        return "it" + PREFIXES.incrementAndGet() + ".";
    }

    /** A pipeline's options on this Kafka, under a prefix of its own. */
    public PipelineOptions options(int partitions) {
        return new PipelineOptions(bootstrapServers, null, newPrefix(), partitions);
    }

    private static Running start() {
        String wanted = System.getProperty("copydesk.it.broker", "embedded");
        return switch (wanted) {
            case "embedded" -> embedded();
            case "docker" -> docker();
            default -> throw new IllegalArgumentException("copydesk.it.broker is embedded or docker, not " + wanted);
        };
    }

    private static Running embedded() {
        DataFolder folder = DataFolder.temporary();
        EmbeddedBroker broker = EmbeddedBroker.start(folder.broker());
        return new Running(broker.bootstrapServers(), () -> {
            broker.close();
            folder.close();
        });
    }

    private static Running docker() {
        DockerKafka kafka = DockerKafka.start();
        return new Running(kafka.bootstrapServers(), kafka::close);
    }
}
