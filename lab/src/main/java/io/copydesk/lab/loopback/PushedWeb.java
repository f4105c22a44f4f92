package io.copydesk.lab.loopback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Invented sites on loopback addresses, each with a feed that names a hub, and the hub. Of every second site the hub delivers the new entry alone, of the
 * others the whole feed. Thread-safe.
 */
public final class PushedWeb implements AutoCloseable {

    private static final int ATTEMPTS = 20;
    private static final int BACKLOG = 200;
    private static final int WINDOW = 60;
    private static final int MAX_FORM = 16 * 1024;
    private static final String HUB = "127.9.1.1";

    private final PushingHub hub;
    private final Clock clock;
    private final Map<String, List<Instant>> published = new ConcurrentHashMap<>();
    private final List<String> addresses = new ArrayList<>();
    private final List<HttpServer> servers = new ArrayList<>();
    private final AtomicInteger polls = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, LoopbackWeb.THREADS);
        thread.setDaemon(true);
        return thread;
    });

    private PushedWeb(PushingHub hub, Clock clock) {
        this.hub = hub;
        this.clock = clock;
    }

    /**
     * Listens on one free port of all addresses.
     *
     * @param hub closed with it
     * @throws IOException when no port is free on all of them
     */
    public static PushedWeb open(int sites, PushingHub hub, Clock clock) throws IOException {
        for (int attempt = 1; ; attempt++) {
            PushedWeb web = new PushedWeb(hub, clock);
            try {
                web.listen(HUB);
                for (int i = 0; i < sites; i++) {
                    String address = "127.9.0." + (1 + i);
                    web.addresses.add(address);
                    web.published.put(address, new CopyOnWriteArrayList<>());
                    web.listen(address);
                }
                return web;
            } catch (BindException e) {
                web.stop();
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void listen(String address) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address, servers.isEmpty() ? 0 : port()), BACKLOG);
        server.createContext("/", exchange -> answer(address, exchange));
        server.setExecutor(threads);
        server.start();
        servers.add(server);
    }

    /** The port of all of them. */
    public int port() {
        return servers.get(0).getAddress().getPort();
    }

    /** Addresses of the sites. */
    public List<String> sites() {
        return List.copyOf(addresses);
    }

    /** The hub. */
    public PushingHub hub() {
        return hub;
    }

    /** Requests for feeds so far. */
    public int polls() {
        return polls.get();
    }

    /** The URL of a site's feed. */
    public String feedUrl(String site) {
        return base(site) + "/feed.xml";
    }

    private String base(String site) {
        return "http://" + site + ":" + port();
    }

    /**
     * An item that was published.
     *
     * @param url of its page
     * @param pushed whether the hub delivers it
     * @param nanos when, by {@link System#nanoTime}
     */
    public record Item(String url, boolean pushed, long nanos) {}

    /** Publishes an item, and tells the hub. */
    public Item publish(String site) {
        List<Instant> items = items(site);
        items.add(clock.instant());
        int number = items.size() - 1;
        long nanos = System.nanoTime();
        boolean alone = addresses.indexOf(site) % 2 == 0;
        boolean pushed = hub.publish(feedUrl(site), feed(site, alone ? number : Math.max(0, number - WINDOW + 1)));
        return new Item(page(site, number), pushed, nanos);
    }

    private List<Instant> items(String site) {
        return published.getOrDefault(site, List.of());
    }

    private String page(String site, int number) {
        return base(site) + "/news/" + number + ".html";
    }

    private String feed(String site, int from) {
        List<Instant> items = List.copyOf(items(site));
        StringBuilder atom = new StringBuilder("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>")
                .append(InventedPress.headline(site))
                .append("</title><link rel=\"self\" href=\"")
                .append(feedUrl(site))
                .append("\"/>");
        for (int i = items.size() - 1; i >= from; i--) {
            String url = page(site, i);
            atom.append("<entry><id>")
                    .append(url)
                    .append("</id><title>")
                    .append(InventedPress.headline(url))
                    .append("</title><link href=\"")
                    .append(url)
                    .append("\"/><updated>")
                    .append(items.get(i))
                    .append("</updated></entry>");
        }
        return atom.append("</feed>").toString();
    }

    private void answer(String address, HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (address.equals(HUB)) {
                boolean post = exchange.getRequestMethod().equals("POST");
                String form = new String(exchange.getRequestBody().readNBytes(MAX_FORM), StandardCharsets.US_ASCII);
                send(exchange, post ? hub.request(form) : 405, "");
            } else if (path.equals("/feed.xml")) {
                polls.incrementAndGet();
                exchange.getResponseHeaders().set("Content-Type", "application/atom+xml");
                exchange.getResponseHeaders().add("Link", "<http://" + HUB + ":" + port() + "/hub>; rel=\"hub\"");
                exchange.getResponseHeaders().add("Link", "<" + feedUrl(address) + ">; rel=\"self\"");
                send(exchange, 200, feed(address, Math.max(0, items(address).size() - WINDOW)));
            } else if (path.startsWith("/news/")) {
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                send(exchange, 200, InventedPress.page(base(address) + path));
            } else {
                send(exchange, 404, "");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void stop() {
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    @Override
    public void close() {
        hub.close();
        stop();
    }
}
