package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code clean URL} against a site on loopback. */
class CleanUrlTest {

    private static final String PAGE = """
            <html lang="en"><head><title>Kelm gets its ferry back</title></head><body>
            <article><h1>Kelm gets its ferry back</h1>
            <p>The ferry to Kelm sails again from Monday, two years after the old ship ran aground off the northern pier.</p>
            <p>The council bought a used vessel in spring and had it refitted in the yard at Norrvik, the mayor told reporters.</p>
            <p>Islanders had crossed in fishing boats since then, and the school lost a third of its pupils to the mainland.</p>
            </article></body></html>
            """;

    private final Map<String, String> pages =
            new ConcurrentHashMap<>(Map.of("/ferry", PAGE, "/robots.txt", "User-agent: *\nDisallow: /private\n"));
    private final List<String> requested = new CopyOnWriteArrayList<>();
    private HttpServer site;

    @BeforeEach
    void start() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        site.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            requested.add(path);
            String body = pages.get(path);
            byte[] bytes = (body == null ? "none" : body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", path.endsWith(".txt") ? "text/plain" : "text/html");
            exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void stop() {
        site.stop(0);
    }

    @Test
    void aPageOfTheWebBecomesAnArticle() throws IOException {
        CommandLineRun run = clean(url("/ferry"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode article = Json.tree(run.lines().get(0));
        assertThat(article.path("id").asText()).isEqualTo(url("/ferry"));
        assertThat(article.path("headline").asText()).isEqualTo("Kelm gets its ferry back");
        assertThat(article.path("articleBody").asText()).contains("fishing boats");
        assertThat(requested).containsExactly("/robots.txt", "/ferry");
    }

    @Test
    void whatCannotBeFetchedIsALineWithTheReasonAndTheRestGoesOn() throws IOException {
        CommandLineRun run = clean(url("/private/a"), url("/absent"), url("/ferry"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().get(0)).contains("\"error\":\"not-fetched\"").contains("robots.txt does not allow");
        assertThat(run.lines().get(1)).contains("\"error\":\"not-fetched\"").contains("HTTP 404");
        assertThat(run.lines().get(2)).contains("Kelm gets its ferry back");
        assertThat(run.err()).contains("2 of 3 inputs refused: not-fetched 2");
        assertThat(requested).doesNotContain("/private/a");
    }

    @Test
    void urlsAndFilesAreNotMixed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("page.html"), PAGE);

        CommandLineRun run = clean(file.toString(), url("/ferry"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("either URLs or files");
    }

    private CommandLineRun clean(String... inputs) {
        List<String> arguments = new ArrayList<>(List.of("clean"));
        arguments.addAll(List.of(inputs));
        arguments.addAll(List.of("--set", "fetch.allow-loopback=true", "--set", "frontier.host-delay=10ms"));
        arguments.addAll(List.of("--set", "fetch.ports=" + site.getAddress().getPort()));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + site.getAddress().getPort() + path;
    }
}
