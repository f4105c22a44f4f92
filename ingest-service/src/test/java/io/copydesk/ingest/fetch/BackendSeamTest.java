package io.copydesk.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.fetch.Fetch.Kind;
import io.copydesk.ingest.fetch.FetchResult.Denied;
import io.copydesk.ingest.fetch.FetchResult.Failed;
import io.copydesk.ingest.fetch.FetchResult.Fetched;
import io.copydesk.ingest.fetch.backend.BackendRequest;
import io.copydesk.ingest.fetch.backend.BackendResponse;
import io.copydesk.ingest.fetch.backend.HttpBackend;
import io.copydesk.ingest.page.Header;
import io.copydesk.schemas.FailureReason;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the fetcher asks of a backend, whichever it is. */
class BackendSeamTest {

    private static final FetchSettings SETTINGS = Fetching.settings(Duration.ofSeconds(10), List.of(80, 8080));

    /** Records what it is asked for; {@link #manner} answers. */
    private final class RecordingBackend implements HttpBackend {
        @Override
        public Call call(BackendRequest request, Listener listener) {
            return new Call() {
                @Override
                public void start() {
                    requests.add(request);
                    manner.accept(request, listener);
                }

                @Override
                public Optional<BackendResponse> refusalSoFar() {
                    return refusal;
                }

                @Override
                public String progress() {
                    return "waiting for the test";
                }

                @Override
                public void abort() {
                    aborted.incrementAndGet();
                }
            };
        }

