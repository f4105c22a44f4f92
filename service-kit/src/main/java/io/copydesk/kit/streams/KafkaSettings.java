package io.copydesk.kit.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Kafka's own client settings, under Kafka's own names ({@code bootstrap.servers}, {@code
 * security.protocol}, {@code consumer.max.poll.records}, …). They reach
 * the clients untouched.
 *
 * @param clients setting to value
 */
public record KafkaSettings(Map<String, String> clients) {
    private static final String ENABLE_METRICS_PUSH = CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG;
    private static final String GROUP_INSTANCE_ID = CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG;
    private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

    /** How Kafka Streams marks a setting as one of a kind of client, or of its own topics. */
    private static final List<String> PREFIXES = List.of(
            "consumer.", "main.consumer.", "restore.consumer.", "global.consumer.", "producer.", "admin.", "topic.");

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

    /** For a plain consumer: settings with the prefix {@code consumer.} before those without any. */
    public Properties consumer() {
        return client("consumer.");
    }

    /** For a plain producer, likewise. */
    public Properties producer() {
        return client("producer.");
    }

    /** For an admin client, likewise. */
    public Properties admin() {
        return client("admin.");
    }

    /** The same with {@code limit} for each answer, whatever else is set. */
    public Properties admin(Duration limit) {
        Properties settings = admin();
        String millis = Long.toString(limit.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        return settings;
    }

    private Properties client(String prefix) {
        Properties settings = new Properties();
        clients.forEach((key, value) -> {
            if (PREFIXES.stream().noneMatch(key::startsWith)) {
                settings.putIfAbsent(key, value);
            } else if (key.startsWith(prefix)) {
                settings.put(key.substring(prefix.length()), value);
            }
        });
        settings.put(ENABLE_METRICS_PUSH, "false");
        return settings;
    }

    /**
     * The same as a static member of its group (KIP-345), with the name that is kept in {@code folder}, unless the settings have
     * one: killed and started again it takes its own place at once.
     */
    public KafkaSettings asInstanceIn(Path folder) {
        Map<String, String> named = new HashMap<>(clients);
        named.computeIfAbsent(GROUP_INSTANCE_ID, key -> InstanceId.in(folder));
        return new KafkaSettings(named);
    }
}
