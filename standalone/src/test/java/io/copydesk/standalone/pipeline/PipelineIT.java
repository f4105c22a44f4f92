package io.copydesk.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.page.Page;
import io.copydesk.kit.deadletter.Retry;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry.Outcome;
import io.copydesk.schemas.Relation;
import io.copydesk.schemas.Revision;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.deadletter.OpenDeadLetters;
import io.copydesk.standalone.demo.SamplePages;
import io.copydesk.standalone.replay.PageFeed;
import io.copydesk.standalone.sample.SampleCapture;
import io.copydesk.standalone.sample.SampleGold;
import io.copydesk.standalone.sample.SampleSites;
import io.copydesk.verify.state.FinalState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole pipeline over the sample sites, on a real broker. */
class PipelineIT {

    @RegisterExtension
    static final TestKafka KAFKA = new TestKafka();

    private final List<Page> pages = SamplePages.load();

    @Test
    void everyInputEndsInExactlyOnePlace() throws Exception {
        try (LocalPipeline pipeline = run(KAFKA.options(2), pages);
                FinalState state = state(pipeline)) {
            assertThat(state.ledger().size()).isEqualTo(pages.size());
            assertThat(state.ledger().missing(pages.stream().map(Page::inputId).toList()))
                    .isZero();
            assertThat(state.ledger().counts().get(Outcome.DEAD_LETTER))
                    .isEqualTo(OpenDeadLetters.read(pipeline.cluster().clients(), pipeline.prefix(), any -> true)
                            .size());
        }
    }

    @Test
    void articlesHoldTheirParagraphsAndNoneOfTheBoilerplate() throws Exception {
        Map<String, Article> newest = new HashMap<>();
        try (LocalPipeline pipeline = run(KAFKA.options(2), pages);
                FinalState state = state(pipeline)) {
            for (Article article : values(state, Topics.ENRICHED_ARTICLES)) {
                newest.put(article.pipeline().inputId(), article);
            }
            assertThat(values(state, Topics.REVISIONS))
                    .extracting(Revision::version)
                    .contains(2, 3);
            assertThat(values(state, Topics.DUPLICATES))
                    .extracting(Duplicate::kind)
                    .contains(Relation.Kind.EXACT, Relation.Kind.PART);
        }
        List<String> lost = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (SampleCapture capture : SampleSites.load()) {
            Article article = newest.get(SamplePages.page(capture).inputId());
            if (article != null && capture.gold().isPresent()) {
                SampleGold gold = capture.gold().get();
                gold.paragraphs().stream()
                        .filter(text -> !article.articleBody().contains(text))
                        .forEach(text -> lost.add(capture.url() + ": " + text));
                gold.boilerplate().stream()
                        .filter(text -> article.articleBody().contains(text))
                        .forEach(text -> left.add(capture.url() + ": " + text));
            }
        }
        assertThat(lost).isEmpty();
        assertThat(left).isEmpty();
    }

    @Test
    void storiesHoldTheArticlesThatTellOneEvent() throws Exception {
        Map<String, String> storyOf = new HashMap<>();
        try (LocalPipeline pipeline = run(KAFKA.options(2), pages);
                FinalState state = state(pipeline)) {
            for (Article article : values(state, Topics.ENRICHED_ARTICLES)) {
                storyOf.put(article.url(), article.pipeline().decision().storyId());
            }
        }
        long together = SampleSites.stories().values().stream()
                .filter(urls -> urls.stream().map(storyOf::get).distinct().count() < urls.size())
                .count();
        assertThat(together).as("events of which at least two articles met").isGreaterThanOrEqualTo(4);
        Map<String, Long> events = SampleSites.stories().values().stream()
                .flatMap(urls ->
                        urls.stream().map(storyOf::get).filter(id -> id != null).distinct())
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        assertThat(events)
                .as("no story holds two events")
                .allSatisfy((story, count) -> assertThat(count).isEqualTo(1));
    }

