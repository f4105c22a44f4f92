package io.copydesk.ingest.fetch;

import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Gzip;
import io.copydesk.schemas.Sha256;
import java.time.Duration;
import java.time.Instant;

/** Maps {@link FetchResult} to {@link FetchOutcome}. Pure. */
final class FetchOutcomes {

    /** The largest compressed body, in bytes, that fits the limit of its topic with base64 around it. */
    private static final int MAX_PACKED = 11 * 1024 * 1024;

    /** 128 bits of the SHA-256, enough to detect a changed body. */
    private static final int DIGEST_DIGITS = 32;

    private FetchOutcomes() {}

    /** @param now epoch milliseconds, the end of the exchange */
    static FetchOutcome of(FetchRequest request, FetchResult result, long now) {
        return result.fold(
                fetched -> fetched(request, fetched, now),
                same -> answered(request, Result.NOT_MODIFIED, same, now).build(),
                moved -> moved(request, moved, moved.location(), now),
                denied -> answered(request, Result.DENIED, denied, now).build(),
                failed -> failed(request, failed.reason(), now));
    }

    private static FetchOutcome fetched(FetchRequest request, FetchResult.Fetched fetched, long now) {
        if (request.form() != null) {
            return answered(request, Result.FETCHED, fetched, now).build();
        }
        String digest = Sha256.hex(fetched.decoded()).substring(0, DIGEST_DIGITS);
        if (digest.equals(request.digest())) {
            return answered(request, Result.UNCHANGED, fetched, now)
                    .digest(digest)
                    .build();
        }
        FetchOutcome.Builder outcome =
                answered(request, Result.FETCHED, fetched, now).digest(digest);
        if (request.target() == FetchTarget.PAGE) {
            return RefreshTarget.of(fetched.decoded(), request.url())
                    .map(target -> moved(request, fetched, target, now))
                    .orElseGet(outcome::build);
        }
        byte[] body = Gzip.pack(fetched.decoded());
        return body.length > MAX_PACKED
                ? failed(request, FailureReason.TOO_LARGE, now)
                : outcome.body(body).build();
    }

    private static FetchOutcome moved(FetchRequest request, FetchResult.Answered answer, String location, long now) {
        return answered(request, Result.MOVED, answer, now)
                .location(location)
                .cookies(RedirectCookies.after(request.cookies(), request.url(), answer.headers()))
                .build();
    }

    private static FetchOutcome.Builder answered(
            FetchRequest request, Result result, FetchResult.Answered answer, long now) {
        ResponseFacts facts = ResponseFacts.of(answer);
        boolean feed = request.target() == FetchTarget.FEED && request.form() == null;
        return FetchOutcome.builder(request, result, now)
                .status(answer.status())
                .etag(facts.etag().orElse(result == Result.NOT_MODIFIED ? request.etag() : null))
                .lastModified(facts.lastModified().orElse(null))
                .contentType(facts.contentType().orElse(null))
                .hubLink(feed ? facts.link("hub", request.url()).orElse(null) : null)
                .selfLink(feed ? facts.link("self", request.url()).orElse(null) : null)
                .retryAfter(facts.retryAfter(Instant.ofEpochMilli(now))
                        .map(wait -> now + wait.toMillis())
                        .orElse(0L))
                .freshUntil(facts.maxAge()
                        .filter(age -> age.compareTo(Duration.ZERO) > 0)
                        .map(age -> now + age.toMillis())
                        .orElse(0L));
    }

    /** The outcome of an exchange whose result cannot be used. */
    static FetchOutcome failed(FetchRequest request, FailureReason reason, long now) {
        return FetchOutcome.builder(request, Result.FAILED, now).reason(reason).build();
    }
}
