package io.copydesk.kit.deadletter;

import io.copydesk.kit.lineage.Lineage;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends originals back to the topic they came from and takes their dead letters back, in one transaction.
 *
 * <p>The transactional id is the same for every retry of a prefix: opening one aborts the transaction of a retry that was killed,
 * which would otherwise hold back all readers of committed records until it times out. So open it before the dead letters are read.
 * Of two that run at the same time, the first fails. For one thread.
 */
public final class Retry implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final String prefix;

    /** Connects, and aborts what an earlier retry left open. */
    public Retry(Properties client, String prefix) {
        this.prefix = prefix;
        Properties settings = new Properties();
        settings.putAll(client);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId(prefix));
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(Topics.MAX_RECORD_BYTES));
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    static String transactionalId(String prefix) {
        return "copydesk-" + prefix + "retry";
    }

    /** Whether a dead letter can be retried: it came from a topic, and its original is whole. */
    private static boolean possible(DeadLetter letter) {
        return letter.originTopic() != null && letter.bytes().length == letter.length();
    }

    /** Retries those of {@code letters} that can be, and returns how many. */
    public int send(List<DeadLetter> letters) {
        List<DeadLetter> possible = letters.stream().filter(Retry::possible).toList();
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
        return possible.size();
    }

    /** Aborts a transaction that was not committed. */
    @Override
    public void close() {
        producer.close();
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
