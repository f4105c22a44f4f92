package io.copydesk.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.Extractor;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.PageAnnouncement;
import io.copydesk.ingest.page.Site;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.ingest.page.WithdrawalNotice;
import io.copydesk.kit.lineage.Lineage;
import io.copydesk.kit.lineage.TraceParent;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.Topics;
import io.copydesk.schemas.Withdrawal.Evidence;
import io.copydesk.schemas.Withdrawal.Sign;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why versions of articles are issued, as their header says. */
class VersionCauseTest {

    private static final String MONDAY = "The new bridge over the Tarn will open to traffic on Monday morning, the"
            + " council of Eastmere said, after three years of work and two delays.";
    private static final String TUESDAY = MONDAY.replace("Monday", "Tuesday");
    private static final String MORE = "Some twelve thousand vehicles are expected to cross it every day, and the old"
            + " ferry will stop running at the end of the month, the harbour master added.";

    @TempDir
    private Path state;

    private TopologyTestDriver driver;

    @BeforeEach
    void start() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(
                CleanTopology.build(new Topology(), "t.", new Cleaner(Extractor.create()), new TestTask()), settings);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void theFirstVersionIsNewAndOthersAreRevised() {
        put(page("i1", 0, MONDAY));
        put(page("i2", 60, TUESDAY));
        put(page("i3", 120, TUESDAY));

        assertThat(issued()).containsExactly("1 new i1", "2 revised i2");
    }

    @Test
    void anOlderCaptureRevisesAllThatComeAfterIt() {
        put(page("i2", 60, TUESDAY));
        put(page("i1", 0, MONDAY));

        assertThat(issued()).containsExactly("1 new i2", "1 revised i1", "2 revised i1");
    }

    @Test
    void anOlderCaptureOfTheSameTextIsTheSameVersionReplayed() {
        put(page("i2", 60, MONDAY));
        put(page("i1", 0, MONDAY));

        assertThat(issued()).containsExactly("1 new i2", "1 replayed i1");
    }

    @Test
    void aPageGoesAndReturns() {
        put(page("i1", 0, MONDAY));
        put(notice("i2", 60));
        put(page("i3", 120, MONDAY));
        put(notice("i4", 180));
        put(page("i5", 240, TUESDAY));

        assertThat(issued())
                .containsExactly("1 new i1", "1 withdrawn i2", "1 returned i3", "1 withdrawn i4", "2 revised i5");
    }

    @Test
    void aFeedNamesAKnownPage() {
        put(page("i1", 0, MONDAY));
        put(
                null,
                Pages.URL,
                new PageAnnouncement(
                                Pages.URL,
                                new Announcement(
                                        "https://lanternpost.example/feed.xml",
                                        "Lantern Post",
                                        null,
                                        "1",
                                        "Bridge",
                                        null,
                                        "2026-03-01T09:00:00Z"))
                        .encode());

        assertThat(issued()).containsExactly("1 new i1", "1 announced other");
    }

    @Test
    void boilerplateThatIsLearnedCleansTheArticlesThatHaveIt() {
        for (int i = 0; i < 4; i++) {
            put(InventedTexts.page(i));
        }

        List<String> issued = issued();
        assertThat(issued.subList(0, 4)).allMatch(line -> line.startsWith("1 new "));
        assertThat(issued.subList(4, issued.size())).isNotEmpty().allMatch(line -> line.startsWith("1 cleaned "));
    }

    private void put(Page page) {
        put(page.inputId(), page.url(), WarcPages.encode(page));
    }

    private void put(String inputId, String url, byte[] record) {
        RecordHeaders headers = new RecordHeaders();
        if (inputId != null) {
            Lineage.mark(headers, inputId);
        }
        driver.createInputTopic(Topics.PAGES.name("t."), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(Site.of(url), record, headers));
    }

    private static Page page(String inputId, int minutes, String paragraph) {
        return Pages.html(inputId, Pages.URL, minutes, "Bridge over the Tarn opens", paragraph, MORE);
    }

    private static Page notice(String inputId, int minutes) {
        Instant at = Instant.parse("2026-03-01T10:00:00Z").plus(Duration.ofMinutes(minutes));
        return new WithdrawalNotice(null, false, List.of(new Evidence(at.toString(), Sign.GONE, null)))
                .page(inputId, Pages.URL, at);
    }

    /** Version, cause and input of what was issued since the last call, the input by its trace. */
    private List<String> issued() {
        return driver
                .createOutputTopic(
                        Topics.ARTICLES.name("t."),
                        new StringDeserializer(),
                        JsonSerde.of(Article.class).deserializer())
                .readRecordsToList()
                .stream()
                .map(VersionCauseTest::told)
                .toList();
    }

    private static String told(TestRecord<String, Article> record) {
        String trace = TraceParent.in(record.headers()).orElseThrow().traceId();
        String cause = new String(record.headers().lastHeader("copydesk-cause").value(), StandardCharsets.UTF_8);
        String input = List.of("i1", "i2", "i3", "i4", "i5").stream()
                .filter(id -> TraceParent.of(id).traceId().equals(trace))
                .findAny()
                .orElse("other");
        return record.value().version() + " " + cause + " " + input;
    }
}
