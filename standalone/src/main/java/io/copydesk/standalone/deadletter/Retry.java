package io.copydesk.standalone.deadletter;

import io.copydesk.kit.deadletter.Lineage;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends originals back to the topic they came from and takes their dead letters back, in one transaction. */
public final class Retry {

    private Retry() {}

    /** Whether a dead letter can be retried: it came from a topic, and its original is whole. */
    public static boolean possible(DeadLetter letter) {
        return letter.originTopic() != null && letter.bytes().length == letter.length();
    }

    /** Retries those of {@code letters} that can be, and returns how many. */
    public static int send(Properties client, String prefix, List<DeadLetter> letters) {
        List<DeadLetter> possible = letters.stream().filter(Retry::possible).toList();
        Properties settings = new Properties();
        settings.putAll(client);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "copydesk-" + prefix + "retry-" + UUID.randomUUID());
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(Topics.MAX_RECORD_BYTES));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (DeadLetter letter : possible) {
                ProducerRecord<byte[], byte[]> original =
                        new ProducerRecord<>(letter.originTopic(), utf8(letter.originKey()), letter.bytes());
                if (letter.inputId() != null) {
                    Lineage.mark(original.headers(), letter.inputId());
                }
                producer.send(original);
                producer.send(new ProducerRecord<>(Topics.DEAD_LETTERS.name(prefix), utf8(letter.id()), null));
            }
            producer.commitTransaction();
        }
        return possible.size();
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
