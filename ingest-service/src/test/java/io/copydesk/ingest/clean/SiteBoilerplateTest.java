package io.copydesk.ingest.clean;

import static io.copydesk.ingest.clean.InventedTexts.CLOSING;
import static io.copydesk.ingest.clean.InventedTexts.PITCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.copydesk.extraction.Extractor;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.Site;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.RemovalReason;
import io.copydesk.schemas.Removed;
import io.copydesk.schemas.SiteBoilerplate;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What repeats over the articles of a site, through the real topology. */
class SiteBoilerplateTest {

    private static final String SITE = "lanternpost.example";

    @TempDir
    private Path state;

    private TopologyTestDriver driver;
    private int drivers;

    private final TestTask written = new TestTask();

    @BeforeEach
    void start() {
        driver = driver(written);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void whatIsLearnedCorrectsTheArticlesThatAreThereWithoutANewVersion() {
        put(driver, pages(3));
        assertThat(last(driver, Topics.ARTICLES).values())
                .allSatisfy(article -> assertThat(article.articleBody()).contains(PITCH, CLOSING));

        put(driver, List.of(InventedTexts.page(3)));

        Map<String, Article> articles = last(driver, Topics.ARTICLES);
        assertThat(articles).hasSize(4);
        assertThat(articles.values()).allSatisfy(article -> {
            assertThat(article.articleBody()).doesNotContain(PITCH, CLOSING);
            assertThat(article.version()).isEqualTo(1);
            assertThat(article.pipeline().siteRule()).isEqualTo("site/2");
            assertThat(article.pipeline().textDigest()).isEqualTo(Digests.text(article.articleBody()));
            assertThat(article.pipeline().removed())
                    .filteredOn(removed -> removed.reason() == RemovalReason.SITE_BOILERPLATE)
                    .extracting(Removed::text, Removed::rule)
                    .containsExactly(tuple(PITCH, "site/line"), tuple(CLOSING, "site/line"));
        });
    }

    @Test
    void publishesWhatWasLearnedWithItsEvidence() {
        put(driver, pages(6));

        SiteBoilerplate learned = last(driver, Topics.SITE_BOILERPLATE).get(SITE);
        assertThat(learned.rule()).isEqualTo("site/2");
        assertThat(learned.periods()).singleElement().satisfies(period -> {
            assertThat(period.name()).isEqualTo("2026-Q1");
            assertThat(period.articles()).isEqualTo(6);
            assertThat(period.lines())
                    .extracting(SiteBoilerplate.Line::text, SiteBoilerplate.Line::key, SiteBoilerplate.Line::articles)
                    .containsExactlyInAnyOrder(
                            tuple(PITCH, SiteBoilerplate.Key.LINE, 6), tuple(CLOSING, SiteBoilerplate.Key.LINE, 6));
        });
    }

    @Test
    void theEndIsTheSameForEveryOrderOfArrival() {
        List<Page> pages = new ArrayList<>(pages(90));
        for (int i = 0; i < 90; i += 9) {
            List<String> edited = InventedTexts.paragraphs(i);
            edited.set(2, InventedTexts.paragraphs(i + 500).get(0));
            edited.add(i % 2 == 0 ? PITCH : CLOSING);
            pages.add(InventedTexts.page("edit" + i, "/" + i, 200_000 + i, edited));
        }
        put(driver, pages);
        Map<String, Article> articles = last(driver, Topics.ARTICLES);
        Map<String, LedgerEntry> ledger = last(driver, Topics.LEDGER);
        Map<String, SiteBoilerplate> learned = last(driver, Topics.SITE_BOILERPLATE);
        for (int seed = 0; seed < 4; seed++) {
            Collections.shuffle(pages, new Random(seed));
            try (TopologyTestDriver other = driver()) {
                put(other, pages);
                assertThat(last(other, Topics.ARTICLES)).as("seed " + seed).isEqualTo(articles);
                assertThat(last(other, Topics.LEDGER)).isEqualTo(ledger);
                assertThat(last(other, Topics.SITE_BOILERPLATE)).isEqualTo(learned);
            }
        }
    }

    @Test
    void theTextOfAPlaceGoesThoughEachPageHasAnother() {
        put(driver, placed(8));

        Map<String, Article> articles = last(driver, Topics.ARTICLES);
        assertThat(articles).hasSize(8);
        assertThat(articles.values()).allSatisfy(article -> {
            assertThat(article.articleBody().split("\n\n")).hasSize(6);
            assertThat(article.version()).isEqualTo(1);
            assertThat(article.pipeline().removed())
                    .filteredOn(removed -> removed.reason() == RemovalReason.SITE_BOILERPLATE)
                    .extracting(Removed::rule)
                    .containsExactly("site/place");
        });
        assertThat(last(driver, Topics.SITE_BOILERPLATE).get(SITE).periods())
                .singleElement()
                .satisfies(period -> assertThat(period.blocks())
                        .singleElement()
                        .satisfies(block -> assertThat(block.articles()).isEqualTo(8)));
    }

    @Test
    void aPlaceWhoseTextIsAboutTheArticleStays() {
        put(
                driver,
                IntStream.range(0, 8)
                        .mapToObj(i -> InventedTexts.placed("p" + i, i, InventedTexts.background(i)))
                        .toList());

        assertThat(last(driver, Topics.SITE_BOILERPLATE)).isEmpty();
        assertThat(last(driver, Topics.ARTICLES).values())
                .allSatisfy(article ->
                        assertThat(article.articleBody().split("\n\n")).hasSize(7));
    }

    @Test
    void whatPlacesTeachIsTheSameForEveryOrderOfArrival() {
        List<Page> pages = new ArrayList<>(placed(70));
        for (int i = 0; i < 70; i += 7) {
            pages.add(InventedTexts.placed("again" + i, i, InventedTexts.note(9_000 + i)));
        }
        put(driver, pages);
        Map<String, Article> articles = last(driver, Topics.ARTICLES);
        Map<String, SiteBoilerplate> learned = last(driver, Topics.SITE_BOILERPLATE);
        assertThat(learned).containsOnlyKeys(SITE);
        for (int seed = 0; seed < 3; seed++) {
            Collections.shuffle(pages, new Random(seed));
            try (TopologyTestDriver other = driver()) {
                put(other, pages);
                assertThat(last(other, Topics.ARTICLES)).as("seed " + seed).isEqualTo(articles);
                assertThat(last(other, Topics.SITE_BOILERPLATE)).isEqualTo(learned);
            }
        }
    }

    @Test
    void aPageThatIsReplacedIsCleanedByWhereItsOwnParagraphsStood() {
        put(driver, placed(8));
        Map<String, Article> before = last(driver, Topics.ARTICLES);
        put(driver, List.of(InventedTexts.placed("p3", 3, InventedTexts.note(42))));

        assertThat(last(driver, Topics.ARTICLES).values()).singleElement().satisfies(article -> {
            assertThat(article.version()).isEqualTo(1);
            assertThat(article.articleBody()).isEqualTo(before.get(article.id()).articleBody());
            assertThat(article.pipeline().removed())
                    .filteredOn(removed -> removed.reason() == RemovalReason.SITE_BOILERPLATE)
                    .extracting(Removed::text)
                    .containsExactly(InventedTexts.note(42));
        });
    }

    @Test
    void aNewTaskGoesOnFromTheStoresOfTheOneBefore() {
        put(driver, pages(10));
        try (TopologyTestDriver restored = driver(written)) {
            for (String store : List.of("observations", "site-pages", "site-furniture", "withdrawals")) {
                copy(driver.getKeyValueStore(store), restored.getKeyValueStore(store));
            }
            List<Page> more = List.of(InventedTexts.page(10), InventedTexts.page(11));
            pass(restored, last(driver, Topics.ARTICLES).size() * 2);
            last(driver, Topics.SITE_BOILERPLATE);
            put(driver, more);
            put(restored, more);

            assertThat(last(restored, Topics.ARTICLES)).isEqualTo(last(driver, Topics.ARTICLES));
            assertThat(last(restored, Topics.SITE_BOILERPLATE)).isEqualTo(last(driver, Topics.SITE_BOILERPLATE));
        }
    }

    @Test
    void oneArticleAtManyAddressesTeachesNothing() {
        List<String> paragraphs = InventedTexts.paragraphs(1);
        List<Page> pages = IntStream.range(0, 30)
                .mapToObj(i -> InventedTexts.page("slug" + i, "/slug/" + i, i, paragraphs))
                .toList();
        put(driver, pages);
        put(driver, pages(3));

        assertThat(last(driver, Topics.SITE_BOILERPLATE)).isEmpty();
        assertThat(last(driver, Topics.ARTICLES).values())
                .allSatisfy(article -> assertThat(article.pipeline().siteRule()).isNull());
    }

    @Test
    void theVersionsOfOneArticleTeachNothing() {
        for (int i = 0; i < 12; i++) {
            List<String> paragraphs = InventedTexts.paragraphs(1);
            paragraphs.add(InventedTexts.paragraphs(50 + i).get(0));
            put(driver, List.of(InventedTexts.page("seen" + i, "/live", i, paragraphs)));
        }

        assertThat(last(driver, Topics.SITE_BOILERPLATE)).isEmpty();
    }

    @Test
    void theBackgroundOfASeriesStays() {
        String background = InventedTexts.background(7);
        List<Page> pages = new ArrayList<>(pages(14));
        for (int i = 0; i < 6; i++) {
            List<String> paragraphs = InventedTexts.paragraphs(100 + i, 7);
            paragraphs.add(background);
            paragraphs.add(PITCH);
            paragraphs.add(CLOSING);
            pages.add(InventedTexts.page("series" + i, "/series/" + i, 50 + i, paragraphs));
        }
        put(driver, pages);

        assertThat(last(driver, Topics.ARTICLES).values())
                .filteredOn(article -> article.url().contains("/series/"))
                .hasSize(6)
                .allSatisfy(article -> assertThat(article.articleBody()).endsWith(background));
    }

    @Test
    void aPageOfBoilerplateAloneIsLeftAsItIs() {
        put(driver, pages(8));
        put(driver, List.of(InventedTexts.page("bare", "/bare", 60, List.of(PITCH, CLOSING))));

        assertThat(last(driver, Topics.ARTICLES).values())
                .filteredOn(article -> article.url().endsWith("/bare"))
                .singleElement()
                .satisfies(article -> assertThat(article.articleBody()).contains(PITCH, CLOSING));
    }

    @Test
    void documentsThatAreCleanAlreadyStayAsTheyAre() {
        for (int i = 0; i < 8; i++) {
            String body = String.join("\\n\\n", InventedTexts.paragraphs(i)) + "\\n\\n" + PITCH;
            put(driver, List.of(Pages.document("d" + i, "{\"articleBody\":\"" + body + "\"}")));
        }

        assertThat(last(driver, Topics.SITE_BOILERPLATE)).isEmpty();
        assertThat(last(driver, Topics.ARTICLES).values())
                .allSatisfy(article -> assertThat(article.articleBody()).endsWith(PITCH));
    }

    @Test
    void eachQuarterLearnsFromItselfAndTheOneBefore() {
        int quarter = 60 * 24 * 92;
        put(driver, pages(6));
        List<String> later = InventedTexts.paragraphs(40);
        later.add(PITCH);
        put(driver, List.of(InventedTexts.page("next", "/next", quarter, later)));
        put(driver, List.of(InventedTexts.page("far", "/far", 2 * quarter, later)));

        Map<String, Article> articles = last(driver, Topics.ARTICLES);
        assertThat(articles.values())
                .filteredOn(article -> article.url().endsWith("/next"))
                .allSatisfy(article -> assertThat(article.articleBody()).doesNotContain(PITCH));
        assertThat(articles.values())
                .filteredOn(article -> article.url().endsWith("/far"))
                .allSatisfy(article -> assertThat(article.articleBody()).contains(PITCH));
    }

    @Test
    void whatIsNoPageIsADeadLetterStill() {
        driver.createInputTopic(Topics.PAGES.name("t."), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(SITE, "no WARC at all".getBytes(StandardCharsets.UTF_8));
        put(driver, pages(5));

        assertThat(last(driver, Topics.DEAD_LETTERS)).hasSize(1);
        assertThat(last(driver, Topics.SITE_BOILERPLATE)).containsOnlyKeys(SITE);
    }

    private static List<Page> placed(int count) {
        return IntStream.range(0, count).mapToObj(InventedTexts::placed).toList();
    }

    private static List<Page> pages(int count) {
        return IntStream.range(0, count).mapToObj(InventedTexts::page).toList();
    }

    private static void put(TopologyTestDriver driver, List<Page> pages) {
        var in = driver.createInputTopic(Topics.PAGES.name("t."), new StringSerializer(), new ByteArraySerializer());
        pages.forEach(page -> in.pipeInput(Site.of(page.url()), WarcPages.encode(page)));
    }

    private static <V> Map<String, V> last(TopologyTestDriver driver, Topic<V> topic) {
        Map<String, V> last = new TreeMap<>();
        for (KeyValue<String, V> record : driver.createOutputTopic(
                        topic.name("t."),
                        new StringDeserializer(),
                        JsonSerde.of(topic.value()).deserializer())
                .readKeyValuesToList()) {
            if (record.value == null) {
                last.remove(record.key);
            } else {
                last.put(record.key, record.value);
            }
        }
        return last;
    }

    private static <V> void copy(KeyValueStore<String, V> from, KeyValueStore<String, V> to) {
        try (KeyValueIterator<String, V> all = from.all()) {
            all.forEachRemaining(entry -> to.put(entry.key, entry.value));
        }
    }

    /** Passes over offsets of articles, which a driver counts from the beginning. */
    private static void pass(TopologyTestDriver driver, int articles) {
        TestInputTopic<String, byte[]> topic =
                driver.createInputTopic(Topics.ARTICLES.name("t."), new StringSerializer(), new ByteArraySerializer());
        for (int i = 0; i < articles; i++) {
            topic.pipeInput("none", null);
        }
    }

    private TopologyTestDriver driver() {
        return driver(new TestTask());
    }

    private TopologyTestDriver driver(TestTask task) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "t" + drivers++);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        return new TopologyTestDriver(
                CleanTopology.build(new Topology(), "t.", new Cleaner(Extractor.create()), task), settings);
    }
}
