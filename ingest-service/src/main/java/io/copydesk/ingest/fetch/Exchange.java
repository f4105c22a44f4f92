package io.copydesk.ingest.fetch;

import io.copydesk.ingest.fetch.backend.BackendRequest;
import io.copydesk.ingest.fetch.backend.BackendResponse;
import io.copydesk.ingest.fetch.backend.HttpBackend;
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
import org.jspecify.annotations.Nullable;

/**
 * One fetch from its beginning to its result: look-up, check of addresses, and one call of the backend after the other until
 * an address accepts the connection. Completes its result once; later events only free resources. Thread-safe.
 */
final class Exchange implements HttpBackend.Listener {

    /** The most addresses of a host that are tried when it does not accept the connection. */
    static final int MAX_ADDRESSES = 4;

    private final Fetch fetch;
    private final FetchResources resources;
    private final Instant started;
    private final CompletableFuture<FetchResult> result = new CompletableFuture<>();

    private final Deque<InetAddress> addresses = new ArrayDeque<>();
    private @Nullable Target target;
    private HttpBackend.@Nullable Call call;
    private @Nullable Future<?> deadline;
    private @Nullable InetAddress connectedTo;
    private boolean repeated;
    private boolean over;

    Exchange(Fetch fetch, FetchResources resources) {
        this.fetch = fetch;
        this.resources = resources;
        this.started = resources.clock().instant();
    }

    CompletableFuture<FetchResult> result() {
        return result;
    }

    void start() {
        long limit = resources.settings().deadline().toMillis();
        synchronized (this) {
            deadline = resources.timer().schedule(this::expire, limit, TimeUnit.MILLISECONDS);
        }
        Target parsed;
        try {
            parsed = Target.of(fetch.url());
        } catch (IllegalArgumentException e) {
            fail(FailureReason.BAD_URL, ErrorText.of(e));
            return;
        }
        synchronized (this) {
            target = parsed;
        }
        Optional<String> port = RefusedUrls.ofPort(parsed, resources.settings());
        if (port.isPresent()) {
            fail(FailureReason.BAD_URL, port.get());
        } else if (parsed.isAddress()) {
            resolve(parsed);
        } else {
            resources.resolvers().execute(() -> resolve(parsed));
        }
    }

    /** Ends it: with the refusal that has begun to arrive, otherwise with this reason. */
    void fail(FailureReason reason, String detail) {
        HttpBackend.Call current = call();
        Optional<BackendResponse> refusal = current == null ? Optional.empty() : current.refusalSoFar();
        finish(refusal.map(outcome()::of).orElseGet(() -> outcome().failed(reason, detail)), false);
    }

    /** Its methods must be called without the lock of this exchange, since a call notifies under a lock of its own. */
    private synchronized HttpBackend.@Nullable Call call() {
        return call;
    }

    private void expire() {
        HttpBackend.Call current = call();
        String where = current == null ? "waiting for the look-up of the host" : current.progress();
        long limit = resources.settings().deadline().toMillis();
        fail(FailureReason.DEADLINE, "The deadline of " + limit + " ms passed " + where);
    }

    private void resolve(Target to) {
        if (isOver()) {
            return;
        }
        try {
            connect(to, to.addresses(resources.resolver()));
        } catch (UnknownHostException e) {
            fail(FailureReason.DNS, "The host has no address: " + ErrorText.of(e));
        } catch (RuntimeException e) {
            fail(FailureReason.DNS, "The look-up failed: " + ErrorText.of(e));
        }
    }

    /** Keeps the addresses that may be connected to; from here on no name is looked up again. */
    private void connect(Target to, List<InetAddress> found) throws UnknownHostException {
        Set<InetAddress> allowed = new LinkedHashSet<>();
        Optional<String> refusedBy = Optional.empty();
        for (InetAddress address : found) {
            byte[] bytes = address.getAddress();
            Optional<String> refusal =
                    AddressTable.standard().refusal(bytes, resources.settings().allowLoopback(), fetch.mayBePrivate());
            if (refusal.isEmpty()) {
                allowed.add(InetAddress.getByAddress(bytes)); // the same bytes, without name or zone
            } else {
                refusedBy = refusal;
            }
        }
        if (!allowed.isEmpty()) {
            synchronized (this) {
                allowed.stream().limit(MAX_ADDRESSES).forEach(addresses::add);
            }
            connectNext(to);
        } else if (refusedBy.isPresent()) {
            fail(FailureReason.FORBIDDEN_ADDRESS, "The host's address is in " + refusedBy.get());
        } else {
            fail(FailureReason.DNS, "The host has no address");
        }
    }

    private void connectNext(Target to) {
        HttpBackend.Call next;
        synchronized (this) {
            InetAddress address = over ? null : addresses.poll();
            if (address == null) {
                return;
            }
            connectedTo = address;
            next = resources.backend().call(request(to, address), this);
            call = next;
        }
        next.start();
    }

    private BackendRequest request(Target to, InetAddress address) {
        return new BackendRequest(
                to.secure(),
                address,
                to.host(),
                to.explicitPort(),
                to.path(),
                RequestFields.of(fetch, resources.settings().userAgent()),
                resources.settings().limit(fetch.kind()),
                fetch.startSuffices(),
                fetch.form());
    }

    @Override
    public void notConnected(FailureReason reason, Exception cause) {
        Target next;
        synchronized (this) {
            next = reason == FailureReason.CONNECT && !addresses.isEmpty() ? target : null;
        }
        if (next != null) {
            connectNext(next);
        } else {
            fail(reason, "No connection: " + ErrorText.of(cause));
        }
    }

    /** Repeats the request once, at the same address; not one with a form, of which the server may have taken note (RFC 9110 §9.2.2). */
    @Override
    public void keptConnectionFailed(FailureReason reason, Exception cause) {
        Target again;
        synchronized (this) {
            again = repeated || fetch.form() != null ? null : target;
            repeated = true;
            if (connectedTo != null) {
                addresses.addFirst(connectedTo);
            }
        }
        if (again != null) {
            connectNext(again);
        } else {
            failed(reason, cause);
        }
    }

    @Override
    public void received(BackendResponse response) {
        resources.workers().execute(() -> finish(outcome().of(response), true));
    }

    @Override
    public void failed(FailureReason reason, Exception cause) {
        fail(reason, ErrorText.of(cause));
    }

    private synchronized boolean isOver() {
        return over;
    }

    private ResponseResult outcome() {
        Duration took = Duration.between(started, resources.clock().instant());
        return new ResponseResult(fetch, url(), resources.settings().limit(fetch.kind()), started, took);
    }

    private synchronized String url() {
        return target == null ? fetch.url() : target.url();
    }

    private void finish(FetchResult end, boolean onWorker) {
        HttpBackend.Call last;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            last = call;
            if (deadline != null) {
                deadline.cancel(false);
            }
        }
        if (last != null) {
            last.abort();
        }
        if (onWorker) {
            result.complete(end);
        } else {
            result.completeAsync(() -> end, resources.workers());
        }
    }
}
