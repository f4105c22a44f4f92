package io.copydesk.lab.loopback;

import io.copydesk.ingest.websub.HubSignature;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A WebSub hub after the W3C Recommendation: verifies intent before it delivers, signs with SHA-256, delivers again what was not acknowledged. It drops
 * one message in so many for good. Requests to the callback go to the instances that listen in turns, as a load balancer would send them. Thread-safe.
 */
public final class PushingHub implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final long FIRST_RETRY = 500;
    private static final long LONGEST_RETRY = 4_000;
    private static final int THREADS = 16;

    private record Subscriber(String callback, String secret, long until) {}

    private final List<Integer> ports;
    private final int dropOneIn;
    private final long leaseSeconds;
    private final Clock clock;
    private final Map<String, Subscriber> subscribers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, LoopbackWeb.THREADS + "-hub");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger messages = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger delivered = new AtomicInteger();
    private final AtomicInteger verified = new AtomicInteger();
    private final AtomicInteger retried = new AtomicInteger();

    /**
     * A hub.
     *
     * @param ports of the instances that listen for it on loopback
     * @param dropOneIn which messages it drops, 0 for none
     * @param leaseSeconds of each subscription, whatever was asked for
     */
    public PushingHub(List<Integer> ports, int dropOneIn, long leaseSeconds, Clock clock) {
        this.ports = List.copyOf(ports);
        this.dropOneIn = dropOneIn;
        this.leaseSeconds = leaseSeconds;
        this.clock = clock;
    }

    /** A request of a subscriber; returns the status of the answer. */
    int request(String form) {
        Map<String, String> fields = Arrays.stream(form.split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> decoded(part[1])));
        String topic = fields.get("hub.topic");
        String mode = fields.get("hub.mode");
        if (topic == null || mode == null || !fields.containsKey("hub.callback")) {
            return 400;
        }
        threads.execute(() -> verify(topic, mode, fields));
        return 202;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void verify(String topic, String mode, Map<String, String> fields) {
        String challenge = "challenge-" + messages.hashCode() + "-" + verified.get();
        String callback = fields.getOrDefault("hub.callback", "");
        String query = "hub.mode=" + mode + "&hub.topic=" + URLEncoder.encode(topic, StandardCharsets.UTF_8)
                + "&hub.challenge=" + challenge + "&hub.lease_seconds=" + leaseSeconds;
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(routed(callback + "?" + query))
                            .timeout(LIMIT)
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() == 200 && answer.body().equals(challenge)) {
                verified.incrementAndGet();
                if (mode.equals("subscribe")) {
                    subscribers.put(
                            topic,
                            new Subscriber(
                                    callback,
                                    fields.getOrDefault("hub.secret", ""),
                                    clock.millis() + leaseSeconds * 1000));
                } else {
                    subscribers.remove(topic);
                }
            }
        } catch (IOException e) {
            threads.schedule(() -> verify(topic, mode, fields), FIRST_RETRY, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The callback at the instance whose turn it is. */
    private URI routed(String callback) {
        URI url = URI.create(callback);
        int port = ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
        return URI.create("http://127.0.0.1:" + port + url.getRawPath()
                + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()));
    }

    /**
     * A topic has new content; returns whether that is delivered: it is not when nobody subscribed, or the message is dropped.
     *
     * @param body what is delivered
     */
    public boolean publish(String topic, String body) {
        Subscriber subscriber = subscribers.get(topic);
        if (subscriber == null || subscriber.until < clock.millis()) {
            return false;
        }
        if (dropOneIn > 0 && messages.incrementAndGet() % dropOneIn == 0) {
            dropped.incrementAndGet();
            return false;
        }
        threads.execute(() -> deliver(subscriber, body.getBytes(StandardCharsets.UTF_8), FIRST_RETRY));
        return true;
    }

    private void deliver(Subscriber subscriber, byte[] body, long retry) {
        HttpRequest request = HttpRequest.newBuilder(routed(subscriber.callback))
                .timeout(LIMIT)
                .header("Content-Type", "application/atom+xml")
                .header("X-Hub-Signature", HubSignature.of("sha256", subscriber.secret, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 == 2) {
                delivered.incrementAndGet();
                return;
            }
        } catch (IOException e) {
            retried.incrementAndGet(); // an instance that was killed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        long next = Math.min(LONGEST_RETRY, 2 * retry);
        threads.schedule(() -> deliver(subscriber, body, next), retry, TimeUnit.MILLISECONDS);
    }

    /** Subscriptions that it verified and that were not ended. */
    public int subscriptions() {
        return subscribers.size();
    }

    public int dropped() {
        return dropped.get();
    }

    /** Messages that were acknowledged. */
    public int delivered() {
        return delivered.get();
    }

    /** Deliveries that found no instance. */
    public int retried() {
        return retried.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
