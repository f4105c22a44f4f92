package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A record that a stage refused, with all that is needed to understand and to retry it.
 *
 * @param id unique and stable: the same bad record refused twice has the same id
 * @param stage the stage that refused it
 * @param reason why, a short kebab-case label that is also the metric's label
 * @param detail one sentence for people
 * @param inputId the input it came from, {@code null} when not known
 * @param originTopic the topic it was read from, {@code null} when it never reached one
 * @param originPartition partition in that topic, {@code null} without a topic
 * @param originOffset offset in that partition, {@code null} without a topic
 * @param originKey the record's key, {@code null} when it had none
 * @param bytes the original bytes (base64 in JSON), cut when {@code length} is larger
 * @param length how many bytes the original had
 */
public record DeadLetter(
        String id,
        Stage stage,
        String reason,
        String detail,
        @Nullable String inputId,
        @Nullable String originTopic,
        @Nullable Integer originPartition,
        @Nullable Long originOffset,
        @Nullable String originKey,
        byte[] bytes,
        long length) {

    /** The most bytes of an original that a dead letter carries. */
    public static final int MAX_BYTES = 6 * 1024 * 1024;

    /** The stages of the pipeline, in its order. */
    public enum Stage {
        @JsonProperty("fetch")
        FETCH,
        @JsonProperty("archive")
        ARCHIVE,
        @JsonProperty("clean")
        CLEAN,
        @JsonProperty("enrich")
        ENRICH,
        @JsonProperty("decide")
        DECIDE
    }
}
