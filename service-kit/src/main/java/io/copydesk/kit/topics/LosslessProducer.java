package io.copydesk.kit.topics;

import io.copydesk.schemas.Topics;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The settings of a plain producer that loses, doubles and reorders nothing. */
public final class LosslessProducer {

    private LosslessProducer() {}

    /**
     * Adds them to the client settings of a producer.
     *
     * <p>One batch at a time: a broker takes any first sequence number of a producer in a new partition. If it refuses the first
     * batch, because the partition is not ready, and takes the second, the first is refused until its delivery timeout
     * (KAFKA-14359).
     */
    public static void configure(Properties settings) {
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(Topics.MAX_RECORD_BYTES));
        settings.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, "false");
    }
}
