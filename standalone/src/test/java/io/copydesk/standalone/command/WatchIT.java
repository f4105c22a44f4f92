package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.ingest.fetch.FetchService;
import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.kit.health.HealthSettings;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FeedStatus.Health;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.demo.SampleWeb;
import io.copydesk.standalone.pipeline.LocalPipeline;
import io.copydesk.standalone.pipeline.PipelineOptions;
import io.copydesk.standalone.subscriptions.Subscriptions;
import io.copydesk.verify.state.FinalState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Feeds on loopback, watched by the real services on a real broker. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WatchIT {

    private static final List<Duration> REVISITS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final Duration QUIET = Duration.ofSeconds(4);

    @TempDir
    private Path folder;

    @Test
    void whatFeedsNameBecomesArticlesAndARestartFetchesNothingAgain() throws Exception {
        String data = folder.resolve("data").toString();
        try (SampleWeb web = SampleWeb.start(Instant.now())) {
            List<String> feeds = web.feeds();
            assertThat(run("feeds", "add", feeds.get(0), "--data", data)).isEqualTo(feeds.get(0) + "\n");

            long before = watch(web, data, feeds.subList(1, feeds.size()));
            assertThat(web.unseen()).isZero();
            assertThat(before).isGreaterThan(web.feeds().size());

            long after = watch(web, data, List.of());

            assertThat(after).as("requests after the restart").isZero();
        }
        String listed = run("feeds", "list", "--json", "--data", data);
        assertThat(listed.lines()).hasSize(5).allSatisfy(line -> {
            JsonNode feed = Json.tree(line);
            assertThat(feed.path("health").asText()).isEqualTo("ok");
            assertThat(feed.path("items").asInt()).isPositive();
            assertThat(Instant.parse(feed.path("nextPoll").asText())).isAfter(Instant.now());
        });
    }

    @Test
    void subscriptionsCanBeShownAndEnded() throws Exception {
        String data = folder.resolve("data").toString();
        run(
                "feeds",
                "add",
                "HTTPS://Quay.example:443/feed.xml",
                "--category",
                "Ports",
                "--every",
                "5m..1h",
                "--data",
                data);
        assertThat(run("feeds", "refresh", "--data", data)).isEqualTo("https://quay.example/feed.xml\n");

        assertThat(run("feeds", "list", "--data", data))
                .contains("https://quay.example/feed.xml")
                .contains("new\t");
        assertThat(run("feeds", "status", "https://quay.example/feed.xml", "--data", data))
                .contains("\"health\":\"new\"");
        Path file = folder.resolve("list.opml");
        run("feeds", "export", file.toString(), "--data", data);
        assertThat(run("feeds", "import", file.toString(), "--data", data)).isEqualTo("imported\t1\n");
        run("feeds", "remove", "https://quay.example/feed.xml", "--data", data);
        assertThat(run("feeds", "list", "--data", data)).doesNotContain("quay.example");
        assertThat(CommandLineRun.of("feeds", "remove", "https://quay.example/feed.xml", "--data", data)
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void theSitemapsOfAnIndexAreShownBelowItAndEndWithIt() throws Exception {
        String index = "https://quay.example/index.xml";
        String sitemap = "https://quay.example/one.xml";
        String data = folder.resolve("data").toString();
        run("feeds", "add", index, "--data", data);
        FeedStatus status = FeedStatus.builder()
                .url(sitemap)
                .index(index)
                .health(Health.OK)
                .why("2.0 items a day on average")
                .pushedUntil("2026-12-08T00:00:00Z")
                .build();
        publish(status, data);

        assertThat(run("feeds", "list", "--data", data).lines().skip(1))
                .satisfiesExactly(
                        first -> assertThat(first).contains(index),
                        second -> assertThat(second).contains(sitemap + "\tnamed by " + index));
        assertThat(run("feeds", "list", "--pushed", "--data", data).lines().skip(1))
                .singleElement()
                .asString()
                .contains(sitemap);
        assertThat(run("feeds", "status", sitemap, "--data", data)).contains("\"index\":\"" + index + "\"");
        CommandLineRun removed = CommandLineRun.of("feeds", "remove", sitemap, "--data", data);
        assertThat(removed.exitCode()).isEqualTo(2);
        assertThat(removed.err()).contains(sitemap + " is named by the sitemap index " + index + "; remove that");
    }

    private static void publish(FeedStatus status, String data) throws Exception {
        PipelineOptions options = new PipelineOptions(null, Path.of(data), Topics.DEFAULT_PREFIX, 2);
        try (LocalPipeline pipeline = LocalPipeline.startIdle(options);
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        pipeline.cluster().clients(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.FEED_STATUS.name(Topics.DEFAULT_PREFIX), status.url(), Json.bytes(status)))
                    .get();
        }
    }

    /** Watches until all is fetched and read; returns how many requests that took. */
    private static long watch(SampleWeb web, String data, List<String> feeds) throws Exception {
        FrontierSettings hurried = FrontierSettings.defaults().toBuilder()
                .hostDelay(Duration.ofMillis(20))
                .revisits(REVISITS)
                .firstPollSpacing(Duration.ZERO)
                .build();
        PipelineOptions options = new PipelineOptions(null, Path.of(data), Topics.DEFAULT_PREFIX, 2)
                .withHealth(HealthSettings.of("127.0.0.1", 0));
        try (LocalPipeline pipeline = LocalPipeline.start(options)) {
            FetchService fetching =
                    pipeline.watch(hurried, FetchSettings.defaults().onLoopback(List.of(web.port())), web.resolver());
            try (Subscriptions subscriptions = new Subscriptions(pipeline.cluster(), pipeline.prefix(), 2)) {
                feeds.forEach(url -> subscriptions.add(new Subscription(url, null, null, null)));
                subscriptions.flush();
            }
            web.awaitSeen(Duration.ofMinutes(2));
            assertThat(web.unseenPages()).isEmpty();
            awaitLastRevisits(fetching);
            pipeline.requireAlive();
            pipeline.awaitSettled(open -> {});
            assertThat(get(pipeline, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(pipeline, "/health/ready").body()).contains("RUNNING", "records wait");
            assertThat(get(pipeline, "/metrics").body())
                    .contains("copydesk_kafka_up{", "copydesk_restore_remaining_records{", "kafka_stream_")
                    .contains(fetching.made() > 0 ? "copydesk_fetches_total{" : "copydesk_build_info{");
            try (FinalState state = FinalState.read(pipeline.reader(), pipeline.prefix())) {
                assertThat(state.count(Topics.ARTICLES)).isGreaterThan(40);
            }
            return fetching.made();
        }
    }

    private static HttpResponse<String> get(LocalPipeline pipeline, String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + pipeline.healthPort().orElseThrow() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    /** Until no request was made for longer than the last revisit of a page comes after the one before. */
    private static void awaitLastRevisits(FetchService fetching) {
        long made = fetching.made();
        long since = System.nanoTime();
        while (System.nanoTime() - since < QUIET.toNanos()) {
            LockSupport.parkNanos(10_000_000);
            if (fetching.made() != made) {
                made = fetching.made();
                since = System.nanoTime();
            }
        }
    }

    private static String run(String... arguments) throws Exception {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }
}
