package io.copydesk.standalone.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.copydesk.ingest.fetch.HostResolver;
import io.copydesk.standalone.sample.SampleCapture;
import io.copydesk.standalone.sample.SampleSite;
import io.copydesk.standalone.sample.SampleSites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The sample sites on one loopback port, distinguished by the {@code Host} field, each with a robots.txt and a feed. A page that
 * was captured several times is served in the order of its captures, so the second visit finds what the site changed.
 * Thread-safe.
 */
public final class SampleWeb implements AutoCloseable {

    private static final String FEED = "/feed.xml";
    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<String> feeds = new ArrayList<>();
    private final Map<String, String> bodies = new LinkedHashMap<>();
    private final Map<String, Deque<SampleCapture>> captures = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Instant opened;
    private int unseen;

    private SampleWeb(HttpServer server, Instant opened) {
        this.server = server;
        this.opened = opened;
    }

    /**
     * Starts on a free port of 127.0.0.1.
     *
     * @param opened when the feeds say that all was published: what is not fresh is not visited again
     */
    public static SampleWeb start(Instant opened) {
        try {
            SampleWeb web = new SampleWeb(HttpServer.create(new InetSocketAddress(loopback(), 0), 0), opened);
            SampleSites.sites().forEach(web::publish);
            web.server.createContext("/", web::answer);
            web.server.setExecutor(web.threads);
            web.server.start();
            return web;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot serve the sample sites on loopback", e);
        }
    }

    /** Where its feeds are. */
    public List<String> feeds() {
        return List.copyOf(feeds);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Finds the invented hosts here, and no others anywhere. */
    public HostResolver resolver() {
        return host -> {
            if (host.endsWith(".example")) {
                return List.of(loopback());
            }
            throw new UnknownHostException(host + " is not one of the sample's hosts");
        };
    }

    /** The number of captures that were never requested. */
    public synchronized int unseen() {
        return unseen;
    }

    /** Waits until every capture was asked for; false when that takes longer. */
    public synchronized boolean awaitSeen(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (unseen > 0 && System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1_000_000, end - System.nanoTime()));
        }
        return unseen == 0;
    }

    /** The pages whose captures were not all asked for, for messages. */
    public synchronized List<String> unseenPages() {
        return captures.entrySet().stream()
                .filter(page -> page.getValue().size() > 1 || !seen.contains(page.getKey()))
                .map(page -> page.getKey() + " (" + page.getValue().size() + ")")
                .toList();
    }

    private void publish(SampleSite site) {
        StringBuilder items = new StringBuilder();
        for (SampleCapture capture : site.captures()) {
            String key = site.host() + URI.create(capture.url()).getRawPath();
            boolean first = !captures.containsKey(key);
            captures.computeIfAbsent(key, unused -> new ArrayDeque<>()).add(capture);
            unseen++;
            if (first) {
                items.append("<item><link>")
                        .append(URI.create(capture.url()).getRawPath())
                        .append("</link><pubDate>")
                        .append(RFC_822.format(opened))
                        .append("</pubDate></item>");
            }
        }
        bodies.put(
                site.host() + FEED,
                "<rss version=\"2.0\"><channel><title>" + site.name() + "</title>" + items + "</channel></rss>");
        bodies.put(site.host() + "/robots.txt", "User-agent: *\nDisallow: /search\n");
        feeds.add("http://" + site.host() + ":" + port() + FEED);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = exchange.getRequestHeaders().getFirst("Host");
            String key = (host == null ? "" : host.replaceAll(":\\d+$", ""))
                    + exchange.getRequestURI().getRawPath();
            SampleCapture capture = next(key);
            if (capture != null) {
                String charset = capture.charset() == null ? "" : "; charset=" + capture.charset();
                send(exchange, capture.status(), capture.mediaType() + charset, capture.body());
            } else if (bodies.containsKey(key)) {
                send(exchange, 200, "text/plain", bodies.get(key).getBytes(StandardCharsets.UTF_8));
            } else {
                send(exchange, 404, "text/plain", new byte[0]);
            }
        }
    }

    private synchronized @Nullable SampleCapture next(String key) {
        Deque<SampleCapture> versions = captures.get(key);
        if (versions == null) {
            return null;
        }
        SampleCapture shown = versions.peekFirst();
        if (versions.size() > 1) {
            versions.removeFirst();
            unseen--;
        } else if (seen.add(key)) {
            unseen--;
        }
        notifyAll();
        return shown;
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
