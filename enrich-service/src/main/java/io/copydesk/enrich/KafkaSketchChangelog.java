package io.copydesk.enrich;

import io.copydesk.enrich.snapshot.ChangelogMark;
import io.copydesk.kit.failure.FailureText;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The changelog of a task's sketches on its cluster, read with a consumer as Kafka Streams restores with. For one thread. */
final class KafkaSketchChangelog implements SketchChangelog {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaSketchChangelog.class);

    /** Without progress; the start or the record that waits goes on without the changelog. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Object> consumer;
    private final TopicPartition partition;

    private KafkaSketchChangelog(Map<String, Object> consumer, TopicPartition partition) {
        this.consumer = consumer;
        this.partition = partition;
    }

    /** That of the task of {@code context}. */
    static SketchChangelog of(ProcessorContext<?, ?> context) {
        String topic = context.applicationId() + "-" + EnrichTopology.SKETCHES + "-changelog";
        return new KafkaSketchChangelog(
                new StreamsConfig(context.appConfigs()).getRestoreConsumerConfigs(topic),
                new TopicPartition(topic, context.taskId().partition()));
    }

    @Override
    public @Nullable ChangelogMark mark() {
        try (Consumer<String, byte[]> reader = reader(IsolationLevel.READ_COMMITTED)) {
            return new ChangelogMark(end(reader), "snapshot " + UUID.randomUUID());
        } catch (KafkaException e) {
            LOG.warn("Cannot ask for the end of {}; the next start takes longer: {}", partition, FailureText.of(e));
            return null;
        }
    }

    @Override
    public @Nullable Set<String> since(ChangelogMark mark, long limit) {
        try (Consumer<String, byte[]> reader = reader(IsolationLevel.READ_COMMITTED);
                Consumer<String, byte[]> ofAll = reader(IsolationLevel.READ_UNCOMMITTED)) {
            // The store may have what a transaction wrote that is committed and whose markers are on their way.
            long end = end(ofAll);
            return end - mark.offset() > limit ? null : since(mark, end, reader);
        } catch (KafkaException e) {
            LOG.warn("Cannot read {} from offset {}: {}", partition, mark.offset(), FailureText.of(e));
            return null;
        }
    }

    private @Nullable Set<String> since(ChangelogMark mark, long end, Consumer<String, byte[]> reader) {
        reader.assign(List.of(partition));
        reader.seek(partition, mark.offset());
        Set<String> keys = null;
        long moved = System.nanoTime();
        for (long position = mark.offset(); position < end; ) {
            for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                if (keys != null) {
                    keys.add(record.key());
                } else if (mark.key().equals(record.key())) {
                    keys = new HashSet<>();
                }
            }
            long now = reader.position(partition, LIMIT);
            if (now > position) {
                position = now;
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > LIMIT.toNanos()) {
                throw new TimeoutException(
                        "no record for " + LIMIT.toMillis() + " ms at offset " + position + " of " + end);
            }
        }
        return keys;
    }

    private long end(Consumer<String, byte[]> reader) {
        return Objects.requireNonNull(
                reader.endOffsets(List.of(partition), LIMIT).get(partition));
    }

    private Consumer<String, byte[]> reader(IsolationLevel isolation) {
        Map<String, Object> settings = new HashMap<>(consumer);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
