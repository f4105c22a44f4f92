package io.copydesk.console;

import static io.copydesk.console.RunningConsole.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Topics;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console that was stopped, one that lost its index, one that asks for a token, and one that only reads. */
class RestartIT {

    private static final String TOKEN = "0123456789abcdef0123";

    @TempDir
    Path folder;

    @Test
    void goesOnWhereItStoppedAndRebuildsWhatIsMissing() throws Exception {
        try (RunningConsole console = new RunningConsole(folder, RunningConsole.anyPort())) {
            await(console.service()::caughtUp);
            publish(console, "a1", "Firstmarker");
            publish(console, "a2", "Firstmarker");
            await(() -> total(console, "firstmarker") == 2);
            console.service().close();
            publish(console, "a1", null);
            publish(console, "a3", "Firstmarker");
            console.restart(RunningConsole.anyPort());
            await(() -> console.service().caughtUp() && total(console, "firstmarker") == 2);
            assertThat(console.get("/api/articles?q=firstmarker").findValuesAsText("id"))
                    .doesNotContain("a1");

            console.service().close();
            Path index = folder.resolve("state").resolve("console").resolve(Topics.ENRICHED_ARTICLES.name());
            try (var files = Files.list(index)) {
                for (Path file : files.filter(name -> name.toString().contains("segments_"))
                        .toList()) {
                    Files.write(file, new byte[] {1, 2, 3});
                }
            }
            console.restart(RunningConsole.anyPort());
            await(() -> console.service().caughtUp() && total(console, "firstmarker") == 2);
        }
    }

    @Test
    void asksForTheTokenAndWritesNothingUnlessAllowed() throws Exception {
        ConsoleSettings settings = new ConsoleSettings("127.0.0.1:0", TOKEN, false, 2);
        try (RunningConsole console = new RunningConsole(folder, settings)) {
            assertThat(console.send(console.request("/api/now").GET()).statusCode())
                    .isEqualTo(401);
            var page = console.send(console.request("/articles?q=x").GET());
            assertThat(page.statusCode()).isEqualTo(302);
            assertThat(page.headers().firstValue("Location").orElse("")).contains("/login?next=%2Farticles%3Fq%3Dx");
            assertThat(console.send(console.request("/login").GET()).statusCode())
                    .isEqualTo(200);
            assertThat(console.send(console.request("/api/now")
                                    .header("Authorization", "Bearer " + TOKEN)
                                    .GET())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(console.change("/api/login", Map.of("token", "wrong")).statusCode())
                    .isEqualTo(401);
            var login = console.change("/api/login", Map.of("token", TOKEN));
            String cookie = login.headers().firstValue("Set-Cookie").orElse("");
            assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").doesNotContain(TOKEN);
            String known = cookie.substring(0, cookie.indexOf(';'));
            assertThat(console.send(console.request("/api/now")
                                    .header("Cookie", known)
                                    .GET())
                            .statusCode())
                    .isEqualTo(200);
            var change = console.send(console.request("/api/feeds")
                    .header("Cookie", known)
                    .header("X-Copydesk-Console", "1")
                    .POST(BodyPublishers.ofString("{\"url\":\"https://quaypost.example/feed\"}")));
            assertThat(change.statusCode()).isEqualTo(403);
            assertThat(change.body()).contains("console.allow-changes");
        }
    }

    private static void publish(RunningConsole console, String id, @org.jspecify.annotations.Nullable String body) {
        console.publish(
                Topics.ENRICHED_ARTICLES, id, body == null ? null : Invented.article(id, "Headline " + id, body));
    }

    private static int total(RunningConsole console, String words) throws Exception {
        return console.get("/api/articles?q=" + words).path("total").asInt();
    }
}
