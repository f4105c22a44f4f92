package io.copydesk.ingest.fetch;

import io.copydesk.schemas.FailureReason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.AsyncClientEndpoint;

/**
 * One fetch from its beginning to its result: look-up, check, connection, request, response. Ends once; whatever comes
 * after that only frees what it holds.
 */
final class Exchange implements ResponseReader.Listener {

    /** So many addresses of a host are tried when it does not take the connection. */
    private static final int MAX_ADDRESSES = 4;

    private final Fetch fetch;
    private final Transport transport;
    private final Instant started;
    private final CompletableFuture<FetchResult> result = new CompletableFuture<>();

    private final Deque<InetAddress> addresses = new ArrayDeque<>();
    private Target target;
    private ResponseReader reader;
    private AsyncClientEndpoint endpoint;
    private Future<?> deadline;
    private boolean answered;
    private boolean over;
    private String doing = "waiting for the look-up of the host";

    Exchange(Fetch fetch, Transport transport) {
        this.fetch = fetch;
        this.transport = transport;
        this.started = transport.clock().instant();
    }

    CompletableFuture<FetchResult> result() {
        return result;
    }

    void start() {
        Duration limit = transport.settings().deadline();
        synchronized (this) {
            deadline = transport.timer().schedule(this::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
        }
        try {
            target = Target.of(fetch.url());
        } catch (IllegalArgumentException noPage) {
            fail(FailureReason.BAD_URL, noPage.getMessage());
            return;
        }
        if (!transport.settings().ports().contains(target.port())) {
            fail(FailureReason.BAD_URL, "The port " + target.port() + " is not allowed");
        } else if (target.isAddress()) {
            resolve();
        } else {
            transport.resolvers().execute(this::resolve);
        }
    }

    /** Ends it as if nothing more would come. */
    void fail(FailureReason reason, String detail) {
        Optional<Received> refusal = soFar();
        finish(refusal.isPresent() ? outcome().of(refusal.get()) : outcome().failed(reason, detail), false);
    }

    private Optional<Received> soFar() {
        ResponseReader responses = reader();
        return responses == null ? Optional.empty() : responses.refusalSoFar();
    }

    /** Never asked anything under this exchange's lock: it calls back under its own. */
    private synchronized ResponseReader reader() {
        return reader;
    }

    private void expire() {
        ResponseReader responses = reader();
        String where = responses == null ? doing() : responses.progress();
        Duration limit = transport.settings().deadline();
        fail(FailureReason.DEADLINE, "The deadline of " + limit.toMillis() + " ms passed " + where);
    }

    private synchronized String doing() {
        return doing;
    }

    private void resolve() {
        if (isOver()) {
            return;
        }
        try {
            connect(target.addresses(transport.resolver()));
        } catch (UnknownHostException unknown) {
            fail(FailureReason.DNS, "The host has no address: " + Failures.detail(unknown));
        } catch (RuntimeException broken) {
            fail(FailureReason.DNS, "The look-up failed: " + Failures.detail(broken));
        }
    }

    /** Keeps what may be connected to. From here on nothing but these addresses matters: no name is looked up again. */
    private void connect(List<InetAddress> found) throws UnknownHostException {
        Set<InetAddress> allowed = new LinkedHashSet<>();
        String refused = null;
        for (InetAddress address : found) {
            byte[] bytes = address.getAddress();
            Optional<String> refusal =
                    AddressTable.standard().refusal(bytes, transport.settings().allowLoopback());
            if (refusal.isEmpty()) {
                allowed.add(InetAddress.getByAddress(bytes)); // the same bytes, without name or zone
            } else {
                refused = refusal.get();
            }
        }
        if (allowed.isEmpty()) {
            fail(
                    refused == null ? FailureReason.DNS : FailureReason.FORBIDDEN_ADDRESS,
                    refused == null ? "The host has no address" : "The host's address is in " + refused);
            return;
        }
        synchronized (this) {
            allowed.stream().limit(MAX_ADDRESSES).forEach(addresses::add);
            doing = "waiting for a connection";
        }
        connectNext();
    }

    private void connectNext() {
        InetAddress address;
        synchronized (this) {
            address = over ? null : addresses.poll();
        }
        if (address == null) {
            return;
        }
        HttpHost host = new HttpHost(target.scheme(), address, target.host(), target.port());
        HttpClientContext context = transport.context();
        transport.client().lease(host, context, new FutureCallback<>() {
            @Override
            public void completed(AsyncClientEndpoint leased) {
                exchange(leased, context);
            }

            @Override
            public void failed(Exception cause) {
                unreached(Failures.connecting(cause, target.secure()), cause);
            }

            @Override
            public void cancelled() {
                fail(FailureReason.CLOSED, "The fetcher was closed");
            }
        });
    }

    private void unreached(FailureReason reason, Exception cause) {
        boolean another;
        synchronized (this) {
            another = reason == FailureReason.CONNECT && !addresses.isEmpty();
        }
        if (another) {
            connectNext();
        } else {
            fail(reason, "No connection: " + Failures.detail(cause));
        }
    }

    private void exchange(AsyncClientEndpoint leased, HttpClientContext context) {
        ResponseReader responses;
        synchronized (this) {
            if (over) {
                leased.releaseAndDiscard();
                return;
            }
            endpoint = leased;
            int limit = transport.settings().limit(fetch.kind());
            reader = new ResponseReader(
                    transport.request(fetch, target), limit, fetch.kind() == Fetch.Kind.ROBOTS, this);
            responses = reader;
        }
        try {
            leased.execute(responses, null, context);
        } catch (RuntimeException closed) {
            broke(new Problem(FailureReason.RESET, "The connection was closed"));
        }
    }

    @Override
    public void received(Received response) {
        AsyncClientEndpoint used;
        synchronized (this) {
            used = endpoint;
            endpoint = null;
            answered = true;
        }
        if (used != null && response.cut()) {
            used.releaseAndDiscard();
        } else if (used != null) {
            used.releaseAndReuse();
        }
        transport.work().execute(() -> finish(outcome().of(response), true));
    }

    @Override
    public void broke(Exception cause) {
        synchronized (this) {
            if (answered) {
                return; // the connection was closed on an answer that is cut
            }
        }
        ResponseReader responses = reader();
        boolean begun = responses != null && responses.begun();
        fail(Failures.exchanging(cause, begun), Failures.detail(cause));
    }

    private synchronized boolean isOver() {
        return over;
    }

    private ResponseResult outcome() {
        Duration took = Duration.between(started, transport.clock().instant());
        String url = target == null ? fetch.url() : target.url();
        return new ResponseResult(fetch, url, transport.settings().limit(fetch.kind()), started, took);
    }

    private void finish(FetchResult end, boolean worker) {
        AsyncClientEndpoint held;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            held = endpoint;
            endpoint = null;
            if (deadline != null) {
                deadline.cancel(false);
            }
        }
        if (held != null) {
            held.releaseAndDiscard();
        }
        if (worker) {
            result.complete(end);
        } else {
            result.completeAsync(() -> end, transport.work());
        }
    }
}
