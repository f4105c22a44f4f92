package io.copydesk.alerts.webhook;

import io.copydesk.ingest.fetch.FetchResult;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.Json;

/**
 * How sending a message ended.
 *
 * @param outcome what is to be done
 * @param reason label of the reason, of a failure
 * @param detail one sentence, of a failure; it has nothing of the answer but its status
 */
record Attempt(Outcome outcome, String reason, String detail) {

    /** What is to be done. */
    enum Outcome {
        DELIVERED,
        /** It may work later. */
        AGAIN,
        /** It will not work later. */
        REFUSED
    }

    private static final int GONE = 410;

    /** A word for the metric. */
    String result() {
        return outcome == Outcome.DELIVERED ? "delivered" : reason;
    }

    static Attempt of(FetchResult result) {
        return result.fold(
                fetched -> new Attempt(Outcome.DELIVERED, "", ""),
                notModified -> status(notModified.status()),
                moved -> new Attempt(
                        Outcome.REFUSED,
                        FailureReason.BAD_REDIRECT.label(),
                        "the receiver answered with a redirect, which is not followed"),
                denied -> status(denied.status()),
                Attempt::failed);
    }

    private static Attempt status(int status) {
        return new Attempt(
                status == GONE ? Outcome.REFUSED : Outcome.AGAIN,
                FailureReason.HTTP_STATUS.label(),
                "the receiver answered with status " + status);
    }

    private static Attempt failed(FetchResult.Failed failed) {
        boolean forGood =
                failed.reason() == FailureReason.FORBIDDEN_ADDRESS || failed.reason() == FailureReason.BAD_URL;
        return new Attempt(forGood ? Outcome.REFUSED : Outcome.AGAIN, Json.label(failed.reason()), failed.detail());
    }
}
