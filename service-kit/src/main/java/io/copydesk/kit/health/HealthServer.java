package io.copydesk.kit.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves {@code /health/live}, {@code /health/ready} and {@code /metrics}.
 *
 * <p>A probe answers 200 when all is well and 503 when not, with one line of text; a probe that throws is not well.
 * At most {@value #THREADS} requests are served at once and {@value #QUEUE} wait; more are hung up on. Safe
 * for use by several threads.
 */
public final class HealthServer implements AutoCloseable {
    static final int THREADS = 2;
    static final int QUEUE = 32;
    /** The version of the exposition format is part of the media type (Prometheus text format 0.0.4). */
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private static final String PLAIN_TEXT = "text/plain; charset=utf-8";
    private static final Logger LOG = LoggerFactory.getLogger(HealthServer.class);

    static {
        // Read once by the JDK's server: without them a client that dawdles holds a thread for ever. Seconds.
        limitUnlessSet("sun.net.httpserver.maxReqTime", "10");
        limitUnlessSet("sun.net.httpserver.maxRspTime", "30");
    }

    private final HttpServer server;
    private final ThreadPoolExecutor workers;

    private HealthServer(HttpServer server, ThreadPoolExecutor workers) {
        this.server = server;
        this.workers = workers;
    }

    /**
     * Starts serving.
     *
     * @param live asked for {@code /health/live}: false means that only a restart helps
     * @param ready asked for {@code /health/ready}: false means that it is not doing its work now
     * @param metrics gives the text of {@code /metrics}
     * @throws IOException when the address cannot be bound
     */
    public static HealthServer start(
            HealthSettings settings, Supplier<Health> live, Supplier<Health> ready, Supplier<String> metrics)
            throws IOException {
        InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
        if (address.isUnresolved()) {
            throw new UnknownHostException(settings.host());
        }
        HttpServer server = HttpServer.create(address, QUEUE);
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor workers =
                new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE), task -> {
                    Thread thread = new Thread(task, "health-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        Map<String, Supplier<Reply>> routes = Map.of(
                "/health/live", () -> Reply.of(live),
                "/health/ready", () -> Reply.of(ready),
                "/metrics", () -> new Reply(200, PROMETHEUS_TEXT, metrics.get()));
        server.createContext(
                "/",
                exchange -> answer(exchange, routes.get(exchange.getRequestURI().getPath())));
        server.setExecutor(workers);
        server.start();
        return new HealthServer(server, workers);
    }

    /** The port that is listened on; of interest when the settings said 0. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Hangs up and frees the port. Closing twice does nothing. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private static void answer(HttpExchange exchange, @Nullable Supplier<Reply> route) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange.getRequestMethod(), route);
            byte[] body = reply.body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(reply.status, -1);
                return;
            }
            exchange.sendResponseHeaders(reply.status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Reply reply(String method, @Nullable Supplier<Reply> route) {
        if (route == null) {
            return new Reply(404, PLAIN_TEXT, "not found\n");
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return new Reply(405, PLAIN_TEXT, "only GET and HEAD\n");
        }
        try {
            return route.get();
        } catch (RuntimeException e) {
            LOG.warn("A probe failed", e);
            return new Reply(
                    503, PLAIN_TEXT, "the probe failed: " + e.getClass().getSimpleName() + "\n");
        }
    }

    private static void limitUnlessSet(String property, String seconds) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, seconds);
        }
    }

    private record Reply(int status, String type, String body) {
        static Reply of(Supplier<Health> probe) {
            Health health = probe.get();
            return new Reply(health.ok() ? 200 : 503, PLAIN_TEXT, health.detail() + "\n");
        }
    }
}
