package io.copydesk.ingest.fetch;

import io.copydesk.schemas.FailureReason;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * Fetches documents over HTTP/1.1 and HTTP/2, one exchange a call. Safe for any thread; an exchange that waits holds no
 * thread. Keeps nothing from one call to the next but idle connections, for four seconds, each to a host at an address
 * that was checked.
 *
 * <pre>{@code
 * try (Fetcher fetcher = Fetcher.create(FetchSettings.defaults(), HostResolver.system(), Clock.systemUTC())) {
 *     FetchResult result = fetcher.fetch(Fetch.of("https://harbour.example/feed", Kind.FEED)).join();
 * }
 * }</pre>
 */
public final class Fetcher implements AutoCloseable {

    private final Transport transport;
    private final Set<Exchange> exchanges = ConcurrentHashMap.newKeySet();

    private Fetcher(Transport transport) {
        this.transport = transport;
    }

    /**
     * A fetcher with threads of its own.
     *
     * @param clock for {@link FetchResult#started} and {@link FetchResult#took}; limits are kept by the machine's own
     */
    public static Fetcher create(FetchSettings settings, HostResolver resolver, Clock clock) {
        return create(settings, resolver, clock, SSLContexts.createDefault());
    }

    /** The same with other trust. */
    static Fetcher create(FetchSettings settings, HostResolver resolver, Clock clock, SSLContext trust) {
        return new Fetcher(new Transport(settings, resolver, clock, trust));
    }

    /**
     * Begins an exchange. A redirect is a result, never followed.
     *
     * @return never completes exceptionally, and always within the deadline of the settings or very soon after. What
     *     is hung on it runs on the fetcher's few worker threads and must not block
     */
    public CompletableFuture<FetchResult> fetch(Fetch fetch) {
        Exchange exchange = new Exchange(fetch, transport);
        exchanges.add(exchange);
        CompletableFuture<FetchResult> result = exchange.result();
        result.whenComplete((end, never) -> exchanges.remove(exchange));
        try {
            exchange.start();
        } catch (RejectedExecutionException closed) {
            exchange.fail(FailureReason.CLOSED, "The fetcher is closed");
        }
        return result;
    }

    /** Exchanges that hold a connection at this moment, for metrics. */
    public int busyConnections() {
        return transport.busy();
    }

    /** Ends what is under way with {@link FailureReason#CLOSED} and frees threads and connections. */
    @Override
    public void close() {
        endAll();
        transport.close();
        endAll(); // what began in between
    }

    private void endAll() {
        exchanges.forEach(exchange -> exchange.fail(FailureReason.CLOSED, "The fetcher was closed"));
    }
}
