package io.copydesk.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.kit.metrics.Metrics;
import io.copydesk.kit.metrics.PushMeters;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.Gzip;
import io.copydesk.schemas.HubMessage;
import io.copydesk.schemas.HubMessage.Kind;
import io.copydesk.schemas.HubSubscription;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushListenerTest {

    private static final int MAX_BODY = 50_000;
    private static final String TOPIC = "https://www.harbour.example/feed.xml?a=b&c=ü";
    private static final String FEED = "https://harbour.example/all.xml";
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final String ATOM = "application/atom+xml; charset=utf-8";

    private final Map<String, HubSubscription> known = Map.of(
            "wanted", new HubSubscription("wanted", FEED, "https://hub.example/", TOPIC, "s3cret", false),
            "ending", new HubSubscription("ending", FEED, "https://hub.example/", TOPIC, "s3cret", true));
    private final List<FetchOutcome> stored = new CopyOnWriteArrayList<>();
    private final HttpClient hub = HttpClient.newHttpClient();
    private final Metrics metrics = new Metrics("frontier");
    private volatile boolean complete = true;
    private volatile boolean storing = true;
    private volatile Instant now = NOW;
    private PushListener listener;

    @BeforeEach
    void listen() throws IOException {
        InstantSource time = () -> now;
        listener = PushListener.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                MAX_BODY,
                () -> complete,
                id -> Optional.ofNullable(known.get(id)),
                message -> storing && stored.add(message),
                time.withZone(ZoneOffset.UTC),
                PushMeters.of(metrics.ofPipeline("t.")));
    }

    @AfterEach
    void close() {
        listener.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return hub.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + listener.port() + path);
    }

    private HttpResponse<String> verify(String id, String mode, String topic, String more) throws Exception {
        return get("/websub/" + id + "?hub.mode=" + mode + "&hub.topic=" + URLEncoder.encode(topic, UTF_8) + more);
    }

    private HttpResponse<String> post(String id, String type, String signature, byte[] body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri("/websub/" + id)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (signature != null) {
            request.header("X-Hub-Signature", signature);
        }
        return hub.send(request.build(), BodyHandlers.ofString());
    }

    private double counted(String result) {
        return metrics.scrape()
                .lines()
                .filter(line -> line.startsWith("copydesk_pushes_total{") && line.contains("result=\"" + result + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static String signed(byte[] body) {
        return HubSignature.of("sha256", "s3cret", body);
    }

    @Test
    void answersTheChallengeOfASubscriptionThatWasAskedFor() throws Exception {
        HttpResponse<String> answer =
                verify("wanted", "subscribe", TOPIC, "&hub.challenge=x%20%3Cb%3E1&hub.lease_seconds=864000");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("x <b>1");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(stored).singleElement().satisfies(message -> {
            assertThat(message.push()).isEqualTo(new HubMessage("wanted", Kind.SUBSCRIBED, 864_000L, null));
            assertThat(message.url()).isEqualTo(FEED);
            assertThat(message.at()).isEqualTo(NOW.toEpochMilli());
        });
        assertThat(counted("subscribed")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "guessed, subscribe, &hub.challenge=x",
        "wanted, unsubscribe, &hub.challenge=x",
        "wanted, publish, &hub.challenge=x",
        "wanted, subscribe, &hub.challenge=",
        "wanted, subscribe, ''",
        "ending, subscribe, &hub.challenge=x",
        "'', subscribe, &hub.challenge=x",
    })
    void knowsNothingOfWhatWasNotAskedFor(String id, String mode, String more) throws Exception {
        assertThat(verify(id, mode, TOPIC, more).statusCode()).isEqualTo(404);
        assertThat(stored).isEmpty();
        assertThat(counted("unknown")).isEqualTo(1);
    }

    @Test
    void anotherTopicOrAnEndlessChallengeIsNotConfirmed() throws Exception {
        assertThat(verify("wanted", "subscribe", TOPIC + "x", "&hub.challenge=x")
                        .statusCode())
                .isEqualTo(404);
        assertThat(verify("wanted", "subscribe", TOPIC, "&hub.challenge=" + "x".repeat(4097))
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/websub/wanted").statusCode()).isEqualTo(404);
        assertThat(stored).isEmpty();
    }

    @Test
    void confirmsAnEndThatWasAskedFor() throws Exception {
        HttpResponse<String> answer = verify("ending", "unsubscribe", TOPIC, "&hub.challenge=y");

        assertThat(answer.body()).isEqualTo("y");
        assertThat(stored).extracting(FetchOutcome::push).containsExactly(HubMessage.of("ending", Kind.UNSUBSCRIBED));
    }

    @Test
    void passesOnThatTheHubDenies() throws Exception {
        HttpResponse<String> answer = verify("wanted", "denied", TOPIC, "&hub.reason=no%0Asuch+topic");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(stored)
                .extracting(FetchOutcome::push)
                .containsExactly(new HubMessage("wanted", Kind.DENIED, null, "no such topic"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "sha384", "sha512"})
    void storesSignedContent(String method) throws Exception {
        byte[] body = "<feed/>".getBytes(UTF_8);

        assertThat(post("wanted", ATOM, HubSignature.of(method, "s3cret", body), body)
                        .statusCode())
                .isEqualTo(202);
        assertThat(stored).singleElement().satisfies(message -> {
            assertThat(message.push()).isEqualTo(HubMessage.of("wanted", Kind.CONTENT));
            assertThat(message.url()).isEqualTo(FEED);
            assertThat(message.location()).isEqualTo(TOPIC);
            assertThat(message.contentType()).isEqualTo(ATOM);
            assertThat(message.result()).isEqualTo(Result.FETCHED);
            assertThat(Gzip.unpack(message.body(), 100)).isEqualTo(body);
        });
        assertThat(counted("accepted")).isEqualTo(1);
    }

    @Test
    void contentWithoutARightSignatureIsAcknowledgedIgnoredAndCounted() throws Exception {
        byte[] body = "<feed/>".getBytes(UTF_8);

        assertThat(post("wanted", ATOM, null, body).statusCode()).isEqualTo(202);
        assertThat(post("wanted", ATOM, HubSignature.of("sha256", "guess", body), body)
                        .statusCode())
                .isEqualTo(202);
        assertThat(post("wanted", ATOM, "sha1=0000000000000000000000000000000000000000", body)
                        .statusCode())
                .isEqualTo(202);
        assertThat(stored).isEmpty();
        assertThat(counted("ignored")).isEqualTo(3);
    }

    @Test
    void contentThatIsNoFeedOnlySaysThatSomethingChanged() throws Exception {
        byte[] body = "<html>".getBytes(UTF_8);
        post("wanted", "text/html", signed(body), body);
        post("wanted", null, signed(body), body);
        post("wanted", ATOM, signed(new byte[0]), new byte[0]);

        assertThat(stored).hasSize(3).allSatisfy(message -> {
            assertThat(message.body()).isNull();
            assertThat(message.result()).isEqualTo(Result.UNCHANGED);
        });
    }

    @Test
    void contentForAnUnknownOrEndedSubscriptionIsRefused() throws Exception {
        byte[] body = "<feed/>".getBytes(UTF_8);

        assertThat(post("guessed", ATOM, signed(body), body).statusCode()).isEqualTo(404);
        assertThat(post("ending", ATOM, signed(body), body).statusCode()).isEqualTo(410);
        assertThat(hub.send(
                                HttpRequest.newBuilder(uri("/websub/wanted"))
                                        .DELETE()
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
        assertThat(stored).isEmpty();
    }

    @Test
    void contentBeyondTheLimitIsRefusedUnread() throws Exception {
        byte[] largest = new byte[MAX_BODY];
        assertThat(post("wanted", ATOM, signed(largest), largest).statusCode()).isEqualTo(202);
        byte[] larger = new byte[MAX_BODY + 1];
        assertThat(post("wanted", ATOM, signed(larger), larger).statusCode()).isEqualTo(413);
        assertThat(endless()).startsWith("HTTP/1.1 413");
        assertThat(stored).hasSize(1);
    }

    /** Without a length, in chunks. */
    private String endless() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.getOutputStream()
                    .write("POST /websub/wanted HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .getBytes(UTF_8));
            byte[] chunk = ("8000\r\n" + "x".repeat(0x8000) + "\r\n").getBytes(UTF_8);
            socket.getOutputStream().write(chunk);
            socket.getOutputStream().write(chunk);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readNBytes(30), UTF_8);
        }
    }

    @Test
    void nothingIsAcknowledgedThatIsNotStored() throws Exception {
        storing = false;
        byte[] body = "<feed/>".getBytes(UTF_8);

        HttpResponse<String> answer = post("wanted", ATOM, signed(body), body);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        assertThat(verify("wanted", "subscribe", TOPIC, "&hub.challenge=x").statusCode())
                .isEqualTo(503);
    }

    @Test
    void isBusyUntilAllSubscriptionsAreKnown() throws Exception {
        complete = false;

        assertThat(verify("wanted", "subscribe", TOPIC, "&hub.challenge=x").statusCode())
                .isEqualTo(503);
    }

    @Test
    void aSubscriptionMayNotSendThousands() throws Exception {
        byte[] body = "<feed/>".getBytes(UTF_8);
        for (int i = 0; i < PushRate.BURST; i++) {
            assertThat(post("wanted", ATOM, signed(body), body).statusCode()).isEqualTo(202);
        }
        assertThat(post("wanted", ATOM, signed(body), body).statusCode()).isEqualTo(429);
        assertThat(post("ending", ATOM, signed(body), body).statusCode()).isEqualTo(410);
        now = now.plusSeconds(1);
        for (int i = 0; i < PushRate.PER_SECOND; i++) {
            assertThat(post("wanted", ATOM, signed(body), body).statusCode()).isEqualTo(202);
        }
        assertThat(post("wanted", ATOM, signed(body), body).statusCode()).isEqualTo(429);
        assertThat(counted("too-often")).isEqualTo(2);
    }
}
