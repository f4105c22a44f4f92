package io.copydesk.console;

import static io.copydesk.console.RunningConsole.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.broker.EmbeddedBroker;
import io.copydesk.kit.ServiceProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console as a deployed service, with health and metrics. */
class ConsoleRoleIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void becomesReadyWithoutAGroupAndIsRefusedWithoutAToken() throws Exception {
        ServiceProcess process = new ServiceProcess(List.of(ConsoleRole.create()), ConsoleRole.NAME);
        assertThat(process.run(Map.of(), "--console.bind=0.0.0.0:0")).isEqualTo(ServiceProcess.MISCONFIGURED);
        int port = freePort();
        int pages = freePort();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"))) {
            CompletableFuture<Integer> ended = new CompletableFuture<>();
            Thread thread = new Thread(() -> ended.complete(process.run(
                    Map.of("COPYDESK_CONSOLE_BIND", "127.0.0.1:" + pages),
                    "--kafka.bootstrap.servers=" + broker.bootstrapServers(),
                    "--streams.state-dir=" + folder.resolve("state"),
                    "--health.probe-interval=200ms",
                    "--health.port=" + port)));
            thread.start();
            await(() -> get("http://127.0.0.1:" + port + "/health/ready").startsWith("200"));
            assertThat(get("http://127.0.0.1:" + port + "/metrics")).contains("copydesk_console_read");
            assertThat(get("http://127.0.0.1:" + pages + "/api/session")).contains("\"allowChanges\":false");
            thread.interrupt();
            assertThat(ended.get()).isNotNull();
        }
    }

    private static String get(String url) throws InterruptedException {
        try {
            var answer = HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            return "not yet: " + e;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
