package io.copydesk.kit.deadletter;

import io.copydesk.kit.failure.Causes;
import io.copydesk.kit.failure.FailureText;
import io.copydesk.kit.lineage.Lineage;
import io.copydesk.kit.lineage.Trace;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a record that cannot be read, whose processing failed, or whose result no topic takes, to the dead letters within the task's
 * transaction, and goes on with the next.
 *
 * <p>Not when it was the cluster or the disk that failed: then the record is processed again, by a new thread or the next start.
 *
 * <p>A result that is too large is refused by its serializer ({@link io.copydesk.schemas.JsonSerde}), so before the producer knows of it.
 * What the producer or the broker refuses is another matter: it puts the transactional producer into its abortable error state, and no
 * answer of a handler takes it out of that (Kafka 4.3.1, {@code TransactionManager.maybeTransitionToErrorState}). The client fails
 * then, with the cause.
 */
public final class DeadLetterExceptionHandler
        implements DeserializationExceptionHandler, ProcessingExceptionHandler, ProductionExceptionHandler {

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

    /** The settings of a stage that decides what becomes of inputs: its letters have a line in the ledger. */
    public static Map<String, String> withLedger(String prefix, Stage stage) {
        return Map.of(TOPIC, Topics.DEAD_LETTERS.name(prefix), LEDGER, Topics.LEDGER.name(prefix), STAGE, stage.name());
    }

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
        unreadable(context, failure);
        long length = record.value() == null ? 0 : record.value().length;
        return DeserializationExceptionHandler.Response.resume(
                letter(context, record.key(), record.value(), length, DeadLetters.UNREADABLE, failure));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
        if (isOfItsSurroundings(failure)) {
            LOG.warn(
                    "{} could not complete {}-{}@{}, which is processed again: {}",
                    context.processorNodeId(),
                    context.topic(),
                    context.partition(),
                    context.offset(),
                    FailureText.of(failure));
            return ProcessingExceptionHandler.Response.fail();
        }
        if (failure instanceof UnreadableRecordException) {
            unreadable(context, failure);
        } else {
            failed(context, failure);
        }
        return ProcessingExceptionHandler.Response.resume(
                letter(context, record.value() == null, reason(failure), failure));
    }

    private static void unreadable(ErrorHandlerContext context, Exception failure) {
        Trace.of(
                Lineage.inputId(context.headers()),
                () -> LOG.warn(
                        "unreadable record in {}-{}@{}: {}",
                        context.topic(),
                        context.partition(),
                        context.offset(),
                        failure.getMessage()));
    }

    private static void failed(ErrorHandlerContext context, Exception failure) {
        Trace.of(
                Lineage.inputId(context.headers()),
                () -> LOG.error(
                        "{} failed on {}-{}@{}",
                        context.processorNodeId(),
                        context.topic(),
                        context.partition(),
                        context.offset(),
                        failure));
    }

    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception failure) {
        LOG.error(
                "{} did not take a record of {} bytes made from {}-{}@{}; the transaction is lost",
                record.topic(),
                record.value() == null ? 0 : record.value().length,
                context.topic(),
                context.partition(),
                context.offset());
        return ProductionExceptionHandler.Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // as in the interface
    public ProductionExceptionHandler.Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception failure,
            SerializationExceptionOrigin origin) {
        LOG.error(
                "what {} made from {}-{}@{} cannot be written to {}: {}",
                context.processorNodeId(),
                context.topic(),
                context.partition(),
                context.offset(),
                record.topic(),
                failure.getMessage());
        return ProductionExceptionHandler.Response.resume(letter(context, false, reason(failure), failure));
    }

    /**
     * Whether the failure says nothing of the record: the cluster, the store or another file of this process, permissions, or the
     * thread that is being stopped.
     */
    private static boolean isOfItsSurroundings(Throwable failure) {
        return Causes.of(failure).stream()
                .anyMatch(cause -> cause instanceof RetriableException
                        || cause instanceof ProcessorStateException
                        || cause instanceof FileSystemException
                        || FailureText.isFullDisk(cause)
                        || cause instanceof AuthorizationException
                        || cause instanceof InterruptException);
    }

    /** A failure with a reason of its own, else {@code failed}. */
    private static String reason(Exception failure) {
        if (failure instanceof RecordTooLargeException) {
            return DeadLetters.TOO_LARGE;
        }
        return failure instanceof UnreadableRecordException ? DeadLetters.UNREADABLE : "failed";
    }

    /**
     * The letter of the record that is processed. Kafka Streams drops its bytes once a result was produced, so they may be missing
     * although there were some.
     */
    private List<ProducerRecord<byte[], byte[]>> letter(
            ErrorHandlerContext context, boolean empty, String reason, Exception failure) {
        byte[] value = context.sourceRawValue();
        long length = empty ? 0 : DeadLetters.UNKNOWN_LENGTH;
        return letter(context, context.sourceRawKey(), value, value == null ? length : value.length, reason, failure);
    }

    private List<ProducerRecord<byte[], byte[]>> letter(
            ErrorHandlerContext context,
            byte @Nullable [] key,
            byte @Nullable [] value,
            long length,
            String reason,
            Exception failure) {
        String inputId = Lineage.inputId(context.headers());
        DeadLetter letter = DeadLetters.of(
                stageOf(context.processorNodeId()),
                reason,
                failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage(),
                inputId,
                new DeadLetters.Origin(context.topic(), context.partition(), context.offset()),
                DeadLetters.text(key),
                value == null ? new byte[0] : value,
                length);
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
}
