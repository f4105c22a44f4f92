package io.copydesk.kit.streams;

import io.copydesk.kit.failure.FailureText;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks that a cluster answers, before a client that would wait for minutes without a word. */
public final class Brokers {

    private static final Logger LOG = LoggerFactory.getLogger(Brokers.class);

    /** A broker that is up answers within a second, TLS and login included; a command is not to wait longer. */
    private static final Duration LIMIT = Duration.ofSeconds(6);

    /** A service may start together with its broker, which takes up to a minute. */
    private static final int SERVICE_ATTEMPTS = 9;

    private static final Pattern ADDRESS =
            Pattern.compile("(?!https?://)([A-Z_]+://)?(\\[[^\\]]+]|[^\\[\\]/]+):[0-9]{1,5}");

    private Brokers() {}

    /**
     * Asks the cluster once, for a command.
     *
     * @throws UnreachableBrokersException after six seconds, or at once when the cluster refuses
     */
    public static void requireReachable(KafkaSettings kafka) {
        requireReachable(kafka, LIMIT);
    }

    /**
     * Asks the cluster for nearly a minute, for a service; each attempt without an answer is logged.
     *
     * @throws UnreachableBrokersException when it has not answered
     */
    public static void await(KafkaSettings kafka) {
        await(kafka, SERVICE_ATTEMPTS, LIMIT);
    }

    static void await(KafkaSettings kafka, int attempts, Duration limit) {
        for (int attempt = 1; attempt < attempts; attempt++) {
            try {
                requireReachable(kafka, limit);
                return;
            } catch (UnreachableBrokersException e) {
                LOG.warn("{}; attempt {} of {}", e.getMessage(), attempt, attempts);
            }
        }
        requireReachable(kafka, limit);
    }

    static void requireReachable(KafkaSettings kafka, Duration limit) {
        requireAddresses(kafka.bootstrapServers());
        Admin admin = admin(kafka, kafka.admin(limit));
        try {
            admin.describeCluster().nodes().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw silent(kafka, limit, e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw cause instanceof org.apache.kafka.common.errors.TimeoutException
                    ? silent(kafka, limit, cause)
                    : refused(kafka, cause);
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    /** Kafka takes {@code http://host:port} for a listener of that name, and waits for it in vain. */
    private static void requireAddresses(String servers) {
        for (String server : servers.split(",", -1)) {
            if (!ADDRESS.matcher(server.strip()).matches()) {
                throw new UnreachableBrokersException(
                        "cannot connect to Kafka at " + servers + ": \"" + server.strip()
                                + "\" is no HOST:PORT such as broker.example:9092",
                        new IllegalArgumentException(server));
            }
        }
    }

    private static Admin admin(KafkaSettings kafka, Properties settings) {
        try {
            return Admin.create(settings);
        } catch (KafkaException e) {
            throw refused(kafka, Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static UnreachableBrokersException silent(KafkaSettings kafka, Duration limit, Throwable cause) {
        return new UnreachableBrokersException(
                "no Kafka broker answers at " + kafka.bootstrapServers() + " within " + limit.toSeconds()
                        + " s: is the address right, is the address that the broker advertises reachable from here, and does the"
                        + " listener expect TLS or a login (security.protocol)?",
                cause);
    }

    private static UnreachableBrokersException refused(KafkaSettings kafka, Throwable cause) {
        return new UnreachableBrokersException(
                "cannot connect to Kafka at " + kafka.bootstrapServers() + ": " + FailureText.of(cause), cause);
    }
}
