package io.copydesk.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.async.MinimalHttpAsyncClient;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The HTTP client and the threads of a fetcher: as many for one stalled host as for a thousand. */
final class Transport implements AutoCloseable {

    /** Servers close idle connections after five seconds or more; ours must be closed before. */
    private static final Timeout IDLE = Timeout.ofSeconds(4);

    private static final int MAX_LINE = 32 * 1024;
    private static final int MAX_FIELDS = 200;
    private static final int MAX_EMPTY_LINES = 4;

    private final FetchSettings settings;
    private final HostResolver resolver;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, threads("fetch-timer"));
    private final ExecutorService resolvers;
    private final ExecutorService work;
    private final PoolingAsyncClientConnectionManager connections;
    private final MinimalHttpAsyncClient client;

    Transport(FetchSettings settings, HostResolver resolver, Clock clock, SSLContext trust) {
        this.settings = settings;
        this.resolver = resolver;
        this.clock = clock;
        timer.setRemoveOnCancelPolicy(true);
        resolvers = pool(settings.resolverThreads(), "fetch-resolver");
        work = pool(Math.max(2, Runtime.getRuntime().availableProcessors()), "fetch-worker");
        Timeout connect = Timeout.of(settings.connectTimeout());
        connections = PoolingAsyncClientConnectionManagerBuilder.create()
                .setDnsResolver(new NoLookUp())
                .setTlsStrategy(new BoundedHandshake(
                        ClientTlsStrategyBuilder.create().setSslContext(trust).buildAsync(), timer))
                .setMaxConnTotal(settings.maxConnections())
                .setMaxConnPerRoute(settings.maxConnections())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.NEGOTIATE)
                        .setHandshakeTimeout(connect)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(Timeout.of(settings.deadline()))
                        .setIdleTimeout(IDLE)
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .build();
        client = HttpAsyncClients.createMinimal(
                H2Config.custom()
                        .setPushEnabled(false)
                        .setMaxConcurrentStreams(1)
                        .setMaxHeaderListSize(256 * 1024)
                        .build(),
                Http1Config.custom()
                        .setMaxLineLength(MAX_LINE)
                        .setMaxHeaderCount(MAX_FIELDS)
                        .setMaxEmptyLineCount(MAX_EMPTY_LINES)
                        .build(),
                IOReactorConfig.custom()
                        .setTcpNoDelay(true)
                        .setSoTimeout(Timeout.of(settings.deadline()))
                        .build(),
                connections);
        client.start();
        long sweep = IDLE.toMilliseconds() / 2;
        timer.scheduleWithFixedDelay(() -> connections.closeIdle(IDLE), sweep, sweep, TimeUnit.MILLISECONDS);
    }

    /** Addresses were looked up and checked already. Whoever asks again would get ones that nobody has checked. */
    private static final class NoLookUp implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException("Not looked up a second time: " + host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    FetchSettings settings() {
        return settings;
    }

    HostResolver resolver() {
        return resolver;
    }

    Clock clock() {
        return clock;
    }

    ScheduledThreadPoolExecutor timer() {
        return timer;
    }

    ExecutorService resolvers() {
        return resolvers;
    }

    /** For decoding, and for what callers hang on results. */
    ExecutorService work() {
        return work;
    }

    MinimalHttpAsyncClient client() {
        return client;
    }

    /** Connections in use. */
    int busy() {
        return connections.getTotalStats().getLeased();
    }

    HttpClientContext context() {
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(settings.deadline()))
                .build());
        return context;
    }

    /** The request, with all its fields but {@code Host}. */
    HttpRequest request(Fetch fetch, Target target) {
        URIAuthority authority = new URIAuthority(target.host(), target.explicitPort());
        HttpRequest request = new BasicHttpRequest("GET", target.scheme(), authority, target.path());
        RequestFields.set(request, fetch, settings.userAgent());
        return request;
    }

    @Override
    public void close() {
        connections.close(CloseMode.IMMEDIATE);
        client.initiateShutdown();
        try {
            client.awaitShutdown(TimeValue.ofSeconds(2));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        client.close(CloseMode.IMMEDIATE);
        timer.shutdownNow();
        resolvers.shutdownNow();
        work.shutdown();
    }

    private static ExecutorService pool(int size, String name) {
        // What comes after the end is done by whoever brings it.
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                size,
                size,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads(name),
                (task, closed) -> task.run());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory threads(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
