package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.ingest.page.WithdrawalNotice;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.schemas.Withdrawal.Evidence;
import io.copydesk.schemas.Withdrawal.Sign;
import io.copydesk.standalone.Copydesk;
import io.copydesk.standalone.demo.SamplePages;
import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.verify.state.FinalState;
import io.copydesk.verify.state.TopicReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whether {@code docs/consuming.md} suffices: tables that are kept as it says, over a run with kills, are the final state. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class DocumentedConsumerIT {

    private static final int AGAIN = 25;

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void tablesThatAreKeptAsDocumentedAreTheFinalState() throws Exception {
        List<Page> pages = new ArrayList<>(SamplePages.load());
        // Later captures first: originals that turn up, stories that are merged, versions in between.
        Collections.reverse(pages);
        Path articles = archive("articles.warc", pages);
        Path gone = archive("gone.warc", notices(pages));
        Path data = folder.resolve("data");
        Path back = archive("back.warc", List.of(returned(pages.get(0))));
        DocumentedConsumer consumer = new DocumentedConsumer();

        followUntilKilled(consumer, "read ", data, articles);
        followUntilKilled(consumer, "records on their way", data, articles);
        followUntilKilled(consumer, "records on their way", data, articles, gone);
        replay(data, articles, gone);
        replay(data, back);

        try (Cluster cluster = Cluster.join(null, data)) {
            consumer.catchUp(cluster.clients().getProperty("bootstrap.servers"));
            try (FinalState state = FinalState.read(new TopicReader(cluster.clients()), Topics.DEFAULT_PREFIX)) {
                for (Topic<?> topic :
                        List.of(Topics.ENRICHED_ARTICLES, Topics.STORIES, Topics.DUPLICATES, Topics.REVISIONS)) {
                    List<JsonNode> expected = new ArrayList<>();
                    state.forEach(topic, value -> expected.add(json.readTree(value)));
                    assertThat(consumer.table(topic.name()).values())
                            .as(topic.name())
                            .containsExactlyInAnyOrderElementsOf(expected);
                }
            }
        }
        // Of enriched articles, events that are close together come as one record with the cause of the first.
        assertThat(consumer.seen())
                .contains(
                        "enriched-articles new",
                        "revisions revised",
                        "revisions withdrawn",
                        "revisions returned",
                        "duplicates relations",
                        "stories story",
                        "stories merged");
    }

    private Path archive(String name, List<Page> pages) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (Page page : pages) {
                out.write(WarcPages.encode(page));
            }
        }
        return file;
    }

    /** The pages that were captured last are gone a day later. */
    private static List<Page> notices(List<Page> pages) {
        return pages.subList(0, 3).stream()
                .map(page -> new WithdrawalNotice(
                                null,
                                false,
                                List.of(new Evidence(
                                        page.fetched().plus(Duration.ofDays(1)).toString(), Sign.GONE, null)))
                        .page("gone " + page.url(), page.url(), page.fetched().plus(Duration.ofDays(1))))
                .toList();
    }

    private static Page returned(Page page) {
        return new Page(
                "back " + page.url(),
                page.url(),
                page.fetched().plus(Duration.ofDays(2)),
                page.capture(),
                page.status(),
                page.headers(),
                page.mediaType(),
                page.charset(),
                page.body());
    }

    private static void replay(Path data, Path... archives) {
        List<String> arguments = new ArrayList<>(List.of("replay", "--data", data.toString()));
        List.of(archives).forEach(archive -> arguments.add(archive.toString()));
        CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    /** The consumer follows a replay, which is killed, broker and all, when it says {@code moment}; then it forgets some progress. */
    private static void followUntilKilled(DocumentedConsumer consumer, String moment, Path data, Path... archives)
            throws IOException {
        Path address = data.resolve("broker.address");
        Files.deleteIfExists(address);
        Process process = new ProcessBuilder(command(data, archives))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        AtomicBoolean alive = new AtomicBoolean(true);
        CompletableFuture<Void> following = null;
        try (BufferedReader words =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            String line = words.readLine();
            while (line != null && !line.contains(moment)) {
                if (following == null && Files.exists(address) && Files.size(address) > 0) {
                    String broker = Files.readString(address);
                    following = CompletableFuture.runAsync(() -> follow(consumer, broker, alive));
                }
                line = words.readLine();
            }
        } finally {
            process.destroyForcibly().onExit().join();
            alive.set(false);
            if (following != null) {
                following.join();
            }
        }
        consumer.forgetProgress(AGAIN);
    }

    private static void follow(DocumentedConsumer consumer, String broker, AtomicBoolean alive) {
        try {
            consumer.follow(broker, alive::get);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (org.apache.kafka.common.errors.TimeoutException e) {
            assertThat(alive).as("the broker was killed").isFalse();
        }
    }

    private static List<String> command(Path data, Path... archives) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Copydesk.class.getName(),
                "replay",
                "--data",
                data.toString()));
        List.of(archives).forEach(archive -> command.add(archive.toString()));
        return command;
    }
}
