package io.copydesk.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.copydesk.alerts.webhook.Attempt.Outcome;
import io.copydesk.ingest.fetch.Fetch;
import io.copydesk.ingest.fetch.FetchResult;
import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.fetch.Fetcher;
import io.copydesk.ingest.page.Header;
import io.copydesk.schemas.Alert;
import io.copydesk.schemas.Alert.Kind;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {

    private static final Secret SECRET = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final Alert ALERT = Alert.builder()
            .of("tickets", Kind.ARTICLE, "a")
            .headline("Élise “Vautrin” 纸质车票")
            .raised("2026-03-25T10:00:00Z")
            .build();
    private static final WebhookSettings SETTINGS = new WebhookSettings(4, Duration.ofSeconds(5), false);

    private final Clock clock = Clock.fixed(Instant.ofEpochSecond(1_774_432_800), ZoneOffset.UTC);
    private final Deque<FetchResult> answers = new ArrayDeque<>();
    private final List<Fetch> requests = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> attempts = new ArrayList<>();

    @Test
    void sendsASignedMessage() throws IOException {
        answers.add(fetched());

        assertThat(send()).map(Attempt::outcome).contains(Outcome.DELIVERED);

        Fetch request = requests.get(0);
        String body = request.form();
        assertThat(Json.read(body.getBytes(StandardCharsets.UTF_8), Alert.class))
                .isEqualTo(ALERT);
        assertThat(body).matches("\\p{ASCII}+");
        assertThat(field(request, "webhook-id")).isEqualTo(ALERT.id());
        assertThat(field(request, "webhook-timestamp")).isEqualTo("1774432800");
        assertThat(field(request, "webhook-signature")).isEqualTo(SECRET.signature(ALERT.id(), 1_774_432_800, body));
        assertThat(request.mayBePrivate()).isFalse();
    }

    @Test
    void sendsAgainAfterLongerAndLongerPauses() {
        answers.addAll(List.of(denied(503), failed(FailureReason.DEADLINE), denied(404), fetched()));

        assertThat(send()).map(Attempt::outcome).contains(Outcome.DELIVERED);

        assertThat(attempts).containsExactly("http-status", "deadline", "http-status", "delivered");
        assertThat(pauses).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(pauses.get(i).toMillis()).isBetween(500L << i, 1000L << i);
        }
        assertThat(requests).extracting(request -> field(request, "webhook-id")).containsOnly(ALERT.id());
    }

    @Test
    void waitsAsLongAsTheReceiverAsksButNoLongerThanTenMinutes() {
        answers.addAll(List.of(
                denied(429, "30"), denied(503, "Wed, 25 Mar 2026 10:01:00 GMT"), denied(429, "86400"), fetched()));

        assertThat(send()).map(Attempt::outcome).contains(Outcome.DELIVERED);

        assertThat(pauses).containsExactly(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(10));
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        answers.addAll(List.of(denied(500), denied(500), denied(500), denied(500)));

        assertThat(send()).hasValueSatisfying(last -> {
            assertThat(last.outcome()).isEqualTo(Outcome.AGAIN);
            assertThat(last.reason()).isEqualTo("http-status");
            assertThat(last.detail()).isEqualTo("the receiver answered with status 500");
        });
        assertThat(requests).hasSize(4);
    }

    @Test
    void doesNotTryAgainWhatCannotWork() {
        for (FetchResult answer : List.of(
                denied(410), failed(FailureReason.FORBIDDEN_ADDRESS), failed(FailureReason.BAD_REDIRECT), moved())) {
            answers.add(answer);
            assertThat(send()).map(Attempt::outcome).contains(Outcome.REFUSED);
        }
        assertThat(pauses).isEmpty();
    }

    @Test
    void pausesAreBounded() {
        Backoff backoff = new Backoff(new Random(1));
        assertThat(backoff.after(100, Duration.ZERO)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
    }

    /** Addresses by which a name could lead into the network of the sender. */
    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "192.168.0.1", "172.16.5.5", "127.0.0.1", "169.254.169.254", "::1", "fd00::1"})
    void sendsNothingToAPrivateAddress(String address) throws Exception {
        InetAddress found = InetAddress.getByName(address);
        try (Fetcher fetcher = Fetcher.create(FetchSettings.defaults(), host -> List.of(found), Clock.systemUTC())) {
            FetchResult result = fetcher.fetch(Fetch.message("https://desk.example/", "{}", List.of(), false))
                    .join();

            assertThat(Attempt.of(result, Instant.now())).satisfies(attempt -> {
                assertThat(attempt.outcome()).isEqualTo(Outcome.REFUSED);
                assertThat(attempt.reason()).isEqualTo("forbidden-address");
            });
        }
    }

    /** Over a connection: the receiver gets the very body that was signed; any answer 2xx is enough, and a redirect is not followed. */
    @Test
    void isReceivedAsItWasSigned() throws Exception {
        List<String> received = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            long time = Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp"));
            received.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + SECRET.signature(id, time, body)
                            .equals(exchange.getRequestHeaders().getFirst("webhook-signature")));
            if (exchange.getRequestURI().getPath().equals("/moved")) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
                exchange.sendResponseHeaders(302, -1);
            } else if (exchange.getRequestURI().getPath().equals("/unreadable")) {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write(new byte[] {'o', 'k'});
            } else if (exchange.getRequestURI().getPath().equals("/part")) {
                exchange.sendResponseHeaders(206, -1);
            } else {
                exchange.sendResponseHeaders(204, -1);
            }
            exchange.close();
        });
        server.start();
        int port = server.getAddress().getPort();
        try (Fetcher fetcher = Fetcher.create(
                FetchSettings.defaults().onLoopback(List.of(port)), host -> List.of(), Clock.systemUTC())) {
            String url = "http://127.0.0.1:" + port;
            for (String path : List.of("/", "/unreadable", "/part")) {
                assertThat(delivery(url + path, fetcher).send(ALERT, attempt -> {}))
                        .map(Attempt::outcome)
                        .contains(Outcome.DELIVERED);
            }
            assertThat(delivery(url + "/moved", fetcher).send(ALERT, attempt -> {}))
                    .map(Attempt::outcome)
                    .contains(Outcome.REFUSED);
        } finally {
            server.stop(0);
        }
        assertThat(received).hasSize(4).containsOnly("POST application/json true");
    }

    private Delivery delivery(String url, Fetcher fetcher) {
        return new Delivery(url, SECRET, fetcher::fetch, SETTINGS, clock, new Backoff(new Random(1)), new AtOnce());
    }

    private Optional<Attempt> send() {
        return new Delivery(
                        "https://desk.example/hook",
                        SECRET,
                        request -> {
                            requests.add(request);
                            return CompletableFuture.completedFuture(answers.remove());
                        },
                        SETTINGS,
                        clock,
                        new Backoff(new Random(1)),
                        new AtOnce())
                .send(ALERT, attempt -> attempts.add(attempt.result()));
    }

    private final class AtOnce implements Delivery.Waiting {
        @Override
        public Optional<FetchResult> result(CompletableFuture<FetchResult> future) {
            return Optional.of(future.join());
        }

        @Override
        public boolean pause(Duration time) {
            pauses.add(time);
            return true;
        }
    }

    private FetchResult fetched() {
        return new FetchResult.Fetched(200, List.of(), new byte[0], new byte[0], false, clock.instant(), Duration.ZERO);
    }

    private FetchResult denied(int status) {
        return new FetchResult.Denied(status, List.of(), new byte[0], clock.instant(), Duration.ZERO);
    }

    private FetchResult denied(int status, String retryAfter) {
        List<Header> headers = List.of(new Header("Retry-After", retryAfter));
        return new FetchResult.Denied(status, headers, new byte[0], clock.instant(), Duration.ZERO);
    }

    private FetchResult moved() {
        return new FetchResult.Moved(302, "https://other.example/", List.of(), clock.instant(), Duration.ZERO);
    }

    private FetchResult failed(FailureReason reason) {
        return new FetchResult.Failed(reason, "it failed", clock.instant(), Duration.ZERO);
    }

    private static String field(Fetch request, String name) {
        return request.fields().stream()
                .filter(field -> field.name().equals(name))
                .map(Header::value)
                .findFirst()
                .orElseThrow();
    }
}
