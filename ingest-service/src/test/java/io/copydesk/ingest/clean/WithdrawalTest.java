package io.copydesk.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.copydesk.extraction.Extractor;
import io.copydesk.ingest.page.Header;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.PageAnnouncement;
import io.copydesk.ingest.page.Site;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.ingest.page.WithdrawalNotice;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.LedgerEntry.Outcome;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.PageVerdict;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.schemas.Withdrawal;
import io.copydesk.schemas.Withdrawal.Evidence;
import io.copydesk.schemas.Withdrawal.Sign;
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
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithdrawalTest {

    private static final String MONDAY = "The new bridge over the Tarn will open to traffic on Monday morning, the"
            + " council of Eastmere said, after three years of work and two delays.";
    private static final String TUESDAY = MONDAY.replace("Monday", "Tuesday");
    private static final String MORE = "Some twelve thousand vehicles are expected to cross it every day, and the old"
            + " ferry will stop running at the end of the month, the harbour master added.";
    private static final String NOTICE = "This article has been removed by the publisher.";
    private static final String OTHER = "https://www.lanternpost.example/story?from=home";
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    private Path state;

    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> pages;

    @BeforeEach
    void start() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(
                CleanTopology.build(new Topology(), "t.", new Cleaner(Extractor.create()), new TestTask()), settings);
        pages = driver.createInputTopic(Topics.PAGES.name("t."), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aNoticeIssuesTheNewestVersionAgainAsWithdrawn() {
        put(page("i1", 0, MONDAY), page("i2", 60, TUESDAY));
        read(Topics.ARTICLES);
        put(notice("i3", Pages.URL, 120));

        assertThat(read(Topics.ARTICLES)).singleElement().satisfies(article -> {
            assertThat(article.version()).isEqualTo(2);
            assertThat(article.articleBody()).startsWith(TUESDAY);
            assertThat(article.pipeline().inputId()).isEqualTo("i2");
            Withdrawal withdrawal = article.pipeline().withdrawn();
            assertThat(withdrawal.at()).isEqualTo("2026-03-01T12:00:00Z");
            assertThat(withdrawal.evidence())
                    .extracting(Evidence::sign)
                    .containsExactly(Sign.NOT_FOUND, Sign.NOT_FOUND);
        });
        assertThat(ledger()).extractingByKey("i3").satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(entry.reason()).isEqualTo("withdrawn");
            assertThat(entry.version()).isEqualTo(2);
        });
    }

    @Test
    void thePageReturnsAsItWasOrEdited() {
        put(page("i1", 0, MONDAY), notice("i2", Pages.URL, 60), page("i3", 120, MONDAY));
        assertThat(read(Topics.ARTICLES))
                .extracting(Article::version, WithdrawalTest::isWithdrawn)
                .containsExactly(tuple(1, false), tuple(1, true), tuple(1, false));
        put(notice("i4", Pages.URL, 180), page("i5", 240, TUESDAY));

        assertThat(read(Topics.ARTICLES))
                .extracting(Article::version, WithdrawalTest::isWithdrawn)
                .containsExactly(tuple(1, true), tuple(2, false));
    }

    @Test
    void everyOrderOfArrivalEndsInTheSame() {
        List<Page> all = new ArrayList<>(List.of(
                page("i1", 0, MONDAY),
                notice("i2", Pages.URL, 60),
                page("i3", 120, MONDAY),
                page("i4", 180, TUESDAY),
                notice("i5", Pages.URL, 240),
                notice("i6", Pages.URL, 300)));
        put(all.toArray(Page[]::new));
        Article expected = newest();
        Map<String, LedgerEntry> ledger = ledger();
        assertThat(isWithdrawn(expected)).isTrue();
        assertAnyOrderGives(expected, ledger, all);
    }

    @Test
    void aNoticeBeforeItsArticleIsADeadLetterUntilTheArticleComes() {
        put(notice("i2", Pages.URL, 60));
        assertThat(letters()).containsOnlyKeys("clean/i2");
        assertThat(ledger().get("i2").outcome()).isEqualTo(Outcome.DEAD_LETTER);
        put(page("i1", 0, MONDAY));

        assertThat(letters()).containsEntry("clean/i2", null);
        assertThat(ledger().get("i2").outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(isWithdrawn(newest())).isTrue();
    }

    @Test
    void anArticleIsWithdrawnWithThePageWhereItWasSeenLast() {
        put(canonical("i1", 0, OTHER), notice("i2", OTHER, 60));
        assertThat(isWithdrawn(newest())).isTrue();
        put(canonical("i3", 120, OTHER), page("i4", 180, MONDAY), notice("i5", OTHER, 240));
        assertThat(isWithdrawn(newest())).isFalse();
        assertThat(ledger().get("i5").reason()).isEqualTo("withdrawn");
        put(notice("i6", Pages.URL, 300));

        assertThat(isWithdrawn(newest())).isTrue();
    }

    @Test
    void anArticleThatIsNamedIsWithdrawnAndRestoredWhereverItWasSeen() {
        put(canonical("i1", 0, OTHER));
        Article article = newest();
        Evidence word = new Evidence("2026-03-01T11:00:00Z", Sign.BY_HAND, null);
        put(new WithdrawalNotice(article.id(), false, List.of(word)).page("i2", article.url(), at(60)));
        assertThat(isWithdrawn(newest())).isTrue();
        put(new WithdrawalNotice(article.id(), true, List.of()).page("i3", article.url(), at(120)));

        assertThat(newest()).isEqualTo(article);
        assertThat(ledger().get("i3").reason()).isEqualTo("restored");
    }

    @Test
    void whatAServerSendsIsNoNotice() {
        put(page("i1", 0, MONDAY));
        newest();
        Page notice = notice("i2", Pages.URL, 60);
        put(Page.received(
                "i2",
                Pages.URL,
                at(60),
                200,
                List.of(new Header("Content-Type", WithdrawalNotice.MEDIA_TYPE)),
                notice.body(),
                notice.body()));

        assertThat(read(Topics.ARTICLES)).isEmpty();
        assertThat(ledger().get("i2").outcome()).isEqualTo(Outcome.DEAD_LETTER);
    }

    @Test
    void aNoticeThatCannotBeReadIsADeadLetter() {
        String[] bodies = {
            "",
            "{",
            "[]",
            "{\"evidence\":[]}",
            "{\"restored\":true,\"evidence\":[{\"at\":\"x\"}]}",
            "{\"evidence\":[{}]}"
        };
        for (String body : bodies) {
            put(Page.resource(
                    "bad", Pages.URL, at(0), WithdrawalNotice.MEDIA_TYPE, null, body.getBytes(StandardCharsets.UTF_8)));
            assertThat(letters())
                    .as(body)
                    .extractingByKey("clean/bad")
                    .satisfies(letter -> assertThat(letter.reason()).isEqualTo("bad-notice"));
        }
    }

    @Test
    void theFrontierIsToldOfATextThatChangedAndOfNoOther() {
        put(page("i1", 0, MONDAY), page("i2", 60, MONDAY), page("i3", 120, TUESDAY), page("i0", 30, MORE));

        assertThat(read(Topics.LINKS)).extracting(Link::url, Link::editedIn).containsExactly(tuple(Pages.URL, "i3"));
    }

    @Test
    void aPageThatShowsANoticeIsToldToTheFrontierAndWithdrawsNothingYet() {
        put(page("i1", 0, MONDAY), shown("i2", 60));

        assertThat(read(Topics.ARTICLES)).hasSize(1);
        assertThat(letters()).isEmpty();
        assertThat(ledger().get("i2"))
                .extracting(LedgerEntry::outcome, LedgerEntry::reason, LedgerEntry::version)
                .containsExactly(Outcome.UNCHANGED, "withdrawn", 1);
        assertThat(read(Topics.LINKS)).singleElement().satisfies(link -> {
            assertThat(link.url()).isEqualTo(Pages.URL);
            assertThat(link.editedIn()).isEqualTo("i2");
            assertThat(link.verdict()).isEqualTo(new PageVerdict(false, "withdrawn", NOTICE));
        });
    }

    @Test
    void theArticleReturnsWithItsTextAndTheFrontierIsToldOfThatToo() {
        Evidence seen = new Evidence(at(120).toString(), Sign.GONE, null, NOTICE);
        put(page("i1", 0, MONDAY), shown("i2", 60), shown("i3", 120));
        put(new WithdrawalNotice(null, false, List.of(seen)).page("i3/withdrawn", Pages.URL, at(121)));
        Article withdrawn = newest();
        assertThat(withdrawn.pipeline().withdrawn().evidence()).containsExactly(seen);
        assertThat(withdrawn.articleBody()).startsWith(MONDAY);
        read(Topics.LINKS);
        put(page("i4", 180, MONDAY));

        assertThat(isWithdrawn(newest())).isFalse();
        assertThat(read(Topics.LINKS))
                .extracting(Link::editedIn, Link::verdict)
                .containsExactly(tuple("i4", PageVerdict.ARTICLE));
    }

    @Test
    void everyOrderOfShownNoticesEndsInTheSame() {
        List<Page> all = new ArrayList<>(List.of(
                page("i1", 0, MONDAY),
                shown("i2", 60),
                shown("i3", 120),
                notice("i4", Pages.URL, 130),
                shown("i5", 180),
                page("i6", 240, TUESDAY),
                shown("i7", 300)));
        put(all.toArray(Page[]::new));
        Article expected = newest();
        Map<String, LedgerEntry> ledger = ledger();
        assertThat(expected.version()).isEqualTo(2);
        assertAnyOrderGives(expected, ledger, all);
    }

    @Test
    void aNoticeAtAPageWithoutAnArticleIsADeadLetter() {
        put(shown("i1", 0));

        assertThat(letters())
                .extractingByKey("clean/i1")
                .satisfies(letter -> assertThat(letter.reason()).isEqualTo("withdrawn"));
        assertThat(ledger().get("i1").outcome()).isEqualTo(Outcome.DEAD_LETTER);
    }

    @Test
    void ofAnnouncedPagesTheFrontierIsToldWhetherTheyGaveAnArticle() {
        Page refused = Pages.response("i1", OTHER, 0, 200, "<html><body><nav><a href=/>Home</a></nav></body></html>");
        put(refused, page("i2", 0, MONDAY));
        assertThat(read(Topics.LINKS)).isEmpty();
        for (String url : List.of("https://www.lanternpost.example/a", "https://www.lanternpost.example/b")) {
            Announcement announced =
                    new Announcement("https://feeds.example/1.xml", null, null, "1", null, null, at(0).toString());
            pages.pipeInput(Site.of(url), new PageAnnouncement(url, announced).encode());
        }
        put(
                Pages.html("i3", "https://www.lanternpost.example/a", 1, "Bridge over the Tarn opens", MONDAY, MORE),
                Pages.response("i4", "https://www.lanternpost.example/b", 1, 200, "<html><body></body></html>"));

        assertThat(read(Topics.LINKS))
                .extracting(Link::editedIn, Link::verdict)
                .containsExactly(tuple("i3", PageVerdict.ARTICLE), tuple("i4", PageVerdict.refused("no-article")));
    }

    /** The page as it is when a notice stands in place of its text. */
    private void assertAnyOrderGives(Article expected, Map<String, LedgerEntry> ledger, List<Page> all) {
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(all, new Random(seed));
            stop();
            start();
            put(all.toArray(Page[]::new));

            assertThat(newest()).as("seed %d", seed).isEqualTo(expected);
            assertThat(ledger()).as("seed %d", seed).isEqualTo(ledger);
            assertThat(letters()).as("seed %d", seed).isEmpty();
        }
    }

    private static Page shown(String inputId, int minute) {
        return Pages.response(
                inputId,
                Pages.URL,
                minute,
                200,
                "<html><head><title>Bridge over the Tarn opens</title></head><body><nav><a href=/>Home</a></nav><h1>Bridge"
                        + " over the Tarn opens</h1><p>" + NOTICE + "</p></body></html>");
    }

    private static boolean isWithdrawn(Article article) {
        return article.pipeline().withdrawn() != null;
    }

    private static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }

    private static Page page(String inputId, int minute, String text) {
        return Pages.html(inputId, Pages.URL, minute, "Bridge over the Tarn opens", text, MORE);
    }

    /** A page at another URL that names the usual one as its own. */
    private static Page canonical(String inputId, int minute, String url) {
        Page page = Pages.html(inputId, url, minute, "Bridge over the Tarn opens", MONDAY, MORE);
        String html = new String(page.body(), StandardCharsets.UTF_8)
                .replace("</head>", "<link rel=canonical href=\"" + Pages.URL + "\"></head>");
        return Pages.response(inputId, url, minute, 200, html);
    }

    private static Page notice(String inputId, String url, int minute) {
        return new WithdrawalNotice(
                        null,
                        false,
                        List.of(
                                new Evidence(at(minute - 60).toString(), Sign.NOT_FOUND, null),
                                new Evidence(at(minute).toString(), Sign.NOT_FOUND, null)))
                .page(inputId, url, at(minute));
    }

    private void put(Page... all) {
        for (Page page : all) {
            pages.pipeInput(Site.of(page.url()), WarcPages.encode(page));
        }
    }

    private Article newest() {
        List<Article> issued = read(Topics.ARTICLES);
        return issued.get(issued.size() - 1);
    }

    private Map<String, LedgerEntry> ledger() {
        Map<String, LedgerEntry> last = new TreeMap<>();
        read(Topics.LEDGER).forEach(entry -> last.put(entry.inputId(), entry));
        return last;
    }

    /** The dead letters since the last look, {@code null} for one that was taken back; the last of each key, and none that came and went. */
    private Map<String, DeadLetter> letters() {
        Map<String, DeadLetter> last = new TreeMap<>();
        List<KeyValue<String, DeadLetter>> records = records(Topics.DEAD_LETTERS);
        for (KeyValue<String, DeadLetter> record : records) {
            boolean cameHere = last.containsKey(record.key);
            last.put(record.key, record.value);
            if (record.value == null && cameHere) {
                last.remove(record.key);
            }
        }
        return last;
    }

    private <V> List<V> read(Topic<V> topic) {
        return records(topic).stream().map(record -> record.value).toList();
    }

    private <V> List<KeyValue<String, V>> records(Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name("t."),
                        new StringDeserializer(),
                        JsonSerde.of(topic.value()).deserializer())
                .readKeyValuesToList();
    }
}
