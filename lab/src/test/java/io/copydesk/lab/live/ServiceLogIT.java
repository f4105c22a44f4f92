package io.copydesk.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.broker.EmbeddedBroker;
import io.copydesk.ingest.page.Page;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.lab.process.JvmProcess;
import io.copydesk.schemas.Json;
import io.copydesk.standalone.Copydesk;
import io.copydesk.standalone.replay.PageFeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The log of deployed roles, with the configuration that the images have. */
class ServiceLogIT {

    private static final Path CONFIGURATION = Path.of("..", "deploy", "logging", "log4j2.xml");
    private static final String PREFIX = "logged.";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(200);

    @TempDir
    private Path folder;

    private Path log;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void isJsonWhoseLevelsChangeWhileItRunsAndFollowsAnInputThroughTheRoles() throws Exception {
        log = folder.resolve("services.log");
        Path configuration = folder.resolve("log4j2.xml");
        String informs = Files.readString(CONFIGURATION).replace("monitorInterval=\"10\"", "monitorInterval=\"1\"");
        Files.writeString(configuration, informs);
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"));
                JvmProcess services = start(broker.bootstrapServers(), configuration);
                PageFeed feed =
                        new PageFeed(KafkaSettings.of(broker.bootstrapServers()).producer(), PREFIX)) {
            await("the roles to run", line -> line.at("/message").asText().startsWith("clean+enrich is running"));
            Files.writeString(
                    configuration,
                    informs.replace("name=\"io.copydesk\" level=\"info\"", "name=\"io.copydesk\" level=\"debug\""));
            int pages = 0;
            while (lines("input-" + pages).size() < 3) {
                assertThat(services.isAlive()).isTrue();
                pages++;
                feed.page(page("input-" + pages));
                feed.flush();
                String last = "input-" + pages;
                awaitOrGoOn(() -> lines(last).size() >= 3);
                assertThat(pages)
                        .as("pages until the level was changed, see %s", log)
                        .isLessThan(60);
            }

            assertThat(lines("input-" + pages))
                    .extracting(line -> line.path("log.logger").asText().replaceAll(".*\\.", ""))
                    .containsExactly("CleanProcessor", "DecideProcessor", "AssembleProcessor");
            assertThat(lines(null)).allSatisfy(line -> {
                assertThat(line.path("@timestamp").asText()).startsWith("20");
                assertThat(line.path("log.level").asText()).isIn("DEBUG", "INFO", "WARN");
                assertThat(line.path("message").asText()).isNotEmpty();
            });
        }
    }

    private JvmProcess start(String brokers, Path configuration) throws IOException {
        return JvmProcess.start(
                log,
                Copydesk.class,
                List.of("-Dlog4j2.configurationFile=" + configuration.toUri()),
                List.of(
                        "service",
                        "clean",
                        "enrich",
                        "--set=kafka.bootstrap.servers=" + brokers,
                        "--set=topics.prefix=" + PREFIX,
                        "--set=topics.partitions=1",
                        "--set=streams.state-dir=" + folder.resolve("state"),
                        "--set=streams.threads=1",
                        "--set=health.port=0"));
    }

    private static Page page(String inputId) {
        String html = "<html lang=en><title>Quay opens</title><h1>Quay opens</h1>"
                + "<p>The harbour office of Ternquay counted the boats on Monday, " + inputId + ".</p>";
        return Page.resource(
                inputId,
                "https://ternquay-courier.example/" + inputId,
                Instant.parse("2026-11-28T08:00:00Z"),
                "text/html",
                "utf-8",
                html.getBytes(StandardCharsets.UTF_8));
    }

    /** The lines of an input, or all; a line that is no JSON object fails. */
    private List<JsonNode> lines(String inputId) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        String text = Files.readString(log);
        // The last line may be half written.
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            JsonNode object = Json.tree(line);
            if (inputId == null || object.path("trace.id").asText().equals(inputId)) {
                lines.add(object);
            }
        }
        return lines;
    }

    private void await(String what, Predicate<JsonNode> line) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (lines(null).stream().noneMatch(line)) {
            assertThat(System.nanoTime())
                    .as("waiting for %s; log: %s", what, log)
                    .isLessThan(end);
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private interface Look {
        boolean isThere() throws IOException;
    }

    private static void awaitOrGoOn(Look look) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        while (!look.isThere() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
