package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.PageAnnouncement;
import io.copydesk.ingest.page.Site;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.Copydesk;
import io.copydesk.standalone.demo.SamplePages;
import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whether {@code docs/consuming.md} suffices: tables that are kept as it says, over a run with kills, are the final state. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class DocumentedConsumerIT {

    private static final int AGAIN = 25;

    /**
     * Every cause and every move that docs/consuming.md names. Of enriched articles, events that are close together come as one record
     * with the cause of the first, so those causes are looked for where each has a record of its own.
     */
    private static final List<String> EVENTS = List.of(
            "articles new",
            "articles revised",
            "articles cleaned",
            "articles withdrawn",
            "articles returned",
            "articles announced",
            "articles replayed",
            "enriched-articles new",
            "enriched-articles relations",
            "enriched-articles story",
            "revisions revised",
            "revisions cleaned",
            "revisions withdrawn",
            "revisions returned",
            "duplicates relations",
            "duplicates removed",
            "site-boilerplate cleaned",
            "stories story",
            "stories removed",
            "stories merged",
            "stories split");

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void tablesThatAreKeptAsDocumentedAreTheFinalState() throws Exception {
        List<Page> pages = new ArrayList<>(SamplePages.load());
        // Later captures first: originals that turn up, stories that are merged, versions in between.
        Collections.reverse(pages);
        // The pages that were captured last are withdrawn.
        Path gone = archive("gone.warc", EventPages.notices(pages.subList(0, 3)));
        Path back = archive("back.warc", List.of(EventPages.returned(pages.get(0))));
        pages.addAll(EventPages.ofOneStory());
        pages.addAll(SiteOfOneLine.pages());
        Path articles = archive("articles.warc", pages);
        Path later = archive("later.warc", EventPages.later());
        Path data = folder.resolve("data");
        DocumentedConsumer consumer = new DocumentedConsumer();

        followUntilKilled(consumer, "read ", data, articles);
        followUntilKilled(consumer, "records on their way", data, articles);
        followUntilKilled(consumer, "records on their way", data, articles, gone);
        replay(data, articles, gone);
        replay(data, back, later);
        announce(data);

        try (Cluster cluster = Cluster.join(null, data)) {
            consumer.catchUp(cluster.clients().getProperty("bootstrap.servers"));
            try (FinalState state = FinalState.read(new TopicReader(cluster.clients()), Topics.DEFAULT_PREFIX)) {
                for (Topic<?> topic : Topics.published()) {
                    List<JsonNode> expected = new ArrayList<>();
                    state.forEach(topic, value -> expected.add(json.readTree(value)));
                    assertThat(consumer.table(topic.name()).values())
                            .as(topic.name())
                            .containsExactlyInAnyOrderElementsOf(expected);
                }
            }
        }
        assertThat(consumer.seen()).containsAll(EVENTS);
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

    /** What the frontier writes when a feed names a page that was fetched before. */
    private static void announce(Path data) throws Exception {
        PipelineOptions options = new PipelineOptions(null, data, Topics.DEFAULT_PREFIX, 3);
        PageAnnouncement announcement = EventPages.announcement();
        try (LocalPipeline pipeline = LocalPipeline.start(options);
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        pipeline.cluster().clients(), new StringSerializer(), new ByteArraySerializer())) {
            String topic = Topics.PAGES.name(pipeline.prefix());
            producer.send(new ProducerRecord<>(topic, Site.of(announcement.url()), announcement.encode()))
                    .get(30, TimeUnit.SECONDS);
            pipeline.awaitSettled(open -> {});
        }
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

    /** Until the broker was killed; one that only answers late is asked again. */
    private static void follow(DocumentedConsumer consumer, String broker, AtomicBoolean alive) {
        while (alive.get()) {
            try {
                consumer.follow(broker, alive::get);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (org.apache.kafka.common.errors.TimeoutException e) {
                continue;
            }
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
