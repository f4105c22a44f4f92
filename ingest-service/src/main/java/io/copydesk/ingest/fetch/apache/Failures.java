package io.copydesk.ingest.fetch.apache;

import io.copydesk.schemas.FailureReason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http2.H2ConnectionException;

/** Maps the exceptions of the library to reasons. */
final class Failures {

    private Failures() {}

    /** The reason when no connection could be made. */
    static FailureReason connecting(Exception cause, boolean secure) {
        if (cause instanceof TimeoutException || cause instanceof ConnectionRequestTimeoutException) {
            return FailureReason.DEADLINE; // no connection became free
        }
        boolean unreached = cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof NoRouteToHostException;
        return secure && !unreached ? FailureReason.TLS : FailureReason.CONNECT;
    }

    /** The reason when the exchange failed on a connection. */
    static FailureReason exchanging(Exception cause, boolean bodyBegun) {
        if (cause instanceof Problem problem) {
            return problem.reason();
        }
        if (cause instanceof TruncatedChunkException) {
            return FailureReason.TRUNCATED;
        }
        if (cause instanceof ConnectionClosedException) {
            return bodyBegun ? FailureReason.TRUNCATED : FailureReason.RESET;
        }
        if (cause instanceof MessageConstraintException) {
            return FailureReason.TOO_LARGE;
        }
        if (cause instanceof SSLException) {
            return FailureReason.TLS;
        }
        boolean malformed = cause instanceof HttpException
                || cause instanceof MalformedChunkCodingException
                || cause instanceof H2ConnectionException
                || !(cause instanceof IOException);
        return malformed ? FailureReason.MALFORMED : FailureReason.RESET;
    }
}
