package io.copydesk.lab.seeded;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record of the simulated log, its arrays not to be written to.
 *
 * @param producer the task that produced it, {@code null} for an input
 * @param transaction the transaction that it is part of
 */
record LogRecord(
        byte @Nullable [] key,
        byte @Nullable [] value,
        Headers headers,
        long timestamp,
        @Nullable TaskId producer,
        Transaction transaction) {

    /** The same at another time. */
    LogRecord at(long time) {
        return new LogRecord(key, value, headers, time, producer, transaction);
    }

    boolean isOpen() {
        return transaction.state() == Transaction.State.OPEN;
    }

    boolean isCommitted() {
        return transaction.state() == Transaction.State.COMMITTED;
    }

    String keyText() {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }
}
