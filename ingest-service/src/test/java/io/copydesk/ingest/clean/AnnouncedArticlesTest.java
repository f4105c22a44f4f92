package io.copydesk.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.Extractor;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.PageAnnouncement;
import io.copydesk.ingest.page.Site;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.DatePrecision;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles name the feeds that announced their pages, whatever the order in which pages and announcements come. */
class AnnouncedArticlesTest {

    private static final String NEWS =
            "The new bridge over the Tarn will open to traffic on Monday morning, the council of Eastmere said, after three"
                    + " years of work and two delays.";
    private static final String MORE =
            "Some twelve thousand vehicles are expected to cross it every day, and the old ferry will stop running at the"
                    + " end of the month, the harbour master added.";
    private static final String CANONICAL = "https://www.lanternpost.example/bridge";
    private static final String TRACKED = "https://www.lanternpost.example/r/4711/bridge";

    @TempDir
    private Path state;

    private final List<TopologyTestDriver> drivers = new ArrayList<>();

    @AfterEach
    void stop() {
        drivers.forEach(TopologyTestDriver::close);
    }

    @Test
    void anArticleNamesEachFeedThatAnnouncedItTheEarliestFirst() {
        Announcement late = announcement("https://www.collector.example/all.xml", 30, "Bridge opens", null);
        Announcement early = announcement("https://www.lanternpost.example/feed.xml", 5, "A bridge", null);
        Run run = new Run();
        run.put(early);
        run.put(page("i1", 10, ""));
        Article first = run.article();
        run.put(late);
        Article last = run.article();

        assertThat(first.pipeline().announced()).containsExactly(early);
        assertThat(last.pipeline().announced()).containsExactly(early, late);
        assertThat(last.version()).isOne();
        assertThat(last.headline()).isEqualTo("Bridge over the Tarn opens");
        assertThat(last.publisher()).isEqualTo(Article.Organization.named("Lantern Post"));
        assertThat(last.pipeline().fromFeed()).containsExactly("publisher");
        assertThat(run.ledger.keySet()).containsExactly("i1");
        assertThat(run.letters).isEmpty();
    }

    @Test
    void anArticleThatNoFeedAnnouncedHasNoFieldForIt() {
        Run run = new Run();
        run.put(page("i1", 10, ""));

        assertThat(run.article().pipeline().announced()).isNull();
        assertThat(Json.line(run.article())).doesNotContain("announced", "fromFeed");
    }

    @Test
    void theEndDoesNotDependOnTheOrderAndNothingIsIssuedTwice() {
        List<byte[]> records = new ArrayList<>();
        records.add(WarcPages.encode(page("i1", 10, "")));
        records.add(WarcPages.encode(page("i2", 70, " At noon.")));
        records.add(WarcPages.encode(of(TRACKED, "i3", 40, " At ten.")));
        for (int i = 0; i < 25; i++) {
            String feed = "https://feed" + i % 23 + ".example/feed.xml";
            records.add(encoded(i % 2 == 0 ? CANONICAL : TRACKED, announcement(feed, 90 - i, "Title " + i, null)));
        }
        records.add(encoded("https://www.lanternpost.example/never", announcement("https://a.example/", 1, "A", null)));
        Map<String, String> expected = null;
        for (int seed = 0; seed < 12; seed++) {
            Collections.shuffle(records, new Random(seed));
            Run run = new Run();
            records.forEach(run::put);
            run.put(records.get(seed));
            if (expected == null) {
                expected = run.end();
                assertThat(run.article().pipeline().announced()).hasSize(Announcement.MAX);
                assertThat(run.article().version()).isEqualTo(3);
            }

            assertThat(run.end()).as("seed " + seed).isEqualTo(expected);
            assertThat(run.issued).doesNotHaveDuplicates();
        }
    }

    @Test
    void aFeedThatNamesAnotherUrlOfAnArticleAnnouncesIt() {
        Announcement announced = announcement("https://www.lanternpost.example/feed.xml", 5, null, null);
        Announcement later = announcement("https://www.collector.example/feed.xml", 95, null, null);
        Run run = new Run();
        run.put(encoded(TRACKED, announced));
        run.put(WarcPages.encode(of(TRACKED, "i1", 10, "")));
        run.put(encoded(TRACKED, later));

        assertThat(run.article().url()).isEqualTo(CANONICAL);
        assertThat(run.article().pipeline().announced()).containsExactly(announced, later);
    }

