package io.copydesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.copydesk.kit.lineage.Lineage;
import io.copydesk.kit.lineage.TraceParent;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Cause;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.RemovalReason;
import io.copydesk.schemas.Removed;
import io.copydesk.schemas.Revision;
import io.copydesk.schemas.Revision.Event;
import io.copydesk.schemas.Story;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.schemas.Withdrawal;
import io.copydesk.schemas.Withdrawal.Evidence;
import io.copydesk.schemas.Withdrawal.Sign;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichTopologyTest {

    private static final String PREFIX = "test.";
    private static final Duration RETENTION = Duration.ofDays(30);
    private static final String EARLY = "The harbour is closed. Divers look for the anchor of the ferry.";
    private static final String LATE = "The harbour is open again. Divers found the anchor of the ferry.";

    @TempDir
    private Path state;

    @Test
    void theTopologyIsTheOneThatWasReviewed() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("topology.txt")) {
            assertThat(EnrichTopology.build(PREFIX, 4, EnrichSettings.forCorpora(), SnapshotsAhead.none())
                            .describe()
                            .toString()
                            .replaceAll("(?m) +$", "")
                            .strip())
                    .isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void everyArticleComesOutWithLanguageWorkAndStory() {
        Outcome outcome = replay(Corpus.articles());
        assertThat(outcome.enriched).hasSameSizeAs(Corpus.articles());
        Article copy = outcome.enriched.get("bridge-copy");
        assertThat(copy.inLanguage()).isEqualTo("en");
        assertThat(copy.pipeline().decision().workId()).isEqualTo("bridge-1");
        assertThat(copy.pipeline().decision().storyId()).isEqualTo("bridge-1");
        assertThat(outcome.duplicates).containsKeys("bridge-copy", "bridge-exact");
        assertThat(outcome.stories.get("island-1").members()).hasSize(5);
    }

    @Test
    void agencyCopyIsBasedOnTheOriginalAndOtherCopiesAreNot() {
        Outcome outcome = replay(Corpus.articles());
        assertThat(outcome.enriched.get("bridge-copy").isBasedOn()).isEqualTo("bridge-1");
        assertThat(outcome.enriched.get("bridge-1").isBasedOn()).isNull();
        assertThat(outcome.enriched.get("rain").isBasedOn()).isNull();
    }

    @Test
    void aChangedTextIsARevisionAndNoDuplicate() {
        Article first = Corpus.article("a", "a.example", "2031-03-01T00:00:00Z", "Harbour", EARLY);
        Outcome outcome = replay(List.of(first, Corpus.revised(first, LATE)));
        assertThat(outcome.revisions).containsOnlyKeys("a 2");
        assertThat(outcome.duplicates).isEmpty();
        assertThat(outcome.enriched.get("a").articleBody()).isEqualTo(LATE);
        assertThat(outcome.enriched.get("a").version()).isEqualTo(2);
    }

    @Test
    void aLateOldVersionLeadsToTheSameEndAsAnEarlyOne() {
        Article first = Corpus.article("a", "a.example", "2031-03-01T00:00:00Z", "Harbour", EARLY);
        Article middle = Corpus.revised(first, EARLY + " The ferry waits in Dravik.");
        Article last = Corpus.revised(middle, LATE);
        Outcome inOrder = replay(List.of(first, middle, last));
        Outcome lateMiddle = replay(List.of(first, last.toBuilder().version(2).build(), middle, last));
        assertThat(inOrder.revisions).hasSize(2);
        assertThat(lateMiddle).isEqualTo(inOrder);
    }

    @Test
    void aWithdrawalIsTheStateOfTheArticleAndAnEventOfItsRevisions() {
        Article first = Corpus.article("a", "a.example", "2031-03-01T00:00:00Z", "Harbour", EARLY);
        Withdrawal gone =
                new Withdrawal("2031-03-02T00:00:00Z", List.of(new Evidence("2031-03-02T00:00:00Z", Sign.GONE, null)));
        Article withdrawn =
                first.toBuilder().pipeline(first.pipeline().withdrawn(gone)).build();
        try (TopologyTestDriver driver = driver()) {
            TestInputTopic<String, Article> in = driver.createInputTopic(
                    Topics.ARTICLES.name(PREFIX),
                    new StringSerializer(),
                    JsonSerde.of(Article.class).serializer());
            in.pipeInput("a", first);
            in.pipeInput("a", withdrawn);
            Article enriched = last(driver);
            assertThat(enriched.pipeline().withdrawn()).isEqualTo(gone);
            assertThat(enriched.articleBody()).isEqualTo(EARLY);
            assertThat(enriched.pipeline().decision()).isNotNull();
            in.pipeInput("a", first);
            assertThat(last(driver).pipeline().withdrawn()).isNull();
            in.pipeInput("a", withdrawn);
            in.pipeInput("a", Corpus.revised(first, LATE));
            assertThat(last(driver).pipeline().withdrawn()).isNull();

            assertThat(driver.createOutputTopic(
                                    Topics.REVISIONS.name(PREFIX),
                                    new StringDeserializer(),
                                    JsonSerde.of(Revision.class).deserializer())
                            .readValuesToList())
                    .extracting(Revision::version, Revision::event, Revision::withdrawn)
                    .containsExactly(
                            tuple(1, Event.WITHDRAWN, gone),
                            tuple(1, Event.RETURNED, gone),
                            tuple(1, Event.WITHDRAWN, gone),
                            tuple(2, null, null),
                            tuple(1, Event.RETURNED, gone));
        }
    }

    private static Article last(TopologyTestDriver driver) {
        List<Article> issued = driver.createOutputTopic(
                        Topics.ENRICHED_ARTICLES.name(PREFIX),
                        new StringDeserializer(),
                        JsonSerde.of(Article.class).deserializer())
                .readValuesToList();
        return issued.get(issued.size() - 1);
    }

    @Test
    void theEndIsTheSameForAnyOrderOfArticles() {
        List<Article> articles = new ArrayList<>(Corpus.articles());
        Outcome expected = replay(articles);
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(articles, new Random(seed));
            assertThat(replay(articles)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void anArticleThatComesAgainIsNotIssuedAgain() {
        try (TopologyTestDriver driver = driver()) {
            Article article = Corpus.article("rain");
            pipe(driver, article);
            assertThat(read(driver, Topics.ENRICHED_ARTICLES)).hasSize(1);
            assertThat(read(driver, Topics.STORIES)).hasSize(1);
            pipe(driver, article);
            assertThat(read(driver, Topics.ENRICHED_ARTICLES)).isEmpty();
            assertThat(read(driver, Topics.STORIES)).isEmpty();
        }
    }

    @Test
    void whatTheDeciderForgetsIsForgottenAndALaterVersionIsLikeAFirstOne() {
        Article first = Corpus.article("a", "a.example", "2031-03-01T00:00:00Z", "Harbour", EARLY);
        try (TopologyTestDriver driver =
                driver(new EnrichSettings(RETENTION, 1_000, Duration.ofDays(14), 0, Duration.ZERO))) {
            pipe(driver, first, Duration.ZERO);
            pipe(driver, Corpus.article("theatre-1"), Duration.ofDays(20));
            assertThat(keys(driver, EnrichTopology.LATEST)).containsExactlyInAnyOrder("a", "theatre-1");

            pipe(driver, Corpus.article("rain"), RETENTION.plusDays(1));
            assertThat(keys(driver, EnrichTopology.LATEST)).containsExactlyInAnyOrder("theatre-1", "rain");
            assertThat(keys(driver, EnrichTopology.ASSEMBLED)).containsExactlyInAnyOrder("theatre-1", "rain");

            pipe(driver, Corpus.revised(first, LATE), RETENTION.plusDays(2));
            assertThat(read(driver, Topics.REVISIONS)).isEmpty();
            assertThat(read(driver, Topics.ENRICHED_ARTICLES))
                    .last()
                    .extracting(TestRecord::value)
                    .satisfies(article -> assertThat(article.version()).isEqualTo(2))
                    .satisfies(article -> assertThat(article.articleBody()).isEqualTo(LATE))
                    .satisfies(article ->
                            assertThat(article.pipeline().decision().workId()).isEqualTo("a"));
            pipe(driver, first, RETENTION.plusDays(3));
            pipe(driver, Corpus.revised(first, LATE + " It sails."), RETENTION.plusDays(3));
            assertThat(last(read(driver, Topics.REVISIONS))).hasSize(1);
        }
    }

    private static Set<String> keys(TopologyTestDriver driver, String store) {
        Set<String> keys = new TreeSet<>();
        try (var entries = driver.<String, Object>getKeyValueStore(store).all()) {
            entries.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    private static void pipe(TopologyTestDriver driver, Article article, Duration time) {
        driver.createInputTopic(
                        Topics.ARTICLES.name(PREFIX),
                        new StringSerializer(),
                        JsonSerde.of(Article.class).serializer())
                .pipeInput(article.id(), article, Instant.EPOCH.plus(time));
    }

    @Test
    void aStoryThatGetsAnEarlierOriginalLeavesATombstone() {
        try (TopologyTestDriver driver = driver()) {
            pipe(driver, Corpus.article("bridge-exact"));
            pipe(driver, Corpus.article("bridge-1"));
            assertThat(read(driver, Topics.STORIES))
                    .filteredOn(record -> record.key().equals("bridge-exact"))
                    .last()
                    .extracting(TestRecord::value)
                    .isNull();
        }
    }

    @Test
    void learnedBoilerplateIsACleaningRevisionOfItsVersionAndCanBeTakenBack() {
        Article raw = Corpus.article("a", "a.example", "2031-03-01T00:00:00Z", "Harbour", EARLY + "\n\nJoin us. Now!");
        Article cleaned = raw.toBuilder()
                .articleBody(EARLY)
                .pipeline(raw.pipeline()
                        .withoutBoilerplate(
                                "digest",
                                List.of(new Removed(
                                        "Join us. Now!", RemovalReason.SITE_BOILERPLATE, "site/line", null)),
                                "site/1"))
                .build();
        try (TopologyTestDriver driver = driver()) {
            pipe(driver, raw);
            assertThat(read(driver, Topics.REVISIONS)).isEmpty();
            pipe(driver, cleaned);
            assertThat(read(driver, Topics.REVISIONS))
                    .singleElement()
                    .extracting(TestRecord::value)
                    .satisfies(revision -> assertThat(revision.kind()).isEqualTo(Revision.Kind.CLEANING))
                    .satisfies(revision ->
                            assertThat(revision.version()).isEqualTo(1).isEqualTo(revision.previousVersion()))
                    .satisfies(revision -> assertThat(revision.changes())
                            .extracting(Revision.Change::text)
                            .containsExactly("Join us.", "Now!"));
            pipe(driver, raw);
            assertThat(read(driver, Topics.REVISIONS))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value().changes()).isEmpty());
        }
    }

    @Test
    void anArticleWithoutTextPassesThrough() {
        Outcome outcome = replay(List.of(Corpus.article("empty")));
        assertThat(outcome.enriched.get("empty").pipeline().decision().workId()).isEqualTo("empty");
    }

    @Test
    void everyRecordTellsWhyItWasWrittenAndOfWhichFetch() {
        Article first = Corpus.article("bridge-exact");
        Withdrawal gone =
                new Withdrawal("2031-03-02T00:00:00Z", List.of(new Evidence("2031-03-02T00:00:00Z", Sign.GONE, null)));
        try (TopologyTestDriver driver = driver()) {
            pipe(driver, first, "i1", Cause.NEW);
            pipe(driver, Corpus.article("bridge-1"), "i2", Cause.NEW);
            pipe(driver, Corpus.revised(first, LATE), "i3", Cause.REVISED);
            Article revised = Corpus.revised(first, LATE);
            pipe(
                    driver,
                    revised.toBuilder()
                            .pipeline(revised.pipeline().withdrawn(gone))
                            .build(),
                    "i4",
                    Cause.WITHDRAWN);

            assertThat(told(read(driver, Topics.ENRICHED_ARTICLES)))
                    .containsExactly(
                            "bridge-exact new i1",
                            "bridge-1 new i2",
                            "bridge-exact story i2",
                            "bridge-exact revised i3",
                            "bridge-1 relations i3",
                            "bridge-exact withdrawn i4");
            assertThat(told(read(driver, Topics.REVISIONS)))
                    .containsExactly("bridge-exact revised i3", "bridge-exact withdrawn i4");
            assertThat(told(read(driver, Topics.DUPLICATES)))
                    .containsExactly("bridge-exact relations i2", "bridge-exact removed relations i3");
            assertThat(told(read(driver, Topics.STORIES)))
                    .contains("bridge-exact story i1", "bridge-1 story i2", "bridge-exact removed story i2");
        }
    }

    /** Key, cause and input of each, the input by its trace. */
    private static List<String> told(List<? extends TestRecord<String, ?>> records) {
        Map<String, String> inputs = new TreeMap<>();
        List.of("i1", "i2", "i3", "i4")
                .forEach(input -> inputs.put(TraceParent.of(input).traceId(), input));
        return records.stream()
                .map(record -> {
                    boolean removed = header(record, "ce_type").endsWith(".removed");
                    assertThat(removed).isEqualTo(record.value() == null);
                    return record.key() + (removed ? " removed " : " ") + header(record, "copydesk-cause") + " "
                            + inputs.get(TraceParent.in(record.headers())
                                    .orElseThrow()
                                    .traceId());
                })
                .toList();
    }

    private static String header(TestRecord<String, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static void pipe(TopologyTestDriver driver, Article article, String inputId, Cause cause) {
        RecordHeaders headers = new RecordHeaders();
        Lineage.mark(headers, inputId);
        headers.add("copydesk-cause", Json.label(cause).getBytes(StandardCharsets.UTF_8));
        driver.createInputTopic(
                        Topics.ARTICLES.name(PREFIX),
                        new StringSerializer(),
                        JsonSerde.of(Article.class).serializer(),
                        Instant.EPOCH,
                        Duration.ZERO)
                .pipeInput(new TestRecord<>(article.id(), article, headers));
    }

    private Outcome replay(List<Article> articles) {
        try (TopologyTestDriver driver = driver()) {
            articles.forEach(article -> pipe(driver, article));
            Map<String, Revision> revisions = read(driver, Topics.REVISIONS).stream()
                    .collect(Collectors.toMap(
                            r -> r.key() + " " + r.value().version(), TestRecord::value, (a, b) -> b, TreeMap::new));
            return new Outcome(
                    last(read(driver, Topics.ENRICHED_ARTICLES)),
                    last(read(driver, Topics.DUPLICATES)),
                    last(read(driver, Topics.STORIES)),
                    revisions);
        }
    }

    private static <V> Map<String, V> last(List<TestRecord<String, V>> records) {
        Map<String, V> last = new TreeMap<>();
        for (TestRecord<String, V> record : records) {
            if (record.value() == null) {
                last.remove(record.key());
            } else {
                last.put(record.key(), record.value());
            }
        }
        return last;
    }

    private TopologyTestDriver driver() {
        return driver(EnrichSettings.forCorpora());
    }

    private TopologyTestDriver driver(EnrichSettings settings) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return new TopologyTestDriver(
                EnrichTopology.build(PREFIX, 1, settings, SnapshotsAhead.none()), properties, Instant.EPOCH);
    }

    private static void pipe(TopologyTestDriver driver, Article article) {
        TestInputTopic<String, Article> topic = driver.createInputTopic(
                Topics.ARTICLES.name(PREFIX),
                new StringSerializer(),
                JsonSerde.of(Article.class).serializer(),
                Instant.EPOCH,
                Duration.ZERO);
        topic.pipeInput(article.id(), article);
    }

    private static <V> List<TestRecord<String, V>> read(TopologyTestDriver driver, Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name(PREFIX),
                        new StringDeserializer(),
                        JsonSerde.of(topic.value()).deserializer())
                .readRecordsToList();
    }

    /** The final state of all topics. */
    private record Outcome(
            Map<String, Article> enriched,
            Map<String, Duplicate> duplicates,
            Map<String, Story> stories,
            Map<String, Revision> revisions) {}
}
