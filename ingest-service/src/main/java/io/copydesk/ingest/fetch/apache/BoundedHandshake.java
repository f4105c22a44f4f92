package io.copydesk.ingest.fetch.apache;

import java.net.SocketAddress;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.CallbackContribution;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.apache.hc.core5.util.Timeout;

/**
 * TLS whose handshake ends within its time. The library's own limit is one between two bytes, which a server that sends
 * a byte now and then never meets.
 */
final class BoundedHandshake implements TlsStrategy {

    private final TlsStrategy tls;
    private final ScheduledExecutorService timer;

    BoundedHandshake(TlsStrategy tls, ScheduledExecutorService timer) {
        this.tls = tls;
        this.timer = timer;
    }

    @Override
    public void upgrade(
            TransportSecurityLayer session,
            NamedEndpoint endpoint,
            Object attachment,
            Timeout limit,
            FutureCallback<TransportSecurityLayer> callback) {
        Future<?> end = timer.schedule(() -> close(session), limit.toMilliseconds(), TimeUnit.MILLISECONDS);
        tls.upgrade(session, endpoint, attachment, limit, new CallbackContribution<>(callback) {
            @Override
            public void completed(TransportSecurityLayer secured) {
                end.cancel(false);
                callback.completed(secured);
            }
        });
    }

    private static void close(TransportSecurityLayer session) {
        if (session instanceof ModalCloseable connection) {
            connection.close(CloseMode.IMMEDIATE);
        }
    }

    @Override
    @Deprecated
    public boolean upgrade(
            TransportSecurityLayer session,
            HttpHost host,
            SocketAddress local,
            SocketAddress remote,
            Object attachment,
            Timeout limit) {
        throw new UnsupportedOperationException("The client never calls this form");
    }
}
