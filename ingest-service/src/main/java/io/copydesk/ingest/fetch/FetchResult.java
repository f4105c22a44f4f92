package io.copydesk.ingest.fetch;

import io.copydesk.ingest.page.Header;
import io.copydesk.schemas.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * What became of one exchange. Immutable by convention: nobody writes to the arrays. {@link ResponseFacts} reads what
 * the header fields say.
 */
public sealed interface FetchResult {

    /** When the request was begun, the look-up of the host's name included. */
    Instant started();

    /** From then until the result was known. */
    Duration took();

    /** One case for each kind of result. */
    <T> T fold(
            Function<Fetched, T> fetched,
            Function<NotModified, T> notModified,
            Function<Moved, T> moved,
            Function<Denied, T> denied,
            Function<Failed, T> failed);

    /** A result that came with a response. */
    sealed interface Answered extends FetchResult {
        int status();

        /** In the order received. */
        List<Header> headers();
    }

    /**
     * 2xx.
     *
     * @param body as received, before content decoding, without transfer coding
     * @param decoded after content decoding
     * @param cut only the document's start: the case for a robots.txt larger than its limit (RFC 9309 §2.5), never for
     *     anything else
     */
    record Fetched(
            int status, List<Header> headers, byte[] body, byte[] decoded, boolean cut, Instant started, Duration took)
            implements Answered {
        @Override
        public <T> T fold(
                Function<Fetched, T> fetched,
                Function<NotModified, T> notModified,
                Function<Moved, T> moved,
                Function<Denied, T> denied,
                Function<Failed, T> failed) {
            return fetched.apply(this);
        }
    }

    /** 304 to a conditional request. */
    record NotModified(List<Header> headers, Instant started, Duration took) implements Answered {
        @Override
        public int status() {
            return 304;
        }

        @Override
        public <T> T fold(
                Function<Fetched, T> fetched,
                Function<NotModified, T> notModified,
                Function<Moved, T> moved,
                Function<Denied, T> denied,
                Function<Failed, T> failed) {
            return notModified.apply(this);
        }
    }

    /**
     * 301, 302, 303, 307 or 308. Not followed, and the target not checked beyond its form.
     *
     * @param location absolute and normalised; may be the URL itself
     */
    record Moved(int status, String location, List<Header> headers, Instant started, Duration took)
            implements Answered {
        /** True when the old address is to be forgotten (RFC 9110 §15.4.2, §15.4.9). */
        public boolean permanent() {
            return status == 301 || status == 308;
        }

        @Override
        public <T> T fold(
                Function<Fetched, T> fetched,
                Function<NotModified, T> notModified,
                Function<Moved, T> moved,
                Function<Denied, T> denied,
                Function<Failed, T> failed) {
            return moved.apply(this);
        }
    }

    /**
     * Any other status.
     *
     * @param decoded the body's start, at most 64 KiB; empty when it cannot be decoded
     */
    record Denied(int status, List<Header> headers, byte[] decoded, Instant started, Duration took)
            implements Answered {
        @Override
        public <T> T fold(
                Function<Fetched, T> fetched,
                Function<NotModified, T> notModified,
                Function<Moved, T> moved,
                Function<Denied, T> denied,
                Function<Failed, T> failed) {
            return denied.apply(this);
        }
    }

    /**
     * No usable answer.
     *
     * @param detail one sentence for people
     */
    record Failed(FailureReason reason, String detail, Instant started, Duration took) implements FetchResult {
        @Override
        public <T> T fold(
                Function<Fetched, T> fetched,
                Function<NotModified, T> notModified,
                Function<Moved, T> moved,
                Function<Denied, T> denied,
                Function<Failed, T> failed) {
            return failed.apply(this);
        }
    }
}
