package io.copydesk.ingest.fetch.backend;

import io.copydesk.schemas.FailureReason;
import java.util.Optional;

/**
 * Makes single HTTP exchanges, without a thread for each. Thread-safe.
 *
 * <p>An implementation must
 *
 * <ul>
 *   <li>connect to {@link BackendRequest#address} and to nothing else: the caller has checked that address, so no name may be
 *       looked up (DNS rebinding), no redirect followed and no proxy used. An idle connection may be used again only for
 *       the same address <em>and</em> the same scheme, host and port;
 *   <li>check a TLS certificate against {@link BackendRequest#host};
 *   <li>keep the limits of the request, and bound the head and the number of interim responses as well;
 *   <li>send the fields of the request and {@code Host}; nothing of its own, such as cookies or credentials.
 * </ul>
 */
public interface HttpBackend extends AutoCloseable {

    /** An exchange that has not begun. */
    Call call(BackendRequest request, Listener listener);

    /** Connections in use at this moment. */
    int busyConnections();

    /** Closes all connections and frees all threads; calls under way end with a failure or not at all. */
    @Override
    void close();

    /** One exchange. Thread-safe; never calls its listener while it holds a lock that {@link #abort} needs. */
    interface Call {

        /** Begins it. Called once, and not after {@link #abort}. */
        void start();

        /** The part received so far of a response whose status is 400 or more, for when the rest does not come. */
        Optional<BackendResponse> refusalSoFar();

        /** Where it is, as the end of a sentence: {@code waiting for the response}. */
        String progress();

        /** Ends it without telling the listener and closes its connection. May be called at any time, also repeatedly. */
        void abort();
    }

    /** How a call ended. Exactly one method is called, once, on any thread; it must not block. */
    interface Listener {

        void received(BackendResponse response);

        /** No connection was made, so nothing was sent: another address may be tried. */
        void notConnected(FailureReason reason, Exception cause);

        /**
         * A connection kept from an earlier exchange failed before a response began: its server had closed it, or had sent more bytes
         * after the response before. The same request may well succeed on a new connection.
         */
        void keptConnectionFailed(FailureReason reason, Exception cause);

        /** The exchange failed after a connection was made, or was cancelled. */
        void failed(FailureReason reason, Exception cause);
    }
}
