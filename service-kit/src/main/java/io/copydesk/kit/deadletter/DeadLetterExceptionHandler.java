package io.copydesk.kit.deadletter;

import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a record that cannot be read, or that a stage stumbles over, to the dead letters within the task's transaction,
 * and goes on with the next.
 */
public final class DeadLetterExceptionHandler implements DeserializationExceptionHandler, ProcessingExceptionHandler {

    /** Setting: full name of the topic for dead letters. */
    public static final String TOPIC = "copydesk.dead-letters.topic";

    /** Setting: the {@link Stage} that dead letters name when the failed operator's name begins with no other stage's. */
    public static final String STAGE = "copydesk.dead-letters.stage";

    /** Setting: full name of the ledger's topic where this stage decides what becomes of inputs; none elsewhere. */
    public static final String LEDGER = "copydesk.ledger.topic";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterExceptionHandler.class);

    private @Nullable String ledger;

    /** Set by {@link #configure}, which Kafka Streams calls before any other method. */
    @SuppressWarnings("NullAway.Init")
    private String topic;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Override
    public void configure(Map<String, ?> settings) {
        topic = required(settings, TOPIC);
        stage = Stage.valueOf(required(settings, STAGE));
        ledger = (String) settings.get(LEDGER);
    }

    private static String required(Map<String, ?> settings, String key) {
        return (String) Objects.requireNonNull(settings.get(key), key);
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception failure) {
        LOG.warn(
                "unreadable record in {}-{}@{}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                failure.getMessage());
        return DeserializationExceptionHandler.Response.resume(
                letter(context, record.key(), record.value(), "unreadable", failure));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
        LOG.error(
                "{} failed on {}-{}@{}",
                context.processorNodeId(),
                context.topic(),
                context.partition(),
                context.offset(),
                failure);
        return ProcessingExceptionHandler.Response.resume(
                letter(context, context.sourceRawKey(), context.sourceRawValue(), "failed", failure));
    }

    private List<ProducerRecord<byte[], byte[]>> letter(
            ErrorHandlerContext context,
            byte @Nullable [] key,
            byte @Nullable [] value,
            String reason,
            Exception failure) {
        Stage where = stageOf(context.processorNodeId());
        String inputId = Lineage.inputId(context.headers());
        DeadLetter letter = DeadLetters.of(
                where,
                reason,
                failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage(),
                inputId,
                new Origin(context.topic(), context.partition(), context.offset()),
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                value);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        records.add(record(topic, letter.id(), letter));
        if (ledger != null) {
            String input = inputId == null ? letter.id() : inputId;
            records.add(record(ledger, input, LedgerEntry.refused(input, reason)));
        }
        return records;
    }

    private Stage stageOf(@Nullable String operator) {
        for (Stage named : Stage.values()) {
            if (operator != null && operator.startsWith(Json.label(named))) {
                return named;
            }
        }
        return stage;
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String key, Object value) {
        return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), Json.bytes(value));
    }

    private record Origin(String topic, int partition, long offset) implements RecordMetadata {}
}
