package io.copydesk.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder whose coordinator has completed a transaction that a partition has no marker of: what KAFKA-20734 leaves. */
class HeldTransactionsIT {

    private static final TopicPartition HELD = new TopicPartition("t", 0);
    private static final String FIRST = "first";
    private static final Set<TransactionState> COMPLETE =
            Set.of(TransactionState.COMPLETE_COMMIT, TransactionState.COMPLETE_ABORT);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void aCommittedTransactionIsCommittedAndLaterRecordsAreRead() throws Exception {
        runTransaction(true);
        removeMarker();

        assertThat(readAfterAnother()).containsExactly("of the transaction", "later");
    }

    @Test
    void anAbortedTransactionIsAborted() throws Exception {
        runTransaction(false);
        removeMarker();

        assertThat(readAfterAnother()).containsExactly("later");
    }

    private void runTransaction(boolean commit) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
            try (Admin admin = Admin.create(client)) {
                admin.createTopics(List.of(new NewTopic(HELD.topic(), 1, (short) 1)))
                        .all()
                        .get();
            }
            try (KafkaProducer<String, String> producer = producer(broker, FIRST)) {
                producer.send(new ProducerRecord<>(HELD.topic(), "of the transaction"))
                        .get();
                if (commit) {
                    producer.commitTransaction();
                } else {
                    producer.abortTransaction();
                }
            }
            awaitCompletion(client);
        }
    }

    /** Markers are written after the producer has its answer, and not by a broker that is closed sooner. */
    private static void awaitCompletion(Map<String, Object> client) throws Exception {
        try (Admin admin = Admin.create(client)) {
            long begun = System.nanoTime();
            while (!COMPLETE.contains(state(admin))) {
                assertThat(System.nanoTime() - begun)
                        .as("waiting for the marker")
                        .isLessThan(LIMIT.toNanos());
            }
        }
    }

    private static TransactionState state(Admin admin) throws Exception {
        return admin.describeTransactions(List.of(FIRST))
                .description(FIRST)
                .get()
                .state();
    }

    /** Cuts the last batch, which is the marker, off the partition's log, and leaves the folder as a kill does. */
    private void removeMarker() throws IOException {
        Path partition = folder.resolve(HELD.toString());
        Path log = partition.resolve("00000000000000000000.log");
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long last = 0;
            ByteBuffer head = ByteBuffer.allocate(12);
            for (long at = 0; at < channel.size(); at += 12 + head.getInt(8)) {
                last = at;
                head.clear();
                channel.read(head, at);
            }
            channel.truncate(last);
        }
        try (Stream<Path> files = Files.list(partition)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".snapshot")).toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder.resolve(".kafka_cleanshutdown"));
    }

    private List<String> readAfterAnother() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder);
                KafkaProducer<String, String> producer = producer(broker, "second")) {
            producer.send(new ProducerRecord<>(HELD.topic(), "later")).get();
            producer.commitTransaction();
            return read(broker);
        }
    }

    private static List<String> read(EmbeddedBroker broker) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(HELD));
            consumer.seekToBeginning(List.of(HELD));
            long begun = System.nanoTime();
            while (!values.contains("later") && System.nanoTime() - begun < LIMIT.toNanos()) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    private static KafkaProducer<String, String> producer(EmbeddedBroker broker, String id) {
        KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", id),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
        producer.beginTransaction();
        return producer;
    }
}
