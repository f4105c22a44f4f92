package io.copydesk.alerts.webhook;

import io.copydesk.ingest.fetch.FetchResult;
import io.copydesk.ingest.fetch.ResponseFacts;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * How sending a message ended.
 *
 * @param outcome what is to be done
 * @param reason label of the reason, of a failure
 * @param detail one sentence, of a failure; it has nothing of the answer but its status
 * @param pause how long the receiver wants to be left alone; zero when it did not say
 */
record Attempt(Outcome outcome, String reason, String detail, Duration pause) {

    /** What is to be done. */
    enum Outcome {
        DELIVERED,
        /** It may work later. */
        AGAIN,
        /** It will not work later. */
        REFUSED
    }

    private static final int GONE = 410;
    private static final Set<FailureReason> FOR_GOOD =
            Set.of(FailureReason.FORBIDDEN_ADDRESS, FailureReason.BAD_URL, FailureReason.BAD_REDIRECT);

    /** A word for the metric. */
    String result() {
        return outcome == Outcome.DELIVERED ? "delivered" : reason;
    }

    /** @param now what a date in {@code Retry-After} is compared with */
    static Attempt of(FetchResult result, Instant now) {
        return result.fold(
                fetched -> new Attempt(Outcome.DELIVERED, "", "", Duration.ZERO),
                notModified -> status(notModified, now),
                moved -> new Attempt(
                        Outcome.REFUSED,
                        FailureReason.BAD_REDIRECT.label(),
                        "the receiver answered with a redirect, which is not followed",
                        Duration.ZERO),
                denied -> status(denied, now),
                Attempt::failed);
    }

    private static Attempt status(FetchResult.Answered answer, Instant now) {
        return new Attempt(
                answer.status() == GONE ? Outcome.REFUSED : Outcome.AGAIN,
                FailureReason.HTTP_STATUS.label(),
                "the receiver answered with status " + answer.status(),
                ResponseFacts.of(answer).retryAfter(now).orElse(Duration.ZERO));
    }

    private static Attempt failed(FetchResult.Failed failed) {
        return new Attempt(
                FOR_GOOD.contains(failed.reason()) ? Outcome.REFUSED : Outcome.AGAIN,
                Json.label(failed.reason()),
                failed.detail(),
                Duration.ZERO);
    }
}
