package io.copydesk.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A Kafka broker in a container, for the integration tests when {@code -Dcopydesk.it.broker=docker} is given.
 *
 * <p>The image is the one that the variable {@value #IMAGE_VARIABLE} names, else {@code
 * apache/kafka} of the clients' version. Whoever asks for it gets it or
 * an exception: a missing engine never turns into a skipped test. Each start is a new, empty broker.
 */
public final class DockerKafka implements AutoCloseable {
    private static final String IMAGE_VARIABLE = "COPYDESK_KAFKA_IMAGE";
    private static final String OFFICIAL = "apache/kafka";
    /** The official image of the version that is on the class path. */
    private static final String DEFAULT_IMAGE = OFFICIAL + ":" + kafkaVersion();
    /** Lets the script that started the tests find what a killed JVM left behind. */
    private static final String RUN_VARIABLE = "COPYDESK_DOCKER_RUN";

    private final KafkaContainer container;

    private DockerKafka(KafkaContainer container) {
        this.container = container;
    }

    /** The version of Kafka's clients on the class path, as their jar states it. */
    static String kafkaVersion() {
        Properties version = new Properties();
        try (InputStream file = DockerKafka.class.getResourceAsStream("/kafka/kafka-version.properties")) {
            version.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return version.getProperty("version");
    }

    /** Whether the integration tests are asked to use Docker. */
    public static boolean isAskedFor() {
        return "docker".equals(System.getProperty("copydesk.it.broker"));
    }

    /**
     * Starts a broker and waits until it serves.
     *
     * @throws RuntimeException of Testcontainers when no engine answers, the image cannot be had or the broker
     *     does not come up
     */
    public static DockerKafka start() {
        String image = Optional.ofNullable(System.getenv(IMAGE_VARIABLE)).orElse(DEFAULT_IMAGE);
        KafkaContainer container = new KafkaContainer(
                        DockerImageName.parse(image).asCompatibleSubstituteFor(OFFICIAL))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1")
                .withLabel(
                        "io.copydesk.run",
                        Optional.ofNullable(System.getenv(RUN_VARIABLE)).orElse("by-hand"))
                .withStartupTimeout(Duration.ofMinutes(2));
        try {
            container.start();
        } catch (RuntimeException e) {
            container.close();
            throw e;
        }
        return new DockerKafka(container);
    }

    /** {@code host:port} for clients on this machine. */
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    /** Stops the broker and deletes its data. */
    @Override
    public void close() {
        container.close();
    }
}
