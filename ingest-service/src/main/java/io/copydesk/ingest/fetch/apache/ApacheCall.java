package io.copydesk.ingest.fetch.apache;

import io.copydesk.ingest.fetch.backend.BackendRequest;
import io.copydesk.ingest.fetch.backend.BackendResponse;
import io.copydesk.ingest.fetch.backend.HttpBackend;
import io.copydesk.ingest.page.Header;
import io.copydesk.schemas.FailureReason;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.hc.client5.http.impl.async.MinimalHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncClientEndpoint;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/** One exchange: leases a connection to the address, sends the request, and returns or closes the connection. */
final class ApacheCall implements HttpBackend.Call, FutureCallback<AsyncClientEndpoint>, ResponseReader.Listener {

    private final MinimalHttpAsyncClient client;
    private final HttpClientContext context;
    private final BackendRequest request;
    private final HttpBackend.Listener listener;
    private final ResponseReader reader;

    private @Nullable AsyncClientEndpoint endpoint;
    private boolean connected;
    private boolean over;

    ApacheCall(
            MinimalHttpAsyncClient client,
            HttpClientContext context,
            BackendRequest request,
            HttpBackend.Listener listener) {
        this.client = client;
        this.context = context;
        this.request = request;
        this.listener = listener;
        this.reader =
                new ResponseReader(message(request), request.form(), request.maxBody(), request.startSuffices(), this);
    }

    private static HttpRequest message(BackendRequest request) {
        URIAuthority authority = new URIAuthority(request.host(), request.explicitPort());
        HttpRequest message = new BasicHttpRequest(
                request.form() == null ? "GET" : "POST", request.scheme(), authority, request.path());
        for (Header field : request.fields()) {
            message.setHeader(field.name(), field.value());
        }
        return message;
    }

    @Override
    public void start() {
        client.lease(new HttpHost(request.scheme(), request.address(), request.host(), request.port()), context, this);
    }

    @Override
    public void completed(AsyncClientEndpoint leased) {
        synchronized (this) {
            if (over) {
                leased.releaseAndDiscard();
                return;
            }
            endpoint = leased;
            connected = true;
        }
        try {
            leased.execute(reader, null, context);
        } catch (RuntimeException closed) {
            broke(new Problem(FailureReason.RESET, "The connection was closed"));
        }
    }

    @Override
    public void failed(Exception cause) {
        if (end(false)) {
            listener.notConnected(Failures.connecting(cause, request.secure()), cause);
        }
    }

    @Override
    public void cancelled() {
        if (end(false)) {
            listener.failed(FailureReason.CLOSED, new CancellationException("The fetcher was closed"));
        }
    }

    @Override
    public void received(BackendResponse response) {
        if (end(!response.cut() && !mayHaveMore(response))) {
            listener.received(response);
        }
    }

    /** A "not modified" has no body (RFC 9110 §15.4.5); one that announces any may be followed by it, in place of the next response. */
    private static boolean mayHaveMore(BackendResponse response) {
        return response.status() == 304
                && response.headers().stream()
                        .anyMatch(field -> field.name().equalsIgnoreCase("transfer-encoding")
                                || field.name().equalsIgnoreCase("content-length")
                                        && !field.value().strip().equals("0"));
    }

    /** Ignored after a response: closing the connection on the rest of one that is cut ends here, too. */
    @Override
    public void broke(Exception cause) {
        FailureReason reason = Failures.exchanging(cause, reader.begun());
        boolean kept = reader.keptConnectionGaveNothing();
        if (!end(false)) {
            return;
        }
        if (kept) {
            listener.keptConnectionFailed(reason, cause);
        } else {
            listener.failed(reason, cause);
        }
    }

    @Override
    public Optional<BackendResponse> refusalSoFar() {
        return reader.refusalSoFar();
    }

    @Override
    public String progress() {
        return isConnected() ? reader.progress() : "waiting for a connection";
    }

    private synchronized boolean isConnected() {
        return connected;
    }

    @Override
    public void abort() {
        end(false);
    }

    /** Frees the connection; true for the first call. */
    private boolean end(boolean reusable) {
        AsyncClientEndpoint held;
        synchronized (this) {
            if (over) {
                return false;
            }
            over = true;
            held = endpoint;
            endpoint = null;
        }
        if (held != null && reusable) {
            held.releaseAndReuse();
        } else if (held != null) {
            held.releaseAndDiscard();
        }
        return true;
    }
}
