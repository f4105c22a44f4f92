package io.copydesk.kit.deadletter;

import io.copydesk.kit.lineage.Lineage;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Sha256;
import io.copydesk.schemas.Utf16;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Makes dead letters. The letter of any record fits its topic: the texts that came with the original are cut at {@value #MAX_TEXT}
 * characters, since a letter that the broker refuses would abort the transaction that was to report the record.
 */
public final class DeadLetters {

    /** Reason of a record that is not what its topic promises. */
    public static final String UNREADABLE = "unreadable";

    /** Reason of a record whose result no topic takes. */
    public static final String TOO_LARGE = "too-large";

    /** {@link DeadLetter#length} of an original that was not kept until the failure. */
    static final long UNKNOWN_LENGTH = -1;

    private static final int MAX_TEXT = 1000;

    private DeadLetters() {}

    /**
     * The dead letter of a record that came from a topic, or from none.
     *
     * @param inputId the input, {@code null} when unknown
     * @param origin where the record was read, {@code null} when it never reached a topic
     * @param bytes the original; more than {@link DeadLetter#MAX_BYTES} are cut off
     */
    public static DeadLetter of(
            Stage stage,
            String reason,
            String detail,
            @Nullable String inputId,
            @Nullable RecordMetadata origin,
            @Nullable String key,
            byte @Nullable [] bytes) {
        byte[] original = bytes == null ? new byte[0] : bytes;
        return of(stage, reason, detail, inputId, origin, key, original, original.length);
    }

    /** The dead letter of a record that a plain consumer cannot read. */
    public static DeadLetter unreadable(Stage stage, ConsumerRecord<byte[], byte[]> record, String detail) {
        return of(
                stage,
                UNREADABLE,
                detail,
                Lineage.inputId(record.headers()),
                new Origin(record.topic(), record.partition(), record.offset()),
                text(record.key()),
                record.value());
    }

    /**
     * The dead letter of an input that never reached a topic.
     *
     * @param bytes what there is of the original; more than {@link DeadLetter#MAX_BYTES} are cut
     * @param length how many bytes the original had
     */
    public static DeadLetter ofInput(
            Stage stage, String reason, String detail, String inputId, byte[] bytes, long length) {
        return of(stage, reason, detail, inputId, null, null, bytes, length);
    }

    static DeadLetter of(
            Stage stage,
            String reason,
            String detail,
            @Nullable String inputId,
            @Nullable RecordMetadata origin,
            @Nullable String key,
            byte[] original,
            long length) {
        return DeadLetter.builder()
                .id(id(stage, inputId, origin))
                .stage(stage)
                .reason(reason)
                .detail(Utf16.prefix(detail, MAX_TEXT))
                .inputId(inputId == null ? null : Utf16.prefix(inputId, MAX_TEXT))
                .originTopic(origin == null ? null : origin.topic())
                .originPartition(origin == null ? null : origin.partition())
                .originOffset(origin == null ? null : origin.offset())
                .originKey(key == null ? null : Utf16.prefix(key, MAX_TEXT))
                .bytes(
                        original.length > DeadLetter.MAX_BYTES
                                ? Arrays.copyOf(original, DeadLetter.MAX_BYTES)
                                : original)
                .length(length)
                .build();
    }

    /** The id of the dead letter of an input. */
    public static String id(Stage stage, String inputId) {
        return id(stage, inputId, null);
    }

    private static String id(Stage stage, @Nullable String inputId, @Nullable RecordMetadata origin) {
        String where = inputId != null || origin == null
                ? String.valueOf(inputId)
                : origin.topic() + "/" + origin.partition() + "/" + origin.offset();
        return Json.label(stage) + "/" + (where.length() > MAX_TEXT ? Sha256.hex(where) : where);
    }

    /** The text of a key, {@code null} without one. */
    static @Nullable String text(byte @Nullable [] key) {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    /** Where a record was read. */
    record Origin(String topic, int partition, long offset) implements RecordMetadata {}
}
