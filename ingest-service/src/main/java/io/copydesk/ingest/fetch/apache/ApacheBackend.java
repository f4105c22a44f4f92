package io.copydesk.ingest.fetch.apache;

import io.copydesk.ingest.fetch.backend.BackendLimits;
import io.copydesk.ingest.fetch.backend.BackendRequest;
import io.copydesk.ingest.fetch.backend.HttpBackend;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * One asynchronous client with its connection pool and reactor. The number of threads does not depend on the number of open
 * exchanges. Thread-safe.
 */
public final class ApacheBackend implements HttpBackend {

    /** Servers close idle connections after five seconds or more; ours must be closed before. */
    private static final Timeout IDLE = Timeout.ofSeconds(4);

    private static final int MAX_LINE = 32 * 1024;
    private static final int MAX_FIELDS = 200;
    private static final int MAX_EMPTY_LINES = 4;

    private final Timeout exchange;
    private final PoolingAsyncClientConnectionManager connections;
    private final MinimalHttpAsyncClient client;

    /**
     * A backend that trusts the platform's certificate authorities.
     *
     * @param timer ends handshakes that take too long and closes idle connections; used, not closed
     */
    public ApacheBackend(BackendLimits limits, ScheduledExecutorService timer) {
        this(limits, timer, SSLContexts.createDefault());
    }

    /** The same with other certificate authorities. */
    public ApacheBackend(BackendLimits limits, ScheduledExecutorService timer, SSLContext trust) {
        exchange = Timeout.of(limits.exchange());
        connections = connections(limits, timer, trust);
        client = HttpAsyncClients.createMinimal(
                H2Config.custom()
                        .setPushEnabled(false)
                        .setMaxConcurrentStreams(1)
                        .setMaxHeaderListSize(ResponseReader.MAX_HEAD)
                        .build(),
                Http1Config.custom()
                        .setMaxLineLength(MAX_LINE)
                        .setMaxHeaderCount(MAX_FIELDS)
                        .setMaxEmptyLineCount(MAX_EMPTY_LINES)
                        .build(),
                IOReactorConfig.custom()
                        .setTcpNoDelay(true)
                        .setSoTimeout(exchange)
                        .build(),
                connections);
        client.start();
        long sweep = IDLE.toMilliseconds() / 2;
        timer.scheduleWithFixedDelay(() -> connections.closeIdle(IDLE), sweep, sweep, TimeUnit.MILLISECONDS);
    }

    private static PoolingAsyncClientConnectionManager connections(
            BackendLimits limits, ScheduledExecutorService timer, SSLContext trust) {
        Timeout connect = Timeout.of(limits.connect());
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setDnsResolver(new NoLookUp())
                .setTlsStrategy(new BoundedHandshake(
                        ClientTlsStrategyBuilder.create().setSslContext(trust).buildAsync(), timer))
                .setMaxConnTotal(limits.connections())
                .setMaxConnPerRoute(limits.connections())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.NEGOTIATE)
                        .setHandshakeTimeout(connect)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(Timeout.of(limits.exchange()))
                        .setIdleTimeout(IDLE)
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .build();
    }

    /** Fails every DNS look-up by the client: resolving again would bypass the check of addresses (DNS rebinding). */
    private static final class NoLookUp implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException("The client may not look up " + host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @Override
    public Call call(BackendRequest request, Listener listener) {
        return new ApacheCall(client, context(), request, listener);
    }

    private HttpClientContext context() {
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(
                RequestConfig.custom().setConnectionRequestTimeout(exchange).build());
        return context;
    }

    @Override
    public int busyConnections() {
        return connections.getTotalStats().getLeased();
    }

    @Override
    public void close() {
        connections.close(CloseMode.IMMEDIATE);
        client.initiateShutdown();
        try {
            client.awaitShutdown(TimeValue.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close(CloseMode.IMMEDIATE);
    }
}
