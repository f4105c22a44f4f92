package io.copydesk.kit.deadletter;

import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.Json;
import java.util.Arrays;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Makes dead letters. */
public final class DeadLetters {

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

    private static DeadLetter of(
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
                .detail(detail)
                .inputId(inputId)
                .originTopic(origin == null ? null : origin.topic())
                .originPartition(origin == null ? null : origin.partition())
                .originOffset(origin == null ? null : origin.offset())
                .originKey(key)
                .bytes(
                        original.length > DeadLetter.MAX_BYTES
                                ? Arrays.copyOf(original, DeadLetter.MAX_BYTES)
                                : original)
                .length(length)
                .build();
    }

    private static String id(Stage stage, @Nullable String inputId, @Nullable RecordMetadata origin) {
        String where = inputId != null || origin == null
                ? String.valueOf(inputId)
                : origin.topic() + "/" + origin.partition() + "/" + origin.offset();
        return Json.label(stage) + "/" + where;
    }
}
