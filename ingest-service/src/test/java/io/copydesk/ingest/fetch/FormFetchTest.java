package io.copydesk.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.copydesk.ingest.fetch.FetchResult.Denied;
import io.copydesk.ingest.fetch.FetchResult.Failed;
import io.copydesk.ingest.fetch.FetchResult.Fetched;
import io.copydesk.ingest.fetch.FetchResult.Moved;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests to a hub, which have the limits and checks of all others. */
class FormFetchTest {

    private static final String FORM = "hub.mode=subscribe&hub.topic=" + "x".repeat(20_000);

    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer hub;
    private Fetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", this::answer);
        hub.start();
        fetcher = Fetcher.create(
                FetchSettings.defaults().onLoopback(List.of(port(), 80)), HostResolver.system(), Clock.systemUTC());
    }

    private int port() {
        return hub.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        fetcher.close();
        hub.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            String path = exchange.getRequestURI().getPath();
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            int status = path.equals("/moved") ? 307 : path.equals("/refused") ? 422 : 202;
            byte[] body = path.equals("/endless") ? new byte[500_000] : new byte[] {'o', 'k'};
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private FetchResult post(String url) throws Exception {
        return fetcher.fetch(Fetch.post(url, FORM)).get(20, TimeUnit.SECONDS);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    @Test
    void postsTheForm() throws Exception {
        assertThat(((Fetched) post(url("/"))).status()).isEqualTo(202);
        assertThat(((Fetched) post(url("/"))).status()).isEqualTo(202);
        assertThat(received).containsOnly("POST application/x-www-form-urlencoded " + FORM);
    }

    @Test
    void aRedirectAndARefusalAreResults() throws Exception {
        assertThat(((Moved) post(url("/moved"))).location()).isEqualTo(url("/elsewhere"));
        assertThat(((Denied) post(url("/refused"))).status()).isEqualTo(422);
    }

    @Test
    void anEndlessAnswerIsCut() throws Exception {
        Fetched fetched = (Fetched) post(url("/endless"));

        assertThat(fetched.cut()).isTrue();
        assertThat(fetched.decoded()).hasSizeLessThanOrEqualTo(64 * 1024);
    }

    @Test
    void aHubOnAPrivateAddressIsNotConnectedTo() throws Exception {
        for (String private_ : List.of("http://10.0.0.1/", "http://169.254.169.254/latest", "http://[fc00::1]/")) {
            assertThat(((Failed) post(private_)).reason()).isEqualTo(FailureReason.FORBIDDEN_ADDRESS);
        }
    }

    @Test
    void ofTheAnswerOnlyTheStatusIsPassedOn() throws Exception {
        FetchRequest request = new FetchRequest("h#1", url("/"), FetchTarget.FEED, null, null, null, 0, FORM, null);

        FetchOutcome outcome = FetchOutcomes.of(request, post(url("/")), 7);

        assertThat(outcome.result()).isEqualTo(Result.FETCHED);
        assertThat(outcome.status()).isEqualTo(202);
        assertThat(outcome.body()).isNull();
        assertThat(outcome.digest()).isNull();
    }
}
