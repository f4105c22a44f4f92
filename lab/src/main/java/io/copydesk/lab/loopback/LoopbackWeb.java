package io.copydesk.lab.loopback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Serves any number of {@link LoopbackSite}s by their {@code Host} field, on one port of one or more loopback addresses, and
 * records all requests. Thread-safe.
 */
public final class LoopbackWeb implements AutoCloseable {

    /** Prefix of the names of the threads that serve. */
    public static final String THREADS = "loopback-web";

    private static final int BACKLOG = 1000;
    private static final int ATTEMPTS = 20;

    static {
        // Otherwise Nagle's algorithm delays small responses.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "20000");
    }

    private final Map<String, LoopbackSite> sites = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Visit> visits = new ConcurrentLinkedQueue<>();
    private final List<HttpServer> servers = new ArrayList<>();
    private final ExecutorService threads;
    private final Duration answerTime;
    private final Clock clock;

    private LoopbackWeb(Duration answerTime, Clock clock) {
        this.answerTime = answerTime;
        this.clock = clock;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, THREADS);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Listens on one free port of all the addresses.
     *
     * @param addresses numeric, in 127.0.0.0/8
     * @param answerTime the least time for each response
     * @param clock for what is published when
     * @throws IOException when no port is free on all of them
     */
    public static LoopbackWeb open(List<String> addresses, Duration answerTime, Clock clock) throws IOException {
        for (int attempt = 1; ; attempt++) {
            LoopbackWeb web = new LoopbackWeb(answerTime, clock);
            try {
                int port = 0;
                for (String address : addresses) {
                    port = web.listen(address, port);
                }
                return web;
            } catch (BindException e) {
                web.close();
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private int listen(String address, int port) throws IOException {
        InetAddress loopback = InetAddress.getByName(address);
        if (!loopback.isLoopbackAddress()) {
            throw new IllegalArgumentException(address + " is no loopback address");
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
        servers.add(server);
        return server.getAddress().getPort();
    }

    /** The port, the same on all addresses. */
    public int port() {
        return servers.get(0).getAddress().getPort();
    }

    /** Adds a site. */
    public void add(LoopbackSite site) {
        sites.put(site.authority(), site);
    }

    /** All requests so far, in the order of their ends. */
    public List<Visit> visits() {
        return List.copyOf(visits);
    }

    /** The number of requests so far. */
    public int visitCount() {
        return visits.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        long start = System.nanoTime();
        try (exchange) {
            String authority = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
            String path = exchange.getRequestURI().toString();
            LoopbackSite site = sites.get(authority);
            Answer answer = site == null
                    ? Answer.status(404)
                    : site.answer(path, exchange.getRequestHeaders().getFirst("If-None-Match"), clock.instant());
            set(exchange, "Content-Type", answer.contentType());
            set(exchange, "Location", answer.location());
            set(exchange, "ETag", answer.etag());
            boolean later = !answer.retryAfter().isZero();
            set(
                    exchange,
                    "Retry-After",
                    later ? Long.toString(answer.retryAfter().toSeconds()) : null);
            if (!answerTime.isZero()) {
                LockSupport.parkNanos(answerTime.toNanos());
            }
            long end = System.nanoTime();
            visits.add(new Visit(
                    authority,
                    path,
                    start,
                    end,
                    answer.status(),
                    later ? end + answer.retryAfter().toNanos() : start));
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static void set(HttpExchange exchange, String field, @Nullable String value) {
        if (value != null) {
            exchange.getResponseHeaders().set(field, value);
        }
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }
}