    @Test
    void theFinalStateIsTheSameForAnyPartitionCountAndOrder() throws Exception {
        List<Page> reversed = new ArrayList<>(pages);
        Collections.reverse(reversed);
        List<Page> shuffled = new ArrayList<>(pages);
        Collections.shuffle(shuffled, new Random(4));

        String digest = digest(KAFKA.options(1), pages);

        assertThat(digest(KAFKA.options(3), pages)).isEqualTo(digest);
        assertThat(digest(KAFKA.options(8), reversed)).isEqualTo(digest);
        assertThat(digest(KAFKA.options(3), shuffled)).isEqualTo(digest);
    }

    @Test
    void whatIsFedTwiceChangesNothing() throws Exception {
        PipelineOptions options = KAFKA.options(2);
        String once = digest(options, pages);

        assertThat(digest(options, pages)).isEqualTo(once);
    }

    @Test
    void corruptRecordsBecomeDeadLettersAndEverythingElseGoesOn() throws Exception {
        PipelineOptions options = KAFKA.options(2);
        try (LocalPipeline pipeline = LocalPipeline.start(options)) {
            corrupt(pipeline, Topics.PAGES, "not a WARC record");
            corrupt(pipeline, Topics.ARTICLES, "{\"headline\": broken");
            feed(pipeline, pages);
            pipeline.awaitSettled(open -> {});

            List<DeadLetter> letters =
                    OpenDeadLetters.read(pipeline.cluster().clients(), options.prefix(), any -> true);
            assertThat(letters)
                    .extracting(letter -> new String(letter.bytes(), StandardCharsets.UTF_8))
                    .contains("not a WARC record", "{\"headline\": broken");
            assertThat(letters).extracting(DeadLetter::reason).contains("bad-warc", "unreadable");
            try (FinalState state = state(pipeline)) {
                assertThat(state.ledger()
                                .missing(pages.stream().map(Page::inputId).toList()))
                        .isZero();
                assertThat(state.count(Topics.ENRICHED_ARTICLES)).isGreaterThan(40);
            }
        }
    }

    @Test
    void aRetriedDeadLetterIsRefusedAgainOrGone() throws Exception {
        PipelineOptions options = KAFKA.options(2);
        try (LocalPipeline pipeline = LocalPipeline.start(options)) {
            corrupt(pipeline, Topics.PAGES, "not a WARC record");
            pipeline.awaitSettled(open -> {});
            Properties client = pipeline.cluster().clients();
            List<DeadLetter> first = OpenDeadLetters.read(client, options.prefix(), any -> true);

            try (Retry retry = new Retry(client, options.prefix())) {
                assertThat(retry.send(first)).isEqualTo(1);
            }
            pipeline.awaitSettled(open -> {});

            assertThat(OpenDeadLetters.read(client, options.prefix(), any -> true))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.originOffset())
                            .isGreaterThan(first.get(0).originOffset()));
        }
    }

    private static LocalPipeline run(PipelineOptions options, List<Page> pages) throws InterruptedException {
        LocalPipeline pipeline = LocalPipeline.start(options);
        feed(pipeline, pages);
        pipeline.awaitSettled(open -> {});
        return pipeline;
    }

    private static void feed(LocalPipeline pipeline, List<Page> pages) {
        try (PageFeed feed = new PageFeed(pipeline.cluster().clients(), pipeline.prefix())) {
            pages.forEach(feed::page);
            feed.flush();
        }
    }

    private static void corrupt(LocalPipeline pipeline, Topic<?> topic, String value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                pipeline.cluster().clients(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    topic.name(pipeline.prefix()),
                    "k".getBytes(StandardCharsets.UTF_8),
                    value.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static FinalState state(LocalPipeline pipeline) throws IOException {
        return FinalState.read(pipeline.reader(), pipeline.prefix());
    }

    private static String digest(PipelineOptions options, List<Page> pages) throws Exception {
        try (LocalPipeline pipeline = run(options, pages);
                FinalState state = state(pipeline)) {
            return state.digest();
        }
    }

    private static <V> List<V> values(FinalState state, Topic<V> topic) throws IOException {
        List<V> values = new ArrayList<>();
        state.forEach(topic, value -> values.add(Json.read(value, topic.value())));
        return values;
    }
}
