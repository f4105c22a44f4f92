package io.copydesk.ingest.websub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.copydesk.kit.metrics.PushMeters;
import io.copydesk.schemas.FetchOutcome;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The callback that hubs send to: verifications of intent (WebSub §5.3) as GET, content (§7) as POST, to a path whose last segment is the id of a
 * subscription. It is told that a message arrived after that was stored, and not before.
 *
 * <p>At most {@value #BODIES} bodies are read at once; one that must wait for longer than {@value #BODY_WAIT_SECONDS} s gets 503 with {@code Retry-After}. At most {@value #THREADS} requests are served
 * at once and {@value #QUEUE} wait; more are hung up on. Safe for use by several threads.
 */
final class PushListener implements AutoCloseable {

    static final int THREADS = 16;
    static final int BODIES = 8;
    private static final int QUEUE = 64;
    private static final int BODY_WAIT_SECONDS = 2;
    private static final String RETRY_SECONDS = "30";
    private static final Logger LOG = LoggerFactory.getLogger(PushListener.class);

    static {
        // Read once by the JDK's server: without them a client that dawdles holds a thread for ever. Seconds.
        limitUnlessSet("sun.net.httpserver.maxReqTime", "10");
        limitUnlessSet("sun.net.httpserver.maxRspTime", "30");
    }

    /** Where messages go. */
    interface Output {
        /** Returns once it is stored; false when it could not be. */
        boolean store(FetchOutcome message);
    }

    private final HttpServer server;
    private final ThreadPoolExecutor workers;
    private final Semaphore bodies = new Semaphore(BODIES);
    private final BooleanSupplier ready;
    private final PushRequests requests;
    private final PushMeters meters;

    private PushListener(
            HttpServer server,
            ThreadPoolExecutor workers,
            BooleanSupplier ready,
            PushRequests requests,
            PushMeters meters) {
        this.server = server;
        this.workers = workers;
        this.ready = ready;
        this.requests = requests;
        this.meters = meters;
    }

    /**
     * Starts listening.
     *
     * @param bind host and port; port 0 for any free one
     * @param maxBody the most bytes of a message
     * @param ready whether all subscriptions are known; before that each request gets 503
     * @throws IOException when the address cannot be bound
     */
    static PushListener start(
            InetSocketAddress bind,
            int maxBody,
            BooleanSupplier ready,
            PushRequests.Known known,
            Output output,
            Clock clock,
            PushMeters meters)
            throws IOException {
        if (bind.isUnresolved()) {
            throw new UnknownHostException(bind.getHostString());
        }
        HttpServer server = HttpServer.create(bind, QUEUE);
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor workers =
                new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE), task -> {
                    Thread thread = new Thread(task, "copydesk-callback-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        PushListener listener =
                new PushListener(server, workers, ready, new PushRequests(known, output, maxBody, clock), meters);
        server.createContext("/", listener::answer);
        server.setExecutor(workers);
        server.start();
        return listener;
    }

    /** The port that is listened on. */
    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            PushRequests.Answer answer;
            try {
                answer = answerTo(exchange);
            } catch (RuntimeException e) {
                LOG.error("a request to the callback failed", e);
                answer = new PushRequests.Answer(500, "", "failed");
            }
            meters.received(answer.result());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            if (answer.status() == 429 || answer.status() == 503) {
                exchange.getResponseHeaders().set("Retry-After", RETRY_SECONDS);
            }
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private PushRequests.Answer answerTo(HttpExchange exchange) throws IOException {
        if (!ready.getAsBoolean()) {
            return new PushRequests.Answer(503, "", "busy");
        }
        String path = exchange.getRequestURI().getPath();
        String id = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        return switch (exchange.getRequestMethod()) {
            case "GET" -> requests.verify(id, exchange.getRequestURI().getRawQuery());
            case "POST" -> receive(id, exchange);
            default -> new PushRequests.Answer(405, "", "unknown");
        };
    }

    private PushRequests.Answer receive(String id, HttpExchange exchange) throws IOException {
        try {
            if (!bodies.tryAcquire(BODY_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return new PushRequests.Answer(503, "", "busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PushRequests.Answer(503, "", "busy");
        }
        try {
            return requests.receive(id, exchange.getRequestHeaders(), exchange.getRequestBody());
        } finally {
            bodies.release();
        }
    }

    private static void limitUnlessSet(String property, String seconds) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, seconds);
        }
    }

    /** Hangs up and frees the port. Closing twice does nothing. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