        @Override
        public int busyConnections() {
            return 7;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private final List<BackendRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger aborted = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private BiConsumer<BackendRequest, HttpBackend.Listener> manner = (request, listener) -> {};
    private Optional<BackendResponse> refusal = Optional.empty();
    private List<InetAddress> addresses = addresses("11.0.0.1");
    private final Fetcher fetcher =
            Fetcher.create(SETTINGS, host -> addresses, Clock.systemUTC(), timer -> new RecordingBackend());

    @AfterEach
    void close() {
        fetcher.close();
    }

    @Test
    void theRequestSaysAllThatTheBackendNeeds() throws IOException {
        manner = (request, listener) -> listener.received(
                new BackendResponse(200, List.of(new Header("Content-Type", "text/xml")), new byte[] {'<'}, false));
        Fetched fetched = (Fetched) Fetching.await(
                fetcher.fetch(new Fetch("http://Desk.example:8080/a?b", Kind.FEED, "\"tag\"", "a\r\nX: 1")));

        assertThat(fetched.decoded()).containsExactly('<');
        BackendRequest request = requests.get(0);
        assertThat(request.scheme()).isEqualTo("http");
        assertThat(request.host()).isEqualTo("desk.example");
        assertThat(request.port()).isEqualTo(8080);
        assertThat(request.path()).isEqualTo("/a?b");
        assertThat(request.maxBody()).isEqualTo((int) SETTINGS.maxFeed().bytes());
        assertThat(request.startSuffices()).isFalse();
        assertThat(request.fields())
                .contains(new Header("User-Agent", SETTINGS.userAgent()), new Header("If-None-Match", "\"tag\""))
                .extracting(Header::name)
                .doesNotContain("If-Modified-Since", "Host");
        assertThat(aborted).as("the call's connection is freed").hasValue(1);
    }

    @Test
    void onlyOfRobotsTxtTheStartSuffices() {
        manner = (request, listener) -> listener.received(new BackendResponse(200, List.of(), new byte[0], false));
        Fetching.await(fetcher.fetch(Fetch.of("http://desk.example/robots.txt", Kind.ROBOTS)));

        assertThat(requests.get(0).startSuffices()).isTrue();
        assertThat(requests.get(0).port()).isEqualTo(80);
        assertThat(requests.get(0).explicitPort()).isEqualTo(-1);
    }

    @Test
    void onlyCheckedAddressesAreTriedInTheirOrderAndNoMoreThanFour() {
        addresses = addresses(
                "10.0.0.1",
                "11.0.0.3",
                "192.168.0.1",
                "11.0.0.1",
                "11.0.0.1",
                "11.0.0.2",
                "fc00::1",
                "11.0.0.5",
                "11.0.0.4");
        manner = (request, listener) -> listener.notConnected(FailureReason.CONNECT, new IOException("refused"));

        Failed failed = fail();

        assertThat(requests)
                .extracting(request -> request.address().toString())
                .as("without names")
                .containsExactly("/11.0.0.3", "/11.0.0.1", "/11.0.0.2", "/11.0.0.5");
        assertThat(failed.reason()).isEqualTo(FailureReason.CONNECT);
        assertThat(failed.detail()).isEqualTo("No connection: refused");
    }

    @Test
    void noOtherAddressIsTriedWhenAHandshakeFails() {
        addresses = addresses("11.0.0.1", "11.0.0.2");
        manner = (request, listener) -> listener.notConnected(FailureReason.TLS, new IOException("bad\ncertificate"));

        Failed failed = fail();

        assertThat(requests).hasSize(1);
        assertThat(failed.reason()).isEqualTo(FailureReason.TLS);
        assertThat(failed.detail()).isEqualTo("No connection: bad?certificate");
    }

    @Test
    void noOtherAddressIsTriedOnceThereWasAConnection() {
        addresses = addresses("11.0.0.1", "11.0.0.2");
        manner = (request, listener) -> listener.failed(FailureReason.RESET, new IOException());

        Failed failed = fail();

        assertThat(requests).hasSize(1);
        assertThat(failed.reason()).isEqualTo(FailureReason.RESET);
        assertThat(failed.detail()).isEqualTo("IOException");
    }

    @Test
    void aFailureOfAKeptConnectionIsRepeatedOnceAtTheSameAddress() {
        addresses = addresses("11.0.0.1", "11.0.0.2");
        manner = (request, listener) -> listener.keptConnectionFailed(FailureReason.MALFORMED, new IOException("odd"));

        Failed failed = fail();

        assertThat(requests)
                .extracting(request -> request.address().toString())
                .containsExactly("/11.0.0.1", "/11.0.0.1");
        assertThat(failed.reason()).isEqualTo(FailureReason.MALFORMED);
        assertThat(failed.detail()).isEqualTo("odd");
    }

    @Test
    void theBackendIsNotAskedForAForbiddenAddress() {
        addresses = addresses("127.0.0.1", "10.0.0.1");
        FetchSettings strict = FetchSettings.defaults();
        try (Fetcher outside =
                Fetcher.create(strict, host -> addresses, Clock.systemUTC(), timer -> new RecordingBackend())) {
            Failed failed = (Failed) Fetching.await(outside.fetch(Fetch.of("http://desk.example/", Kind.PAGE)));

            assertThat(failed.reason()).isEqualTo(FailureReason.FORBIDDEN_ADDRESS);
        }
        assertThat(requests).isEmpty();
    }

    @Test
    void aRefusalThatHasBegunCountsWhenTheRestFails() {
        refusal = Optional.of(new BackendResponse(503, List.of(), new byte[] {'n', 'o'}, true));
        manner = (request, listener) -> listener.failed(FailureReason.RESET, new IOException());

        Denied denied = (Denied) Fetching.await(fetcher.fetch(Fetch.of("http://desk.example/", Kind.PAGE)));

        assertThat(denied.status()).isEqualTo(503);
        assertThat(denied.decoded()).containsExactly('n', 'o');
    }

    @Test
    void closingAbortsTheCallAndClosesTheBackend() {
        CompletableFuture<BackendRequest> begun = new CompletableFuture<>();
        manner = (request, listener) -> begun.complete(request);
        CompletableFuture<FetchResult> waiting = fetcher.fetch(Fetch.of("http://desk.example/", Kind.PAGE));
        begun.join();
        assertThat(fetcher.busyConnections()).isEqualTo(7);

        fetcher.close();

        assertThat(((Failed) Fetching.await(waiting)).reason()).isEqualTo(FailureReason.CLOSED);
        assertThat(aborted).hasValue(1);
        assertThat(closed).hasValue(1);
    }

    private Failed fail() {
        return (Failed) Fetching.await(fetcher.fetch(Fetch.of("http://desk.example/", Kind.PAGE)));
    }

    private static List<InetAddress> addresses(String... literals) {
        return Stream.of(literals).map(Fetching::address).toList();
    }
}
