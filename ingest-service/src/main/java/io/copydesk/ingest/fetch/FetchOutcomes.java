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

/** From results of exchanges to what the frontier is told. Pure. */
final class FetchOutcomes {

    /** A packed body that is larger than this does not fit its topic. */
    private static final int MAX_PACKED = 11 * 1024 * 1024;

    private static final int DIGEST_DIGITS = 32;

    private FetchOutcomes() {}

    static FetchOutcome of(FetchRequest request, FetchResult result, long now) {
        return result.fold(
                fetched -> fetched(request, fetched, now),
                same -> answered(request, Result.NOT_MODIFIED, same, null, null, null, now),
                moved -> answered(request, Result.MOVED, moved, moved.location(), null, null, now),
                denied -> answered(request, Result.DENIED, denied, null, null, null, now),
                failed -> failed(request, failed.reason(), now));
    }

    private static FetchOutcome fetched(FetchRequest request, FetchResult.Fetched fetched, long now) {
        String digest = digest(fetched.decoded());
        if (digest.equals(request.digest())) {
            return answered(request, Result.UNCHANGED, fetched, null, digest, null, now);
        }
        byte[] body = request.target() == FetchTarget.PAGE ? null : Gzip.pack(fetched.decoded());
        return body != null && body.length > MAX_PACKED
                ? failed(request, FailureReason.TOO_LARGE, now)
                : answered(request, Result.FETCHED, fetched, null, digest, body, now);
    }

    private static FetchOutcome answered(
            FetchRequest request,
            Result result,
            FetchResult.Answered answer,
            String location,
            String digest,
            byte[] body,
            long now) {
        ResponseFacts facts = ResponseFacts.of(answer);
        return FetchOutcome.builder(request, result, now)
                .status(answer.status())
                .location(location)
                .etag(facts.etag().orElse(result == Result.NOT_MODIFIED ? request.etag() : null))
                .lastModified(facts.lastModified().orElse(null))
                .contentType(facts.contentType().orElse(null))
                .retryAfter(facts.retryAfter(Instant.ofEpochMilli(now))
                        .map(wait -> now + wait.toMillis())
                        .orElse(0L))
                .freshUntil(facts.maxAge()
                        .filter(age -> age.compareTo(Duration.ZERO) > 0)
                        .map(age -> now + age.toMillis())
                        .orElse(0L))
                .digest(digest)
                .body(body)
                .build();
    }

    private static FetchOutcome failed(FetchRequest request, FailureReason reason, long now) {
        return FetchOutcome.builder(request, Result.FAILED, now).reason(reason).build();
    }

    private static String digest(byte[] bytes) {
        return Sha256.hex(bytes).substring(0, DIGEST_DIGITS);
    }
}
