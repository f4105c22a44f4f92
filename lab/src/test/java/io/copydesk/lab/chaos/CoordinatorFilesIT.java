package io.copydesk.lab.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the broker that is on the class path are read as that broker writes them. */
class CoordinatorFilesIT {

    @TempDir
    private Path folder;

    @Test
    void theStatesOfATransactionAreReadWhileTheBrokerRuns() throws Exception {
        CoordinatorFiles files = new CoordinatorFiles(folder);
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("some", 1, (short) 1)))
                    .all()
                    .get();
            try (KafkaProducer<String, String> producer = producer(broker)) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("some", "value")).get();
                files.poll();
                assertThat(files.isAnyOngoing("application")).isTrue();
                assertThat(files.isAnyOngoing("another")).isFalse();
                assertThat(files.prepared()).isZero();

                producer.commitTransaction();
            }
            try (KafkaProducer<String, String> next = producer(broker)) {
                // Waits until the transaction is complete: a broker that is closed sooner leaves it prepared.
                next.initTransactions();
            }
        }
        files.poll();
        assertThat(files.prepared()).isEqualTo(1);
        assertThat(files.isAnyPrepared()).isFalse();
        assertThat(files.isAnyOngoing("application")).isFalse();
    }

    private static KafkaProducer<String, String> producer(EmbeddedBroker broker) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "application-1"),
                new StringSerializer(),
                new StringSerializer());
    }
}
