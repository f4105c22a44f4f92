package io.copydesk.kit.failure;

import org.apache.kafka.common.errors.AuthorizationException;

/** The cluster refused an operation for want of a permission. {@link FailureText} makes a sentence of it. */
public final class NotPermittedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String topic;

    private NotPermittedException(String operation, String topic, RuntimeException failure) {
        super(failure.getMessage(), failure);
        this.operation = operation;
        this.topic = topic;
    }

    /**
     * {@code failure} with the operation that was tried, when it is or was caused by a missing permission; else itself.
     *
     * @param operation as Kafka's ACLs name it, such as {@code WRITE}
     * @param topic that it was tried on; a prefix of topics when it ends with an asterisk
     */
    public static RuntimeException named(String operation, String topic, RuntimeException failure) {
        return Causes.andSuppressed(failure).stream().anyMatch(AuthorizationException.class::isInstance)
                ? new NotPermittedException(operation, topic, failure)
                : failure;
    }

    String operation() {
        return operation;
    }

    String topic() {
        return topic;
    }
}
