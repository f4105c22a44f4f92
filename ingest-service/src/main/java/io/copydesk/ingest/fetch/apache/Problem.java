package io.copydesk.ingest.fetch.apache;

import io.copydesk.schemas.FailureReason;
import java.io.IOException;

/** Thrown into the library to end an exchange, with the reason of its result. */
final class Problem extends IOException {
    private static final long serialVersionUID = 1L;

    private final FailureReason reason;

    Problem(FailureReason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    FailureReason reason() {
        return reason;
    }
}
