package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
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
 * @param length how many bytes the original had, −1 when they were not kept until the failure
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

    /** Where the record was: {@code news.links-2@17}; meaningless without a topic. */
    public String origin() {
        return originTopic + "-" + originPartition + "@" + originOffset;
    }

    /** A builder of a dead letter, without any value. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a dead letter by the names of its fields; the record says what they mean. Not thread-safe. */
    public static final class Builder {
        private @Nullable String id;
        private @Nullable Stage stage;
        private @Nullable String reason;
        private @Nullable String detail;
        private @Nullable String inputId;
        private @Nullable String originTopic;
        private @Nullable Integer originPartition;
        private @Nullable Long originOffset;
        private @Nullable String originKey;
        private byte @Nullable [] bytes;
        private long length;

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder stage(Stage stage) {
            this.stage = stage;
            return this;
        }

        public Builder reason(String reason) {
            this.reason = reason;
            return this;
        }

        public Builder detail(String detail) {
            this.detail = detail;
            return this;
        }

        public Builder inputId(@Nullable String inputId) {
            this.inputId = inputId;
            return this;
        }

        public Builder originTopic(@Nullable String originTopic) {
            this.originTopic = originTopic;
            return this;
        }

        public Builder originPartition(@Nullable Integer originPartition) {
            this.originPartition = originPartition;
            return this;
        }

        public Builder originOffset(@Nullable Long originOffset) {
            this.originOffset = originOffset;
            return this;
        }

        public Builder originKey(@Nullable String originKey) {
            this.originKey = originKey;
            return this;
        }

        public Builder bytes(byte[] bytes) {
            this.bytes = bytes;
            return this;
        }

        public Builder length(long length) {
            this.length = length;
            return this;
        }

        /** @throws NullPointerException when a required field was not set; its message is the field's name */
        public DeadLetter build() {
            return new DeadLetter(
                    Objects.requireNonNull(id, "id"),
                    Objects.requireNonNull(stage, "stage"),
                    Objects.requireNonNull(reason, "reason"),
                    Objects.requireNonNull(detail, "detail"),
                    inputId,
                    originTopic,
                    originPartition,
                    originOffset,
                    originKey,
                    Objects.requireNonNull(bytes, "bytes"),
                    length);
        }
    }
}
