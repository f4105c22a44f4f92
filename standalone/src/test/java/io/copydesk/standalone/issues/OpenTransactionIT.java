package io.copydesk.standalone.issues;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.standalone.pipeline.TestKafka;
import io.copydesk.verify.state.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A reader took the last stable offset for the end of a topic: behind an open transaction it ended early, without a word. */
class OpenTransactionIT {

    @RegisterExtension
    static final TestKafka KAFKA = new TestKafka();

    private final List<String> read = new CopyOnWriteArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private String topic;
    private KafkaProducer<String, String> producer;

    @BeforeEach
    void writeOneRecordAndLeaveASecondUncommitted() throws Exception {
        topic = KAFKA.newPrefix() + "open";
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", KAFKA.bootstrapServers(), "transactional.id", topic),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, "committed"));
        producer.commitTransaction();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, "open")).get();
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void recordsOfATransactionThatIsCommittedMeanwhileAreRead() throws Exception {
        CompletableFuture<Void> reading = readInBackground();
        assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();

        producer.commitTransaction();

        reading.get(30, TimeUnit.SECONDS);
        assertThat(read).containsExactly("committed", "open");
    }

    @Test
    void recordsOfATransactionThatIsAbortedMeanwhileAreNot() throws Exception {
        CompletableFuture<Void> reading = readInBackground();
        assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();

        producer.abortTransaction();

        reading.get(30, TimeUnit.SECONDS);
        assertThat(read).containsExactly("committed");
    }

    private CompletableFuture<Void> readInBackground() {
        Properties client = new Properties();
        client.put("bootstrap.servers", KAFKA.bootstrapServers());
        return CompletableFuture.runAsync(() -> {
            try {
                new TopicReader(client).read(topic, false, record -> {
                    read.add(new String(record.value(), StandardCharsets.UTF_8));
                    first.countDown();
                    return true;
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