    @Test
    void whatThePageDoesNotTellIsOfTheEarliestFeedThatDoes() {
        Run run = new Run();
        run.put(announcement("https://www.lanternpost.example/feed.xml", 5, "A bridge", "2026-03-01T09:50:00+01:00"));
        run.put(announcement("https://www.collector.example/all.xml", 4, null, null));
        run.put(page("i1", 10, ""));
        Article article = run.article();

        assertThat(article.datePublished()).isEqualTo("2026-03-01T09:50:00+01:00");
        assertThat(article.pipeline().eventTime()).isEqualTo("2026-03-01T08:50:00Z");
        assertThat(article.pipeline().datePrecision()).isEqualTo(DatePrecision.INSTANT);
        assertThat(article.pipeline().fromFeed()).containsExactly("datePublished", "publisher");
    }

    @Test
    void theHeadlineOfATextIsThatOfTheFeedAndMakesNoVersion() {
        Page text = Page.resource(
                "i1",
                CANONICAL,
                Instant.parse("2026-03-01T10:10:00Z"),
                CleanDocument.MEDIA_TYPE,
                "utf-8",
                Json.object().put("articleBody", NEWS).toString().getBytes(StandardCharsets.UTF_8));
        Run run = new Run();
        run.put(WarcPages.encode(text));
        String digest = run.article().pipeline().contentDigest();
        run.put(announcement("https://www.lanternpost.example/feed.xml", 5, "A bridge", "2026-03-01"));
        Article article = run.article();

        assertThat(article.headline()).isEqualTo("A bridge");
        assertThat(article.datePublished()).isEqualTo("2026-03-01");
        assertThat(article.pipeline().datePrecision()).isEqualTo(DatePrecision.DAY);
        assertThat(article.pipeline().contentDigest()).isEqualTo(digest);
        assertThat(article.version()).isOne();
        assertThat(article.pipeline().fromFeed()).containsExactly("headline", "datePublished", "publisher");
    }

    @Test
    void aDateOfAFeedIsNotBelievedAgainstThePageNorAfterTheFetch() {
        String declared = "<meta property=\"article:published_time\" content=\"2026-02-27T08:00:00Z\">";
        Announcement early = announcement("https://a.example/feed.xml", 5, null, "2026-02-01T08:00:00Z");
        Announcement future = announcement("https://b.example/feed.xml", 6, null, "2026-03-01T10:10:01Z");
        Announcement nonsense = announcement("https://c.example/feed.xml", 7, null, "some day");
        Run dated = new Run();
        dated.put(early);
        dated.put(WarcPages.encode(withHead("i1", declared)));
        Run undated = new Run();
        undated.put(future);
        undated.put(nonsense);
        undated.put(page("i1", 10, ""));

        assertThat(dated.article().datePublished()).startsWith("2026-02-27");
        assertThat(dated.article().pipeline().fromFeed()).isNull();
        assertThat(undated.article().datePublished()).isNull();
        assertThat(undated.article().pipeline().eventTime()).isEqualTo("2026-03-01T10:10:00Z");
    }

    @Test
    void bytesThatAreNoAnnouncementAreADeadLetterAndLongTextsAreCut() {
        Announcement good = announcement("https://a.example/feed.xml", 5, "x".repeat(5_000), null);
        String record = new String(encoded(CANONICAL, good), StandardCharsets.UTF_8);
        Run run = new Run();
        run.put(record.replace("\"feed\":", "\"food\":").getBytes(StandardCharsets.UTF_8));
        run.put(record.replace("\"firstSeen\":\"2026", "\"firstSeen\":\"MMXX").getBytes(StandardCharsets.UTF_8));
        run.put(record.substring(0, record.length() / 2).getBytes(StandardCharsets.UTF_8));
        assertThat(run.letters).hasSize(3);
        run.put(page("i1", 10, ""));
        assertThat(run.article().pipeline().announced()).isNull();
        run.put(good);

        assertThat(run.article().pipeline().announced())
                .singleElement()
                .satisfies(each -> assertThat(each.title()).hasSize(1_000));
    }

