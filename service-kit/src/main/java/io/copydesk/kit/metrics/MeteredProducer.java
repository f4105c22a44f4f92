package io.copydesk.kit.metrics;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Shows a producer's records to {@link TopicMeters}. Public only because Kafka creates it by name. */
public final class MeteredProducer implements ProducerInterceptor<Object, Object> {

    /** The property that holds the {@link TopicMeters}. */
    private static final String METERS = "copydesk.topic.meters";

    private @Nullable TopicMeters meters;

    /** The properties of a Streams client, whose producers all get it. */
    public static Map<String, Object> ofStreams(TopicMeters meters) {
        return Map.of(
                "producer." + ProducerConfig.INTERCEPTOR_CLASSES_CONFIG,
                MeteredProducer.class.getName(),
                METERS,
                meters);
    }

    /** Adds it to the settings of a plain producer. */
    public static void configure(Properties settings, TopicMeters meters) {
        settings.put(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG, MeteredProducer.class.getName());
        settings.put(METERS, meters);
    }

    /** What {@link #ofStreams} was given; {@code null} when there is none among the properties. */
    static @Nullable TopicMeters metersOf(Map<String, ?> properties) {
        return (TopicMeters) properties.get(METERS);
    }

    @Override
    public void configure(Map<String, ?> settings) {
        meters = metersOf(settings);
    }

    @Override
    public ProducerRecord<Object, Object> onSend(ProducerRecord<Object, Object> record) {
        if (meters != null) {
            meters.written(record);
        }
        return record;
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception failure) {
        // Counted when sent: a failed transaction is visible in other figures.
    }

    @Override
    public void close() {}
}
