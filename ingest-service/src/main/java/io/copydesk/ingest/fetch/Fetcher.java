package io.copydesk.ingest.fetch;

import io.copydesk.ingest.fetch.apache.ApacheBackend;
import io.copydesk.ingest.fetch.backend.HttpBackend;
import io.copydesk.schemas.FailureReason;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * Fetches documents over HTTP/1.1 and HTTP/2, one exchange a call. Thread-safe; an exchange that waits holds no thread.
 * Keeps nothing from one call to the next but idle connections, for four seconds, each to a host at an address that was
 * checked.
 *
 * <pre>{@code
 * try (Fetcher fetcher = Fetcher.create(FetchSettings.defaults(), HostResolver.system(), Clock.systemUTC())) {
 *     FetchResult result = fetcher.fetch(Fetch.of("https://harbour.example/feed", Kind.FEED)).join();
 * }
 * }</pre>
 */
public final class Fetcher implements AutoCloseable {

    private final FetchResources resources;
    private final Set<Exchange> exchanges = ConcurrentHashMap.newKeySet();

    private Fetcher(FetchResources resources) {
        this.resources = resources;
    }

    /**
     * A fetcher with threads of its own, on the backend of choice.
     *
     * @param clock for {@link FetchResult#started} and {@link FetchResult#took}; limits are kept by the machine's own
     */
    public static Fetcher create(FetchSettings settings, HostResolver resolver, Clock clock) {
        return create(settings, resolver, clock, timer -> new ApacheBackend(settings.backendLimits(), timer));
    }

    /** The same with other certificate authorities. */
    static Fetcher create(FetchSettings settings, HostResolver resolver, Clock clock, SSLContext trust) {
        return create(settings, resolver, clock, timer -> new ApacheBackend(settings.backendLimits(), timer, trust));
    }

    /** The same on another backend, which is closed with the fetcher; the function's argument is a timer. */
    static Fetcher create(
            FetchSettings settings,
            HostResolver resolver,
            Clock clock,
            Function<ScheduledExecutorService, HttpBackend> backend) {
        return new Fetcher(new FetchResources(settings, resolver, clock, backend));
    }

    /**
     * Begins an exchange. A redirect is a result, never followed.
     *
     * @return never completes exceptionally, and within the deadline of the settings or very soon after. Dependent stages
     *     run on the fetcher's few worker threads and must not block
     */
    public CompletableFuture<FetchResult> fetch(Fetch fetch) {
        Exchange exchange = new Exchange(fetch, resources);
        exchanges.add(exchange);
        CompletableFuture<FetchResult> result = exchange.result();
        result.whenComplete((end, none) -> exchanges.remove(exchange));
        try {
            exchange.start();
        } catch (RejectedExecutionException e) {
            exchange.fail(FailureReason.CLOSED, "The fetcher is closed");
        }
        return result;
    }

    /** Connections in use at this moment, for metrics. */
    public int busyConnections() {
        return resources.backend().busyConnections();
    }

    /** Ends exchanges under way with {@link FailureReason#CLOSED} and frees threads and connections. */
    @Override
    public void close() {
        endAll();
        resources.close();
        endAll(); // exchanges that began meanwhile
    }

    private void endAll() {
        exchanges.forEach(exchange -> exchange.fail(FailureReason.CLOSED, "The fetcher was closed"));
    }
}