    @Test
    void anArticleOfAnEarlierReleaseIsAnnouncedAsWell() {
        Run before = new Run();
        before.put(page("i1", 10, ""));
        Run after = new Run();
        before.driver
                .<String, byte[]>getKeyValueStore(CleanTopology.OBSERVATIONS)
                .all()
                .forEachRemaining(entry -> after.driver
                        .<String, byte[]>getKeyValueStore(CleanTopology.OBSERVATIONS)
                        .put(entry.key, Json.bytes(before.article())));
        after.put(announcement("https://a.example/feed.xml", 50, null, null));

        assertThat(after.article().pipeline().announced()).hasSize(1);
        assertThat(after.article().version()).isOne();
    }

    private static Announcement announcement(String feed, int minute, String title, String published) {
        String name = feed.contains("lanternpost") ? "Lantern Post" : "All News";
        String seen =
                Instant.parse("2026-03-01T10:00:00Z").plusSeconds(60L * minute).toString();
        return new Announcement(feed, name, "Towns", "guid " + minute, title, published, seen);
    }

    private static Page page(String inputId, int minute, String more) {
        return of(CANONICAL, inputId, minute, more);
    }

    private static Page of(String url, String inputId, int minute, String more) {
        return Pages.response(inputId, url, minute, 200, html("", more));
    }

    private static Page withHead(String inputId, String head) {
        return Pages.response(inputId, CANONICAL, 10, 200, html(head, ""));
    }

    private static String html(String head, String more) {
        return "<!doctype html><html lang=en><head><title>Bridge over the Tarn opens</title><link rel=canonical href=\""
                + CANONICAL + "\">" + head + "</head><body><article><h1>Bridge over the Tarn opens</h1><p>" + NEWS
                + "<p>"
                + MORE + more + "</article></body></html>";
    }

    private static byte[] encoded(String url, Announcement announcement) {
        return new PageAnnouncement(url, announcement).encode();
    }

    private final class Run {
        private final TopologyTestDriver driver;
        private final Map<String, Article> articles = new TreeMap<>();
        private final Map<String, LedgerEntry> ledger = new TreeMap<>();
        private final Map<String, DeadLetter> letters = new TreeMap<>();
        private final List<String> issued = new ArrayList<>();

        Run() {
            Properties settings = new Properties();
            settings.put(
                    StreamsConfig.STATE_DIR_CONFIG,
                    state.resolve("" + drivers.size()).toString());
            driver = new TopologyTestDriver(
                    CleanTopology.build(new Topology(), "t.", new Cleaner(Extractor.create()), new TestTask()),
                    settings);
            drivers.add(driver);
        }

        void put(Page page) {
            put(WarcPages.encode(page));
        }

        void put(Announcement announcement) {
            put(encoded(CANONICAL, announcement));
        }

        void put(byte[] record) {
            driver.createInputTopic(Topics.PAGES.name("t."), new StringSerializer(), new ByteArraySerializer())
                    .pipeInput(Site.of(CANONICAL), record);
            List<String> now = new ArrayList<>();
            read(Topics.ARTICLES, articles).forEach(each -> now.add(Json.line(each.value)));
            if (!now.isEmpty()) {
                issued.add(String.join("\n", now));
            }
            read(Topics.LEDGER, ledger);
            read(Topics.DEAD_LETTERS, letters);
        }

        private <V> List<KeyValue<String, V>> read(Topic<V> topic, Map<String, V> to) {
            List<KeyValue<String, V>> records = driver.createOutputTopic(
                            topic.name("t."),
                            new StringDeserializer(),
                            JsonSerde.of(topic.value()).deserializer())
                    .readKeyValuesToList();
            records.forEach(record -> to.put(record.key, record.value));
            return records;
        }

        Article article() {
            assertThat(articles).hasSize(1);
            return articles.values().iterator().next();
        }

        Map<String, String> end() {
            Map<String, String> end = new TreeMap<>();
            articles.forEach((id, article) -> end.put(id, Json.line(article)));
            ledger.forEach((id, entry) -> end.put(id, Json.line(entry)));
            letters.forEach((id, letter) -> end.put(id, Json.line(letter)));
            return end;
        }
    }
}
