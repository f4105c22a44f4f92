package io.copydesk.ingest.fetch;

import io.copydesk.schemas.FailureReason;
import java.io.IOException;

/** Ends an exchange from within, with the reason that its result will carry. */
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
