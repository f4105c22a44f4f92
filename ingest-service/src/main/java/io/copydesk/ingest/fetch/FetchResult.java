package io.copydesk.ingest.fetch;

import io.copydesk.ingest.page.Header;
import io.copydesk.schemas.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Result of one exchange. Immutable by convention: the arrays are shared and must not be changed. {@link ResponseFacts}
 * parses the header fields.
 */
public sealed interface FetchResult {

    /** When the exchange began, before the look-up of the host's name. */
    Instant started();

    /** From then until the result was known. */
    Duration took();

    /** One case for each kind of result. */
    default <T extends @Nullable Object> T fold(
            Function<Fetched, T> fetched,
            Function<NotModified, T> notModified,
            Function<Moved, T> moved,
            Function<Denied, T> denied,
            Function<Failed, T> failed) {
        return match(new Cases<>(fetched, notModified, moved, denied, failed));
    }

    /** The value of the case for this kind of result. */
    <T extends @Nullable Object> T match(Cases<T> cases);

    /** What to do with each kind of result. */
    record Cases<T extends @Nullable Object>(
            Function<Fetched, T> fetched,
            Function<NotModified, T> notModified,
            Function<Moved, T> moved,
            Function<Denied, T> denied,
            Function<Failed, T> failed) {}

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
     * @param decoded after content decoding; empty when the status suffices and the body cannot be decoded
     * @param cut whether the body is only the start of the document: possible for a robots.txt larger than its limit (RFC 9309
     *     §2.5), never for another kind
     */
    record Fetched(
            int status, List<Header> headers, byte[] body, byte[] decoded, boolean cut, Instant started, Duration took)
            implements Answered {
        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.fetched.apply(this);
        }
    }

    /** 304 to a conditional request. */
    record NotModified(List<Header> headers, Instant started, Duration took) implements Answered {
        @Override
        public int status() {
            return 304;
        }

        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.notModified.apply(this);
        }
    }

    /**
     * 301, 302, 303, 307 or 308. Not followed, and the target not checked beyond its form.
     *
     * @param location absolute and normalised; may be the URL itself
     */
    record Moved(int status, String location, List<Header> headers, Instant started, Duration took)
            implements Answered {
        /** Whether the new address replaces the old one (RFC 9110 §15.4.2, §15.4.9). */
        public boolean permanent() {
            return status == 301 || status == 308;
        }

        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.moved.apply(this);
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
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.denied.apply(this);
        }
    }

    /**
     * No usable answer.
     *
     * @param detail one sentence for logs and reports
     */
    record Failed(FailureReason reason, String detail, Instant started, Duration took) implements FetchResult {
        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.failed.apply(this);
        }
    }
}
