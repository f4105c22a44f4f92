package io.copydesk.standalone.issues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.kit.deadletter.Retry;
import io.copydesk.schemas.TopicProvisioner;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.command.CommandLineRun;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.pipeline.TestKafka;
import io.copydesk.standalone.replay.PageFeed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A killed retry of dead letters held readers of {@code pages} for a minute, as each had a transactional id of its own. */
class RetryIT {

    @RegisterExtension
    static final TestKafka KAFKA = new TestKafka();

    /** Less than the minute after which the coordinator aborts the transaction by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void aRetryThatWasKilledHoldsNoReadersBackOnceAnotherRuns() throws Exception {
        String prefix = KAFKA.newPrefix();
        Properties client = new Properties();
        client.put("bootstrap.servers", KAFKA.bootstrapServers());
        try (Admin admin = Admin.create(client)) {
            new TopicProvisioner(admin, prefix).provision(1);
        }
        TopicPartition pages = new TopicPartition(Topics.PAGES.name(prefix), 0);
        KafkaProducer<byte[], byte[]> killed = producer("copydesk-" + prefix + "retry");
        try (KafkaConsumer<byte[], byte[]> reader = reader()) {
            killed.initTransactions();
            killed.beginTransaction();
            killed.send(new ProducerRecord<>(pages.topic(), new byte[] {1})).get();
            reader.assign(List.of(pages));
            assertThat(lastStable(reader, pages)).isZero();

            try (Retry retry = new Retry(client, prefix)) {
                assertThat(retry.send(List.of())).isZero();
            }

            long begun = System.nanoTime();
            while (lastStable(reader, pages) == 0 && System.nanoTime() - begun < PATIENCE.toNanos()) {
                reader.poll(Duration.ofMillis(100));
            }
            assertThat(lastStable(reader, pages)).isEqualTo(2); // the record and the marker that aborts it
            assertThatThrownBy(killed::commitTransaction).isInstanceOf(KafkaException.class);
        } finally {
            killed.close(Duration.ZERO);
        }
    }

    @Test
    void aRetryJoinsTheProcessThatHoldsTheDataFolder(@TempDir Path folder) throws Exception {
        PipelineOptions options = new PipelineOptions(null, folder.resolve("data"), Topics.DEFAULT_PREFIX, 1);
        try (LocalPipeline running = LocalPipeline.startIdle(options);
                PageFeed feed = new PageFeed(running.cluster().clients(), running.prefix())) {
            feed.refuse("broken.warc", "bad-warc", "The file is damaged", new byte[] {1, 2, 3}, 3);
            feed.flush();
            String data = String.valueOf(options.data());

            CommandLineRun retried = CommandLineRun.of("dead-letters", "retry", "--data", data);

            assertThat(retried.exitCode()).as(retried.err()).isZero();
            assertThat(retried.report()).containsEntry("not-retried", "1");
            assertThat(CommandLineRun.of("dead-letters", "list", "--data", data).out())
                    .contains("bad-warc");
        }
    }

    private static long lastStable(KafkaConsumer<byte[], byte[]> reader, TopicPartition partition) {
        return reader.endOffsets(List.of(partition)).get(partition);
    }

    private static KafkaProducer<byte[], byte[]> producer(String transactionalId) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", KAFKA.bootstrapServers(), "transactional.id", transactionalId),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static KafkaConsumer<byte[], byte[]> reader() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", KAFKA.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
