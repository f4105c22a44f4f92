package io.copydesk.console;

import static io.copydesk.console.RunningConsole.await;
import static io.copydesk.console.RunningConsole.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no page of the console sends. */
class HostileRequestsIT extends ConsoleOfTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=%2B999999999-01-01",
                "to=%2B999999999-12-31",
                "from=-999999999-01-01",
                "from=2026-02-30",
                "withdrawn=perhaps",
                "page=1e9",
                "page=99999999999",
                "size=",
                "sort=newest%00",
                "q=%zz",
                "q=%",
                "q=%ff%fe",
                "page=1&page=2",
                "q=a&q=b",
                "sort",
                "&&&=&==",
                "lang=%F0%9F%98%80",
                "lang=-",
                "site=%00",
                "page=-1&size=-1",
                "page=2147483647&size=2147483647"
            })
    void anyParametersAreAnsweredOrRefusedWithASentence(String query) throws Exception {
        for (String path : List.of(
                "/api/articles", "/api/stories", "/api/alerts", "/api/duplicates", "/api/feeds", "/api/dead-letters")) {
            int status = status(raw("GET " + path + "?" + query + " HTTP/1.1"));
            assertThat(status).as(path).isIn(200, 400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "from=%2B999999999-01-01, 400",
        "withdrawn=perhaps, 400",
        "withdrawn=false, 200",
        "from=0001-01-01, 200",
        "to=9999-12-31, 200"
    })
    void whatCannotBeMeantIsRefused(String query, int status) throws Exception {
        assertThat(console.send(console.request("/api/articles?" + query).GET()).statusCode())
                .isEqualTo(status);
    }

    @Test
    void moreWordsThanLuceneTakesAreRefused() throws Exception {
        String many = encoded("東京".repeat(200));
        assertThat(console.send(console.request("/api/articles?q=" + many + "&speaker=" + many)
                                .GET())
                        .statusCode())
                .isIn(200, 400);
        assertThat(console.send(console.request("/api/articles?q=" + encoded("(".repeat(500)))
                                .GET())
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../../../etc/passwd",
                "/assets/%2e%2e/%2e%2e/etc/passwd",
                "/assets/..%2f..%2fetc%2fpasswd",
                "/assets/%00",
                "/assets//app.js",
                "//assets/app.js",
                "/assets/app.js%00.css",
                "/assets/..\\..\\etc\\passwd",
                "/%",
                "/api/../api/none",
                "http://evil.example/api/session"
            })
    void noPathLeadsOutOfTheFilesOfThePages(String path) throws Exception {
        assertThat(status(raw("GET " + path + " HTTP/1.1"))).isBetween(400, 499);
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD, /, 200",
        "HEAD, /api/articles, 200",
        "OPTIONS, /api/articles, 403",
        "TRACE, /api/articles, 403",
        "PUT, /api/feeds, 403",
        "DELETE, /api/articles, 403",
        "PATCH, /api/articles, 403",
        "POST, /api/articles, 403"
    })
    void otherMethodsChangeNothing(String method, String path, int status) throws Exception {
        assertThat(status(raw(method + " " + path + " HTTP/1.1"))).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "127.0.0.1.evil.example",
                "localhost.evil.example:80",
                "[::1].evil.example",
                "127.0.0.1@evil.example",
                "0.0.0.0",
                ""
            })
    void aForeignNameOfTheHostIsRefused(String host) throws Exception {
        assertThat(status(raw("GET /api/session HTTP/1.1", host))).isBetween(400, 499);
    }

    @Test
    void aHugeHeaderIsRefusedAndTheConsoleGoesOn() throws Exception {
        assertThat(status(raw("GET /" + "a".repeat(100_000) + " HTTP/1.1"))).isBetween(400, 499);
        assertThat(console.get("/api/session").path("prefix").asText()).isEqualTo(RunningConsole.PREFIX);
    }

    @Test
    void aBodyThatIsNoObjectIsRefused() throws Exception {
        for (String path : List.of(
                "/api/feeds",
                "/api/feeds/remove",
                "/api/feeds/refresh",
                "/api/feeds/opml",
                "/api/alert-rules",
                "/api/alert-rules/remove",
                "/api/dead-letters/retry")) {
            for (String body : List.of(
                    "", "null", "[]", "{", "{}", "[".repeat(100_000), "\u0000", "{\"url\":[1]}", "{\"name\":{}}")) {
                HttpResponse<String> answer = console.send(
                        console.request(path).header("X-Copydesk-Console", "1").POST(BodyPublishers.ofString(body)));
                assertThat(answer.statusCode())
                        .as(path + " " + body.substring(0, Math.min(20, body.length())) + " " + answer.body())
                        .isBetween(400, 499);
            }
        }
    }

    /** Go and Rust refuse JSON with half a character, or replace it. */
    @Test
    void noAnswerHasHalfACharacter() throws Exception {
        String body = "😀".repeat(400) + "灯" + "😀".repeat(400);
        console.publish(Topics.ENRICHED_ARTICLES, "half", Invented.article("half", "Halfmarker", body));
        await(() -> console.get("/api/articles?q=halfmarker").path("total").asInt() == 1);
        String answer = console.send(
                        console.request("/api/articles?q=" + encoded("灯")).GET())
                .body();
        assertThat(Json.tree(answer).path("total").asInt()).isEqualTo(1);
        assertThat(Json.tree(answer).path("items").path(0).path("snippet").asText())
                .contains("灯")
                .doesNotContainPattern("\\p{Cs}");
    }

    @Test
    void wrongParametersAreAnsweredWithASentence() throws Exception {
        for (String path : List.of(
                "/api/articles?from=yesterday", "/api/articles?sort=odd", "/api/article", "/api/articles?page=x")) {
            assertThat(console.send(console.request(path).GET()).statusCode())
                    .as(path)
                    .isEqualTo(400);
        }
        assertThat(console.send(console.request("/api/articles?q=" + "a".repeat(5_000))
                                .GET())
                        .statusCode())
                .isEqualTo(400);
        assertThat(console.send(console.request("/api/article?id=none").GET()).statusCode())
                .isEqualTo(404);
        assertThat(console.get("/api/articles?page=1000000&size=1000000")
                        .path("size")
                        .asInt())
                .isEqualTo(100);
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    private static String raw(String line) throws IOException {
        URI address = URI.create(console.service().url());
        return raw(line, address.getAuthority());
    }

    /** The status line of the answer to a request that no client would send. */
    private static String raw(String line, String host) throws IOException {
        URI address = URI.create(console.service().url());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((line + "\r\nHost: " + host + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            byte[] answer = socket.getInputStream().readNBytes(64);
            return new String(answer, StandardCharsets.ISO_8859_1);
        }
    }
}
