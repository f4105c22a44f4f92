package io.copydesk.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.fetch.Fetch.Kind;
import io.copydesk.ingest.fetch.FetchResult.Failed;
import io.copydesk.ingest.fetch.FetchResult.Fetched;
import io.copydesk.schemas.FailureReason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.entity.AsyncEntityProducers;
import org.apache.hc.core5.http.nio.entity.DiscardingEntityConsumer;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.nio.support.BasicResponseProducer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.http2.ssl.H2ServerTlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ListenerEndpoint;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SecureFetchTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static SSLContext context;

    /** A certificate for desk.example, made by the JDK's own tool. */
    @BeforeAll
    static void makeCertificate() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("desk.p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "desk",
                        "-dname",
                        "CN=desk.example",
                        "-ext",
                        "SAN=dns:desk.example",
                        "-storetype",
                        "PKCS12",
                        "-validity",
                        "3650",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        tool.getInputStream().readAllBytes();
        assertThat(tool.waitFor()).isZero();
        context = SSLContexts.custom()
                .loadKeyMaterial(store, PASSWORD, PASSWORD)
                .loadTrustMaterial(store, PASSWORD)
                .build();
    }

    @ParameterizedTest
    @CsvSource({"NEGOTIATE, HTTP/2.0", "FORCE_HTTP_1, HTTP/1.1"})
    void speaksTheNewestProtocolThatTheServerKnows(HttpVersionPolicy policy, String expected)
            throws InterruptedException, ExecutionException {
        AtomicReference<String> spoken = new AtomicReference<>();
        HttpAsyncServer server = server(policy, spoken);
        int port = port(server);
        try (Fetcher fetcher = fetcher(port, Duration.ofSeconds(10), context)) {
            Fetched fetched = (Fetched)
                    Fetching.await(fetcher.fetch(Fetch.of("https://desk.example:" + port + "/a?b", Kind.PAGE)));

            assertThat(new String(fetched.decoded(), UTF_8)).isEqualTo("The ferry sails on Monday.");
            assertThat(spoken).hasValue(expected + " desk.example:" + port + " /a?b");
            assertThat(Fetching.await(fetcher.fetch(Fetch.of("https://desk.example:" + port + "/c", Kind.PAGE))))
                    .isInstanceOf(Fetched.class);
        } finally {
            server.close(CloseMode.IMMEDIATE);
        }
    }

    @Test
    void refusesACertificateOfAnotherHostAndOneThatNobodyVouchesFor() throws InterruptedException, ExecutionException {
        HttpAsyncServer server = server(HttpVersionPolicy.NEGOTIATE, new AtomicReference<>());
        int port = port(server);
        try (Fetcher trusting = fetcher(port, Duration.ofSeconds(10), context);
                Fetcher usual = fetcher(port, Duration.ofSeconds(10), SSLContexts.createDefault())) {
            assertThat(reason(trusting, "https://other.example:" + port + "/")).isEqualTo(FailureReason.TLS);
            assertThat(reason(usual, "https://desk.example:" + port + "/")).isEqualTo(FailureReason.TLS);
        } finally {
            server.close(CloseMode.IMMEDIATE);
        }
    }

    @Test
    void aServerThatDoesNotSpeakTlsHasAReason() throws IOException {
        try (RawServer plain = RawServer.onLoopback(to -> to.respond("HTTP/1.1 200 OK", Sins.PAGE));
                Fetcher fetcher = fetcher(plain.port(), Duration.ofSeconds(3), context)) {
            assertThat(reason(fetcher, "https://desk.example:" + plain.port() + "/"))
                    .isIn(FailureReason.TLS, FailureReason.DEADLINE);
        }
    }

    /** A record of the handshake that never ends: a byte now and then resets any limit between two bytes. */
    @Test
    void aHandshakeThatDripsEndsWithTheDeadlineAndFreesItsConnection() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        try (ServerSocket listener = new ServerSocket(0);
                Fetcher fetcher = fetcher(listener.getLocalPort(), Duration.ofMillis(600), context)) {
            Thread dripping = new Thread(() -> {
                try (Socket socket = listener.accept()) {
                    begun.countDown();
                    socket.getOutputStream().write(new byte[] {22, 3, 3, 0x40, 0, 2, 0, 0x3f, (byte) 0xfc});
                    while (!never.await(20, TimeUnit.MILLISECONDS)) {
                        socket.getOutputStream().write(0);
                    }
                } catch (IOException | InterruptedException closed) {
                    gone.countDown();
                }
            });
            dripping.setDaemon(true);
            dripping.start();

            // On a busy machine the deadline may pass before there is a connection.
            while (begun.getCount() > 0) {
                assertThat(reason(fetcher, "https://desk.example:" + listener.getLocalPort() + "/"))
                        .isIn(FailureReason.DEADLINE, FailureReason.TLS);
            }
            assertThat(gone.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static FailureReason reason(Fetcher fetcher, String url) {
        return ((Failed) Fetching.await(fetcher.fetch(Fetch.of(url, Kind.PAGE)))).reason();
    }

    private static Fetcher fetcher(int port, Duration deadline, SSLContext trust) {
        return Fetcher.create(
                Fetching.settings(deadline, List.of(port)), Fetching.loopback(), Clock.systemUTC(), trust);
    }

    private static int port(HttpAsyncServer server) throws InterruptedException, ExecutionException {
        server.start();
        ListenerEndpoint endpoint = server.listen(new InetSocketAddress("127.0.0.1", 0), URIScheme.HTTPS)
                .get();
        return ((InetSocketAddress) endpoint.getAddress()).getPort();
    }

    private static HttpAsyncServer server(HttpVersionPolicy policy, AtomicReference<String> spoken) {
        return H2ServerBootstrap.bootstrap()
                .setVersionPolicy(policy)
                .setCanonicalHostName("desk.example")
                .setTlsStrategy(new H2ServerTlsStrategy(context))
                .register("*", new AsyncServerRequestHandler<Message<HttpRequest, Void>>() {
                    @Override
                    public AsyncRequestConsumer<Message<HttpRequest, Void>> prepare(
                            HttpRequest request, EntityDetails entity, HttpContext http) {
                        spoken.compareAndSet(
                                null, request.getVersion() + " " + request.getAuthority() + " " + request.getPath());
                        return new BasicRequestConsumer<>(new DiscardingEntityConsumer<>());
                    }

                    @Override
                    public void handle(Message<HttpRequest, Void> message, ResponseTrigger trigger, HttpContext http)
                            throws HttpException, IOException {
                        trigger.submitResponse(
                                new BasicResponseProducer(
                                        new BasicHttpResponse(200),
                                        AsyncEntityProducers.create(
                                                "The ferry sails on Monday.", ContentType.TEXT_PLAIN)),
                                http);
                    }
                })
                .create();
    }
}
