package io.copydesk.kit.streams;

import io.copydesk.kit.metrics.MeteredProducer;
import io.copydesk.kit.metrics.TopicMeters;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/**
 * All that the runner needs to know of one application.
 *
 * @param applicationId the consumer group, and the prefix of internal topics and transactional ids
 * @param topology what to run; every store and repartition in it must be named
 * @param processingHandler decides what becomes of a record whose processing threw
 * @param deserializationHandler decides what becomes of a record that cannot be read
 * @param productionHandler decides what becomes of a result that cannot be written
 * @param properties what the handlers read in {@code configure}, under keys that are not Kafka's; often empty
 * @param kafka client settings, passed through
 * @param streams how to run it
 */
public record StreamsApplication(
        String applicationId,
        Topology topology,
        Class<? extends ProcessingExceptionHandler> processingHandler,
        Class<? extends DeserializationExceptionHandler> deserializationHandler,
        Class<? extends ProductionExceptionHandler> productionHandler,
        Map<String, ?> properties,
        KafkaSettings kafka,
        StreamsSettings streams) {

    public StreamsApplication {
        properties = Map.copyOf(properties);
    }

    /** The same with its records counted. */
    public StreamsApplication withMeters(TopicMeters meters) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putAll(MeteredProducer.ofStreams(meters));
        return new StreamsApplication(
                applicationId,
                topology,
                processingHandler,
                deserializationHandler,
                productionHandler,
                all,
                kafka,
                streams);
    }
}
