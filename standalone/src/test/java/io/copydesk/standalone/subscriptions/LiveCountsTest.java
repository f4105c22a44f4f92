package io.copydesk.standalone.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Cause;
import io.copydesk.schemas.EventHeaders;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveCountsTest {

    private static final String PREFIX = "news.";
    private static final long BEFORE = 17;

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("latest");
    private long offset = BEFORE;

    @Test
    void countsWhatCameSinceAndNotTheOffsetsBefore() {
        topics();
        try (LiveCounts counts = new LiveCounts(consumer, PREFIX)) {
            put(Topics.LEDGER, null);
            put(Topics.LEDGER, null);
            put(Topics.LEDGER, null);
            put(Topics.ARTICLES, Cause.NEW);
            put(Topics.ARTICLES, Cause.REVISED);
            put(Topics.ARTICLES, Cause.CLEANED);
            put(Topics.DEAD_LETTERS, null);

            assertThat(counts.line())
                    .isEqualTo("since the start: inputs 3, new articles 1, further versions 1, dead letters 1");
        }
    }

    @Test
    void saysThatTheClusterDoesNotAnswer() {
        topics();
        try (LiveCounts counts = new LiveCounts(consumer, PREFIX)) {
            consumer.setPollException(new KafkaException("away"));

            assertThat(counts.line()).isEqualTo("the cluster does not answer");
        }
    }

    private void topics() {
        for (Topic<?> topic : List.of(Topics.LEDGER, Topics.ARTICLES, Topics.DEAD_LETTERS)) {
            String name = topic.name(PREFIX);
            consumer.updatePartitions(name, List.of(new PartitionInfo(name, 0, null, null, null)));
            consumer.updateEndOffsets(Map.of(new TopicPartition(name, 0), BEFORE));
        }
    }

    private void put(Topic<?> topic, @Nullable Cause cause) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(topic.name(PREFIX), 0, offset++, new byte[0], new byte[0]);
        if (cause != null) {
            record.headers().add(EventHeaders.CAUSE.name(), Json.label(cause).getBytes(StandardCharsets.UTF_8));
        }
        consumer.addRecord(record);
    }
}
