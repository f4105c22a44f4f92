package io.copydesk.kit.metrics;

import io.copydesk.schemas.ProductVersion;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
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
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
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

    /** Of the topics; empty as long as they are not known. */
    private volatile String prefix = "";

    /**
     * A registry of its own.
     *
     * @param service the value of the tag {@code service}
     */
    public Metrics(String service) {
        registry.config().commonTags("service", service).meterFilter(MeterFilter.deny(this::isDoubled));
        gc.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /**
     * Adds what every process of the pipeline shows: its version, and what it writes to the topics of {@code prefix}. Kafka's
     * consumers show each topic with a dot in its name twice; the older name, with underscores, is left out.
     */
    public TopicMeters ofPipeline(String prefix) {
        this.prefix = prefix;
        Gauge.builder("copydesk.build.info", () -> 1)
                .description("1; the label has the version")
                .tag("version", ProductVersion.current().text())
                .register(registry);
        return new TopicMeters(registry, prefix);
    }

    private boolean isDoubled(Meter.Id id) {
        String topic = id.getTag("topic");
        String underscored = prefix.replace('.', '_');
        return topic != null
                && id.getName().startsWith("kafka.")
                && !underscored.equals(prefix)
                && topic.contains(underscored)
                && !topic.contains(prefix);
    }

    /** Adds what a probe of the cluster sees. */
    public void bind(BooleanSupplier answers, LongSupplier waiting) {
        Gauge.builder("copydesk.kafka.up", () -> answers.getAsBoolean() ? 1 : 0)
                .description("1 while Kafka answers")
                .register(registry);
        Gauge.builder("copydesk.waiting.records", waiting::getAsLong)
                .description("Records that wait for the groups of this process")
                .register(registry);
    }

    /**
     * Adds what is left of an application's restores.
     *
     * @param partitions of changelogs that are being restored
     * @param records that are left in them
     * @return ends the binding
     */
    public AutoCloseable bindRestore(String application, IntSupplier partitions, LongSupplier records) {
        Gauge ofPartitions = Gauge.builder("copydesk.restore.remaining.partitions", partitions::getAsInt)
                .description("Partitions of changelogs that are being restored")
                .tag("application", application)
                .register(registry);
        Gauge ofRecords = Gauge.builder("copydesk.restore.remaining.records", records::getAsLong)
                .description("Records that are left in changelogs that are being restored")
                .tag("application", application)
                .register(registry);
        return () -> {
            registry.remove(ofPartitions);
            registry.remove(ofRecords);
        };
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
