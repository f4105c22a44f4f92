package io.copydesk.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.fetch.Fetch.Kind;
import io.copydesk.ingest.fetch.FetchResult.Failed;
import io.copydesk.ingest.fetch.FetchResult.Fetched;
import io.copydesk.ingest.fetch.RawServer.Connection;
import io.copydesk.schemas.FailureReason;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers whose connections do not outlive one response, though they say nothing of it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class KeptConnectionTest {

    private final Map<Socket, Integer> served = new ConcurrentHashMap<>();

    /** What the server does to the second request of a connection; the first one is answered well. */
    private RawServer.Answer second(RawServer.Answer spoilt) {
        return to -> {
            if (served.merge(to.socket(), 1, Integer::sum) > 1) {
                spoilt.give(to);
            } else {
                fine(to);
            }
        };
    }

    private static void fine(Connection to) throws IOException {
        to.respond("HTTP/1.1 200 OK\r\nContent-Type: text/html", Sins.PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "surplus", "surplus\r\n", "</body></html>\n\n", "\r\n\r\n\r\n\r\n\r\n\r\n\r\n", "0\r\n\r\n"})
    void whatCameAfterTheResponseBeforeDoesNotSpoilTheNext(String surplus) throws IOException {
        RawServer.Answer late = to -> {
            to.write(surplus);
            fine(to);
        };
        try (RawServer server = RawServer.onLoopback(second(late));
                Fetcher fetcher = fetcher(server)) {
            for (int i = 0; i < 5; i++) {
                assertThat(fetch(fetcher, server)).isInstanceOf(Fetched.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aConnectionThatClosesUnderTheRequestIsReplaced(boolean reset) throws IOException {
        try (RawServer server = RawServer.onLoopback(second(to -> close(to, reset)));
                Fetcher fetcher = fetcher(server)) {
            for (int i = 0; i < 5; i++) {
                assertThat(fetch(fetcher, server)).isInstanceOf(Fetched.class);
            }
            assertThat(fetcher.busyConnections()).isZero();
        }
    }

    @Test
    void aServerThatNeverAnswersIsAskedOnce() throws IOException {
        try (RawServer server = RawServer.onLoopback(to -> close(to, false));
                Fetcher fetcher = fetcher(server)) {
            assertThat(((Failed) fetch(fetcher, server)).reason()).isEqualTo(FailureReason.RESET);
            assertThat(server.requests()).hasSize(1);
        }
    }

    /** A request with a form may have taken effect. */
    @Test
    void aFormIsNotSentTwice() throws IOException {
        try (RawServer server = RawServer.onLoopback(second(to -> close(to, false)));
                Fetcher fetcher = fetcher(server)) {
            assertThat(fetch(fetcher, server)).isInstanceOf(Fetched.class);

            FetchResult posted = Fetching.await(fetcher.fetch(Fetch.post(url(server), "hub.mode=subscribe")));

            assertThat(((Failed) posted).reason()).isEqualTo(FailureReason.RESET);
            assertThat(server.requests()).hasSize(2);
        }
    }

    private static void close(Connection to, boolean reset) throws SocketException, IOException {
        if (reset) {
            to.socket().setSoLinger(true, 0);
        }
        to.socket().close();
    }

    private static Fetcher fetcher(RawServer server) {
        return Fetcher.create(
                Fetching.settings(Duration.ofSeconds(30), List.of(server.port())),
                Fetching.loopback(),
                Clock.systemUTC());
    }

    private static FetchResult fetch(Fetcher fetcher, RawServer server) {
        return Fetching.await(fetcher.fetch(Fetch.of(url(server), Kind.PAGE)));
    }

    private static String url(RawServer server) {
        return "http://desk.example:" + server.port() + "/";
    }
}
