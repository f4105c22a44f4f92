package io.copydesk.ingest.fetch;

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

/** From what the library throws to reasons. */
final class Failures {

    private Failures() {}

    /** Before a request could be sent. */
    static FailureReason connecting(Exception cause, boolean secure) {
        if (cause instanceof TimeoutException || cause instanceof ConnectionRequestTimeoutException) {
            return FailureReason.DEADLINE; // no connection became free
        }
        boolean unreached = cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof NoRouteToHostException;
        return secure && !unreached ? FailureReason.TLS : FailureReason.CONNECT;
    }

    /** After it was sent. */
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

    /** One line without controls, as servers put into messages what they like. */
    static String detail(Exception cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        StringBuilder line = new StringBuilder();
        message.chars().limit(200).forEach(c -> line.append(c < ' ' || c >= 0x7f ? '?' : (char) c));
        return line.toString();
    }
}
