package io.copydesk.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.alerts.added.RuleWriter;
import io.copydesk.alerts.added.TopicRules;
import io.copydesk.alerts.rule.RuleFile;
import io.copydesk.broker.EmbeddedBroker;
import io.copydesk.ingest.fetch.HostResolver;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.RunningService;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.kit.topics.TopicFollower;
import io.copydesk.kit.topics.TopicSettings;
import io.copydesk.kit.topics.TopicWriter;
import io.copydesk.kit.topics.TopicsOnCluster;
import io.copydesk.schemas.Alert;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Compression;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Pipeline;
import io.copydesk.schemas.Sha256;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that are added, changed and removed by records while the service runs. */
class AddedRulesIT {

    private static final String PREFIX = "news.";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static KafkaSettings kafka;
    private static TopicWriter writer;
    private static RuleWriter rules;
    private static TopicFollower alerts;
    private static TopicFollower shown;
    private static final Queue<String> TOLD = new ConcurrentLinkedQueue<>();
    private static final TopicRules SHOWN = new TopicRules();

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(folder.resolve("broker"));
        kafka = KafkaSettings.of(broker.bootstrapServers());
        TopicsOnCluster.ensure(kafka, new TopicSettings(PREFIX, 2, Compression.GZIP));
        writer = new TopicWriter(kafka.producer());
        rules = new RuleWriter(kafka.producer(), PREFIX);
        alerts = new TopicFollower(
                Topics.ALERTS.name(PREFIX),
                kafka,
                record -> {
                    Alert alert = alert(record.value());
                    TOLD.add(alert.rule() + " " + alert.article());
                },
                fatal -> {});
        shown = new TopicFollower(Topics.ALERT_RULES.name(PREFIX), kafka, SHOWN::take, fatal -> {});
        alerts.start();
        shown.start();
    }

    @AfterAll
    static void stop() {
        alerts.close();
        shown.close();
        rules.close();
        writer.close();
        broker.close();
    }

    @Test
    void tellsByARuleFromTheMomentItIsAddedUntilItIsRemoved() throws Exception {
        try (RunningService service = service(AlertsSettings.defaults())) {
            service.start();
            assertThat(service.ready().ok()).isTrue();
            assertThat(service.ready().detail()).isEqualTo("NO RULES");
            article("a1", "Ferry before the rule");
            raw("broken", "{\"name\":\"broken\",\"word\":\"x\"}");

            add("{name: ferry, words: ferry}");
            await(() -> service.ready().detail().equals("RUNNING"));
            article("a2", "Ferry after the rule");
            await(() -> TOLD.contains("ferry a2"));

            add("{name: tram, words: tram}");
            awaitHolds(service, "tram", "Tram");
            rules.remove("ferry");
            rules.flush();
            await(() -> !SHOWN.has("ferry"));
            add("{name: end, words: end}");
            awaitHolds(service, "end", "Ferry end");
            article("a3", "Ferry after the removal");
            add("{name: ferry, words: ferry}");
            awaitHolds(service, "ferry", "Ferry");
            article("a2", "Ferry after the rule, revised");
            article("a4", "Ferry at the end");
            await(() -> TOLD.contains("ferry a4"));

            assertThat(TOLD)
                    .doesNotContain("ferry a1", "ferry a3")
                    .filteredOn("ferry a2"::equals)
                    .hasSize(1);
            assertThat(service.live().ok()).isTrue();
            assertThat(SHOWN.all())
                    .filteredOn(rule -> rule.name().equals("broken"))
                    .singleElement()
                    .satisfies(rule -> assertThat(rule.refused())
                            .contains("rule broken: there is no field word; did you mean words?"));
        }
        aFileHoldsAndIsShown();
    }

    /** After the other: one instance at a time has the group. */
    private static void aFileHoldsAndIsShown() throws Exception {
        Path file = Files.writeString(folder.resolve("alerts.yaml"), "rules: [{name: quay, words: quay}]");
        try (RunningService service = service(AlertsSettings.defaults().withRules(file))) {
            service.start();
            await(() -> isOfFile("quay"));

            raw("quay", "{\"name\":\"quay\",\"words\":\"other\"}");
            awaitHolds(service, "quay", "Quay");
            await(() -> isOfFile("quay"));
        }
        try (RunningService service = service(AlertsSettings.defaults())) {
            service.start();
            await(() -> !SHOWN.has("quay"));
        }
    }

    private static boolean isOfFile(String name) {
        return SHOWN.all().stream().anyMatch(rule -> rule.name().equals(name) && rule.ofFile());
    }

    private static RunningService service(AlertsSettings settings) {
        return AlertsApplication.of(
                PREFIX,
                settings,
                kafka,
                StreamsSettings.defaults().withStateDir(folder.resolve("state")),
                HostResolver.system(),
                Map.of(),
                null);
    }

    private static void add(String yaml) {
        RuleFile.rules("rules: [" + yaml + "]", "").forEach(rules::add);
        rules.flush();
    }

    /** Articles of its words come until the rule tells of one. */
    private static void awaitHolds(RunningService service, String rule, String words) {
        String probe = "probe-" + rule + "-";
        int[] count = {0};
        await(() -> {
            assertThat(service.live().ok()).isTrue();
            article(probe + count[0]++, words + " " + count[0]);
            LockSupport.parkNanos(100_000_000);
            return TOLD.stream().anyMatch(told -> told.startsWith(rule + " " + probe));
        });
    }

    private static void article(String id, String headline) {
        Article article = Article.builder()
                .id(id)
                .headline(headline)
                .articleBody(headline)
                .pipeline(Pipeline.builder()
                        .inputId("input " + id)
                        .site("quay.example")
                        .fetched(Instant.now().toString())
                        .textDigest(Sha256.hex(headline))
                        .contentDigest(Sha256.hex(headline))
                        .extractor("test")
                        .build())
                .build();
        send(Topics.ENRICHED_ARTICLES.name(PREFIX), id, Json.bytes(article));
    }

    private static void raw(String name, String json) {
        send(Topics.ALERT_RULES.name(PREFIX), name, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(String topic, String key, byte[] value) {
        writer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value));
        writer.flush();
    }

    private static Alert alert(byte[] json) {
        try {
            return Json.read(json, Alert.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + "; told " + List.copyOf(TOLD));
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
