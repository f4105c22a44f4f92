package io.copydesk.console;

import static io.copydesk.console.RunningConsole.anyPort;
import static io.copydesk.console.RunningConsole.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.copydesk.schemas.Topics;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of alerts over HTTP. */
class AlertRulesIT {

    @TempDir
    private Path folder;

    private RunningConsole console;

    @BeforeEach
    void start() throws InterruptedException {
        console = new RunningConsole(folder, anyPort().withChanges());
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void rulesAreListedAddedAndRemoved() throws Exception {
        console.publish(
                Topics.ALERT_RULES,
                "filed",
                Map.of("name", "filed", "words", "x"),
                Map.of(Topics.RULE_SOURCE.name(), "file"));
        await(() -> rule("filed").path("source").asText().equals("file"));

        HttpResponse<String> wrong =
                console.change("/api/alert-rules", Map.of("name", "ferry", "wrods", List.of("ferry")));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("rule ferry: there is no field wrods; did you mean words?");
        for (HttpResponse<String> filed : List.of(
                console.change("/api/alert-rules", Map.of("name", "filed", "words", "y")),
                console.change("/api/alert-rules/remove", Map.of("name", "filed")))) {
            assertThat(filed.statusCode()).isEqualTo(400);
            assertThat(filed.body()).contains("rule filed is in the file of the role alerts");
        }
        assertThat(console.send(console.request("/api/alert-rules")
                                .POST(BodyPublishers.ofString("{\"name\":\"x\",\"words\":\"x\"}")))
                        .statusCode())
                .isEqualTo(403);

        assertThat(console.change("/api/alert-rules", Map.of("name", "ferry", "words", List.of("<b>ferry</b>")))
                        .body())
                .isEqualTo("{\"name\":\"ferry\",\"changed\":false}");
        await(() -> rule("ferry").path("rule").path("words").path(0).asText().equals("<b>ferry</b>"));
        assertThat(console.change("/api/alert-rules/remove", Map.of("name", "ferry"))
                        .statusCode())
                .isEqualTo(200);
        await(() -> rule("ferry").isMissingNode());
    }

    private JsonNode rule(String name) throws Exception {
        for (JsonNode rule : console.get("/api/alert-rules").path("rules")) {
            if (rule.path("name").asText().equals(name)) {
                return rule;
            }
        }
        return MissingNode.getInstance();
    }
}
