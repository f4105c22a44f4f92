package io.copydesk.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.fetch.Fetch.Kind;
import io.copydesk.ingest.fetch.FetchResult.Denied;
import io.copydesk.ingest.fetch.FetchResult.Failed;
import io.copydesk.ingest.fetch.FetchResult.Fetched;
import io.copydesk.ingest.fetch.FetchResult.Moved;
import io.copydesk.ingest.fetch.FetchResult.NotModified;
import io.copydesk.ingest.page.Header;
import io.copydesk.schemas.FailureReason;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class FetcherTest {

    private static final Duration DEADLINE = Duration.ofMillis(800);

    /** By which a result may be later than its deadline on a busy machine; far less than the servers here would take. */
    private static final Duration LATE = Duration.ofSeconds(10);

    private RawServer server;
    private Fetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = RawServer.onLoopback(new Sins());
        fetcher = fetcher(Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.close();
        server.close();
    }

    @Test
    void givesStatusFieldsAndBodyAsReceivedAndDecoded() throws IOException {
        Fetched fine = (Fetched) fetch("/fine", Kind.PAGE);
        Fetched gzip = (Fetched) fetch("/gzip", Kind.PAGE);

        assertThat(fine.status()).isEqualTo(200);
        assertThat(fine.body()).isEqualTo(Sins.PAGE);
        assertThat(fine.decoded()).isEqualTo(Sins.PAGE);
        assertThat(fine.cut()).isFalse();
        assertThat(fine.headers()).contains(new Header("Content-Type", "text/html"));
        assertThat(gzip.body()).isEqualTo(Sins.gzip(Sins.PAGE));
        assertThat(gzip.decoded()).isEqualTo(Sins.PAGE);
        assertThat(ResponseFacts.of(gzip).contentType()).contains("text/html");
    }

    @Test
    void saysWhoItIsAndNothingElse() {
        fetch("/cookie?a=%20b", Kind.FEED);
        fetch("/cookie?a=%20b", Kind.FEED);

        assertThat(server.requests()).hasSize(2).allSatisfy(head -> {
            assertThat(head.get(0)).isEqualTo("GET /cookie?a=%20b HTTP/1.1");
            assertThat(head)
                    .contains(
                            "Host: desk.example:" + server.port(),
                            "User-Agent: Copydesk/test (+mailto:desk@desk.example)",
                            "Accept-Encoding: gzip, deflate, br, zstd");
            assertThat(head).noneMatch(line -> line.matches("(?i)(cookie|referer|authorization|if-|upgrade).*"));
        });
    }

    @Test
    void sendsValidatorsAsTheyCameAndTakesTheir304() {
        FetchResult result =
                await(new Fetch(url("/not-modified"), Kind.FEED, "W/\"v1\"", "Sun, 06 Nov 1994 08:49:37 GMT"));

        assertThat(result).isInstanceOf(NotModified.class);
        assertThat(ResponseFacts.of((NotModified) result).etag()).contains("\"v2\"");
        assertThat(server.requests().get(0))
                .contains("If-None-Match: W/\"v1\"", "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT");
    }

    @Test
    void theBodyOfANotModifiedIsNotTakenForTheNextResponse() {
        for (int i = 0; i < 5; i++) {
            assertThat(await(new Fetch(url("/not-modified-with-body"), Kind.FEED, "\"v1\"", null)))
                    .isInstanceOf(NotModified.class);
            assertThat(fetch("/fine", Kind.PAGE)).isInstanceOf(Fetched.class);
        }
    }

    @Test
    void aValidatorCannotBreakOutOfItsLine() {
        await(new Fetch(url("/fine"), Kind.FEED, "\"a\"\r\nX-Injected: 1", "b\nX-Injected: 2"));

        assertThat(server.requests().get(0)).noneMatch(line -> line.contains("Injected"));
    }

    @Test
    void aRedirectIsAResultWithItsTarget() {
        Moved moved = (Moved) fetch("/to-utf8", Kind.PAGE);

        assertThat(moved.location()).isEqualTo("http://desk.example:" + server.port() + "/m%C3%BCll?a=b%20c");
        assertThat(moved.permanent()).isTrue();
        assertThat(((Moved) fetch("/to-itself", Kind.PAGE)).location()).isEqualTo(url("/to-itself"));
        assertThat(((Moved) fetch("/to-private", Kind.PAGE)).location()).isEqualTo("http://10.0.0.1/");
        assertThat(((Moved) fetch("/to-endless", Kind.PAGE)).location()).isEqualTo(url("/fine"));
        assertThat(server.accepted()).isLessThanOrEqualTo(4);
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void anyOtherStatusIsARefusalWithTheStartOfItsBody() {
        Denied missing = (Denied) fetch("/missing", Kind.PAGE);

        assertThat(missing.status()).isEqualTo(404);
        assertThat(new String(missing.decoded(), UTF_8)).isEqualTo("nothing here");
        assertThat(((Denied) fetch("/status-999", Kind.PAGE)).status()).isEqualTo(999);
        assertThat(((Denied) fetch("/refused-endlessly", Kind.PAGE)).decoded()).hasSize(64 * 1024);
    }

    @Test
    void aRefusalCountsEvenWhenItsBodyNeverComes() {
        Denied denied = (Denied) stalledInRefusal(DEADLINE);

        assertThat(denied.status()).isEqualTo(429);
        assertThat(ResponseFacts.of(denied).retryAfter(denied.started())).contains(Duration.ofSeconds(60));
    }

    /** On a busy machine the refusal may begin after the deadline: then with a longer one. */
    private FetchResult stalledInRefusal(Duration deadline) {
        try (Fetcher hasty = fetcher(deadline)) {
            FetchResult result = Fetching.await(hasty.fetch(Fetch.of(url("/stall-in-refusal"), Kind.PAGE)));
            return result instanceof Denied || deadline.compareTo(LATE) > 0
                    ? result
                    : stalledInRefusal(deadline.multipliedBy(4));
        }
    }

    @Test
    void aLongRobotsFileIsCutAndALongDocumentRefused() {
        Fetched robots = (Fetched) fetch("/endless-body", Kind.ROBOTS);

        assertThat(robots.cut()).isTrue();
        assertThat(robots.decoded()).hasSize(500 * 1024);
        Fetched bomb = (Fetched) fetch("/gzip-bomb", Kind.ROBOTS);
        assertThat(bomb.cut()).isTrue();
        assertThat(bomb.decoded()).hasSize(500 * 1024);
    }

    @ParameterizedTest
    @CsvSource({
        "/reset-at-once, RESET",
        "/close-at-once, RESET",
        "/reset-in-body, RESET",
        "/too-short, TRUNCATED",
        "/chunk-cut, TRUNCATED",
        "/chunk-nonsense, MALFORMED",
        "/two-lengths, MALFORMED",
        "/garbage, MALFORMED",
        "/endless-garbage, TOO_LARGE",
        "/http-0.9, MALFORMED",
        "/endless-chunked, TOO_LARGE",
        "/endless-body, TOO_LARGE",
        "/endless-head, TOO_LARGE",
        "/endless-line, TOO_LARGE",
        "/endless-fold, TOO_LARGE",
        "/endless-interim, MALFORMED",
        "/endless-empty-lines, TOO_LARGE",
        "/announced-too-large, TOO_LARGE",
        "/gzip-bomb, TOO_LARGE",
        "/gzip-bomb-twice, TOO_LARGE",
        "/br-bomb, TOO_LARGE",
        "/zstd-bomb, TOO_LARGE",
        "/gzip-damaged, CONTENT_ENCODING",
        "/unknown-coding, CONTENT_ENCODING",
        "/nowhere, BAD_REDIRECT",
        "/to-file, BAD_REDIRECT",
        "/part, MALFORMED",
        "/switch, MALFORMED",
        "/not-modified, MALFORMED"
    })
    void everySinHasItsReasonAndFreesItsConnection(String route, FailureReason reason) {
        FetchResult result = fetch(route, Kind.PAGE);

        assertThat(result).isInstanceOf(Failed.class);
        assertThat(((Failed) result).reason()).as(((Failed) result).detail()).isEqualTo(reason);
        assertThat(fetcher.busyConnections()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"/gzip-in-name, 60, 1", "/one-interim, 60, 1", "/too-long, 3, 0", "/nul-bytes, 2, 0"})
    void smallSinsAreForgiven(String route, int length, int open) {
        assertThat(((Fetched) fetch(route, Kind.PAGE)).decoded()).hasSize(length);
        await(() -> server.open() == open); // the server closes after the answer, or not at all
        assertThat(((Fetched) fetch("/fine", Kind.PAGE)).decoded()).isEqualTo(Sins.PAGE);
    }

    @ParameterizedTest
    @CsvSource({"/stall-at-once", "/stall-after-head", "/stall-in-body", "/drip-head", "/drip-body"})
    void theDeadlineHoldsHoweverItIsPut(String route) {
        try (Fetcher hasty = fetcher(DEADLINE)) {
            Failed failed = (Failed) Fetching.await(hasty.fetch(Fetch.of(url(route), Kind.PAGE)));

            assertThat(failed.reason()).isEqualTo(FailureReason.DEADLINE);
            assertThat(failed.took()).isBetween(DEADLINE.minusMillis(50), DEADLINE.plus(LATE));
            await(() -> hasty.busyConnections() == 0); // one that is only being made is freed when it is made
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LATE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void theDeadlineCoversTheLookUpOfTheHost() {
        CountDownLatch end = new CountDownLatch(1);
        HostResolver stuck = host -> {
            try {
                end.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        };
        try (Fetcher hasty =
                Fetcher.create(Fetching.settings(DEADLINE, List.of(server.port())), stuck, Clock.systemUTC())) {
            Failed failed = (Failed) Fetching.await(hasty.fetch(Fetch.of(url("/fine"), Kind.PAGE)));

            assertThat(failed.reason()).isEqualTo(FailureReason.DEADLINE);
            assertThat(failed.detail()).endsWith("waiting for the look-up of the host");
        } finally {
            end.countDown();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://desk.example/a",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "desk.example/a",
        "''",
        "http:///",
        "http://desk.example:22/",
        "http://desk.example/",
        "https://desk.example/"
    })
    void onlyHttpOnAllowedPorts(String url) {
        Failed failed = (Failed) await(Fetch.of(url, Kind.PAGE));

        assertThat(failed.reason()).isEqualTo(FailureReason.BAD_URL);
    }

    @Test
    void aHostWithoutAddressAndOneThatDoesNotListenHaveReasonsOfTheirOwn() throws IOException {
        HostResolver none = host -> {
            if (host.startsWith("empty")) {
                return List.of();
            }
            throw new UnknownHostException(host);
        };
        FetchSettings settings = Fetching.settings(Duration.ofSeconds(10), List.of(server.port()));
        try (Fetcher lost = Fetcher.create(settings, none, Clock.systemUTC())) {
            assertThat(((Failed) Fetching.await(lost.fetch(Fetch.of(url("/"), Kind.PAGE)))).reason())
                    .isEqualTo(FailureReason.DNS);
            assertThat(((Failed) Fetching.await(
                                    lost.fetch(Fetch.of("http://empty.example:" + server.port(), Kind.PAGE))))
                            .reason())
                    .isEqualTo(FailureReason.DNS);
        }
        server.close();
        assertThat(((Failed) fetch("/fine", Kind.PAGE)).reason()).isEqualTo(FailureReason.CONNECT);
    }

    @Test
    void triesTheNextAddressWhenOneDoesNotListen() {
        HostResolver two = host -> List.of(Fetching.address("127.0.0.7"), Fetching.address("127.0.0.1"));
        FetchSettings settings = Fetching.settings(Duration.ofSeconds(10), List.of(server.port()));
        try (Fetcher patient = Fetcher.create(settings, two, Clock.systemUTC())) {
            assertThat(Fetching.await(patient.fetch(Fetch.of(url("/fine"), Kind.PAGE))))
                    .isInstanceOf(Fetched.class);
        }
    }

    @Test
    void twoHostsAtOneAddressAreKeptApart() {
        fetch("/fine", Kind.PAGE);
        await(Fetch.of("http://other.example:" + server.port() + "/fine", Kind.PAGE));

        assertThat(server.requests())
                .flatExtracting(head ->
                        head.stream().filter(line -> line.startsWith("Host:")).toList())
                .containsExactly("Host: desk.example:" + server.port(), "Host: other.example:" + server.port());
        assertThat(server.accepted()).isEqualTo(2);
    }

    @Test
    void closingEndsWhatIsUnderWayAndWhatComesAfter() {
        var waiting = fetcher.fetch(Fetch.of(url("/stall-at-once"), Kind.PAGE));
        fetcher.close();

        assertThat(((Failed) Fetching.await(waiting)).reason()).isEqualTo(FailureReason.CLOSED);
        assertThat(((Failed) fetch("/fine", Kind.PAGE)).reason()).isEqualTo(FailureReason.CLOSED);
    }

    private Fetcher fetcher(Duration deadline) {
        return Fetcher.create(
                Fetching.settings(deadline, List.of(server.port())), Fetching.loopback(), Clock.systemUTC());
    }

    private String url(String path) {
        return "http://desk.example:" + server.port() + path;
    }

    private FetchResult fetch(String path, Kind kind) {
        return await(Fetch.of(url(path), kind));
    }

    private FetchResult await(Fetch fetch) {
        return Fetching.await(fetcher.fetch(fetch));
    }
}
