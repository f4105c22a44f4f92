package io.copydesk.kit.streams;

import org.jspecify.annotations.Nullable;

/** A task's partition of {@code articles}, for a text that is not at hand. For one thread. */
public interface ArticleLog extends AutoCloseable {

    /** One without records. */
    ArticleLog NONE = offset -> null;

    /**
     * The value of the record at an offset.
     *
     * @return {@code null} when there is none any more
     * @throws org.apache.kafka.common.errors.RetriableException when that cannot be told now
     */
    byte @Nullable [] read(long offset);

    /** Ends connections. */
    @Override
    default void close() {}
}
