package io.copydesk.kit.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The registry of one service, with the JVM's own figures bound.
 *
 * <p>Every meter has the tag {@code service}. Safe for use by several threads.
 */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();

    /**
     * A registry of its own.
     *
     * @param service the value of the tag {@code service}
     */
    public Metrics(String service) {
        registry.config().commonTags("service", service);
        gc.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Where the service registers its own meters. */
    public MeterRegistry registry() {
        return registry;
    }

    /**
     * Binds the figures of a Streams client and of the consumers and producers within.
     *
     * @return ends the binding; close it before the client
     */
    public AutoCloseable bind(KafkaStreams streams) {
        KafkaStreamsMetrics binder = new KafkaStreamsMetrics(streams, Tags.empty());
        binder.bindTo(registry);
        return binder::close;
    }

    /** The same for a consumer and a producer that no Streams client owns. */
    public AutoCloseable bind(Consumer<?, ?> consumer, Producer<?, ?> producer) {
        KafkaClientMetrics reading = new KafkaClientMetrics(consumer);
        KafkaClientMetrics writing = new KafkaClientMetrics(producer);
        reading.bindTo(registry);
        writing.bindTo(registry);
        return () -> {
            reading.close();
            writing.close();
        };
    }

    /** All figures now, in the Prometheus text format 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
