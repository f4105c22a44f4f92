package io.copydesk.kit.streams;

import java.util.Map;
import java.util.Objects;

/**
 * Kafka's own client settings, under Kafka's own names ({@code bootstrap.servers}, {@code
 * security.protocol}, {@code consumer.max.poll.records}, …). They reach
 * the clients untouched.
 *
 * @param clients setting to value
 */
public record KafkaSettings(Map<String, String> clients) {
    private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

    public KafkaSettings {
        clients = Map.copyOf(clients);
        if (clients.getOrDefault(BOOTSTRAP_SERVERS, "").isBlank()) {
            throw new IllegalArgumentException(BOOTSTRAP_SERVERS + " must name at least one host:port");
        }
    }

    /** A broker on this machine's loopback, port 9092. */
    public static KafkaSettings defaults() {
        return of("127.0.0.1:9092");
    }

    /** Nothing but the addresses, {@code host:port} separated by commas. */
    public static KafkaSettings of(String bootstrapServers) {
        return new KafkaSettings(Map.of(BOOTSTRAP_SERVERS, bootstrapServers));
    }

    /** The addresses, {@code host:port} separated by commas. */
    public String bootstrapServers() {
        return Objects.requireNonNull(clients.get(BOOTSTRAP_SERVERS), BOOTSTRAP_SERVERS);
    }
}
