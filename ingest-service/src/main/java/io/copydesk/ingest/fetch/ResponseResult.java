package io.copydesk.ingest.fetch;

import io.copydesk.ingest.fetch.FetchResult.Denied;
import io.copydesk.ingest.fetch.FetchResult.Failed;
import io.copydesk.ingest.fetch.FetchResult.Fetched;
import io.copydesk.ingest.fetch.FetchResult.Moved;
import io.copydesk.ingest.fetch.FetchResult.NotModified;
import io.copydesk.ingest.fetch.backend.BackendRequest;
import io.copydesk.ingest.fetch.backend.BackendResponse;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.page.ContentDecoding;
import io.copydesk.ingest.page.ContentRange;
import io.copydesk.ingest.page.Header;
import io.copydesk.ingest.page.UndecodableReason;
import io.copydesk.schemas.FailureReason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Maps the response to one fetch to its result (RFC 9110 §15). Pure. */
record ResponseResult(Fetch fetch, String url, int limit, Instant started, Duration took) {

    FetchResult of(BackendResponse response) {
        int status = response.status();
        if (ContentRange.isPartOnly(status, response.headers()) && !fetch.statusSuffices()) {
            return failed(FailureReason.MALFORMED, "Partial content (206), though no range was requested");
        }
        if (status / 100 == 2) {
            return document(response);
        }
        return switch (status) {
            case 301, 302, 303, 307, 308 -> moved(response);
            case 304 ->
                fetch.conditional()
                        ? new NotModified(response.headers(), started, took)
                        : failed(FailureReason.MALFORMED, "304 to an unconditional request");
            default ->
                status < 200
                        ? failed(FailureReason.MALFORMED, "The status " + status + " is not a final one")
                        : denied(response);
        };
    }

    Failed failed(FailureReason reason, String detail) {
        return new Failed(reason, detail, started, took);
    }

    private FetchResult document(BackendResponse response) {
        boolean startSuffices = fetch.startSuffices();
        ContentDecoding.Result result = ContentDecoding.whole(response.headers(), response.body(), limit);
        boolean cut = response.cut();
        if (startSuffices
                && result instanceof ContentDecoding.Refused refused
                && (cut || refused.reason() == UndecodableReason.TOO_LARGE)) {
            result = ContentDecoding.start(response.headers(), response.body(), limit);
            cut = true;
        }
        boolean partial = cut;
        return result.fold(
                decoded -> new Fetched(
                        response.status(), response.headers(), response.body(), decoded, partial, started, took),
                refused -> fetch.statusSuffices()
                        ? new Fetched(
                                response.status(),
                                response.headers(),
                                response.body(),
                                new byte[0],
                                partial,
                                started,
                                took)
                        : failed(
                                refused.reason() == UndecodableReason.TOO_LARGE
                                        ? FailureReason.TOO_LARGE
                                        : FailureReason.CONTENT_ENCODING,
                                refused.detail()));
    }

    private FetchResult moved(BackendResponse response) {
        Optional<String> location = response.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Location"))
                .map(Header::value)
                .filter(value -> !value.isBlank())
                .findFirst();
        if (location.isEmpty()) {
            return failed(FailureReason.BAD_REDIRECT, response.status() + " without a location");
        }
        return UrlKey.resolve(url, asUtf8(location.get()))
                .fold(
                        key -> new Moved(response.status(), key.url(), response.headers(), started, took),
                        reason ->
                                failed(FailureReason.BAD_REDIRECT, "The location is not a page on the web: " + reason));
    }

    private FetchResult denied(BackendResponse response) {
        ContentDecoding.Result body =
                ContentDecoding.start(response.headers(), response.body(), BackendRequest.MAX_OTHER_BODY);
        byte[] decoded = body.fold(data -> data, refused -> new byte[0]);
        return new Denied(response.status(), response.headers(), decoded, started, took);
    }

    /** Field values are decoded as Latin-1; a location with other characters is UTF-8 in practice. */
    private static String asUtf8(String value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return value;
        }
    }
}
