package io.copydesk.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.copydesk.extraction.Extractor;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.Site;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.LedgerEntry.Outcome;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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

class CleanTopologyTest {

    private static final String MONDAY = "The new bridge over the Tarn will open to traffic on Monday morning, the"
            + " council of Eastmere said, after three years of work and two delays.";
    private static final String TUESDAY = MONDAY.replace("Monday", "Tuesday");
    private static final String MORE = "Some twelve thousand vehicles are expected to cross it every day, and the old"
            + " ferry will stop running at the end of the month, the harbour master added.";

    @TempDir
    private Path state;

    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> pages;

    @BeforeEach
    void start() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(topology(), settings);
        pages = driver.createInputTopic(Topics.PAGES.name("t."), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void isTheTopologyThatIsDescribed() throws IOException {
        Path file = Path.of("src/test/resources/clean-topology.txt");
        String described = topology().describe().toString();
        if (Boolean.getBoolean("topology.write")) {
            Files.writeString(file, described);
        }

        assertThat(described)
                .as("run with -Dtopology.write=true to write the description anew")
                .isEqualTo(Files.readString(file));
    }

    @Test
    void aPageBecomesAnArticleAndALineOfTheLedger() {
        put(Pages.html("i1", Pages.URL, 0, "Bridge over the Tarn opens", MONDAY, MORE));

        Article article = last(Topics.ARTICLES).values().iterator().next();
        assertThat(article.headline()).isEqualTo("Bridge over the Tarn opens");
        assertThat(article.articleBody()).isEqualTo(MONDAY + "\n\n" + MORE);
        assertThat(article.pipeline().inputId()).isEqualTo("i1");
        assertThat(article.pipeline().site()).isEqualTo("lanternpost.example");
        assertThat(article.pipeline().fetched()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(last(Topics.LEDGER))
                .containsOnly(Map.entry("i1", new LedgerEntry("i1", Outcome.ARTICLE, null, article.id(), 1)));
    }

    @Test
    void everyOrderOfArrivalEndsInTheSameVersions() {
        Page early = Pages.html("i1", Pages.URL, 0, "Bridge over the Tarn opens", MONDAY, MORE);
        Page late = Pages.html("i2", Pages.URL, 90, "Bridge over the Tarn opens", TUESDAY, MORE);
        put(late);
        put(early);

        assertThat(last(Topics.ARTICLES).values())
                .singleElement()
                .satisfies(article -> assertThat(article.version()).isEqualTo(2))
                .satisfies(article -> assertThat(article.articleBody()).startsWith(TUESDAY));
        assertThat(last(Topics.LEDGER).values())
                .extracting(LedgerEntry::inputId, LedgerEntry::version)
                .containsExactlyInAnyOrder(tuple("i1", 1), tuple("i2", 2));
    }

    @Test
    void theSamePageTwiceIsTheSameAsOnce() {
        Page page = Pages.html("i1", Pages.URL, 0, "Bridge over the Tarn opens", MONDAY, MORE);
        put(page);
        last(Topics.ARTICLES);
        put(page);

        assertThat(last(Topics.ARTICLES)).isEmpty();
    }

    @Test
    void aPageFetchedAgainWithoutAChangeIsUnchanged() {
        put(Pages.html("i1", Pages.URL, 0, "Bridge over the Tarn opens", MONDAY, MORE));
        put(Pages.html("i2", Pages.URL, 60, "Bridge over the Tarn opens", MONDAY, MORE));

        assertThat(last(Topics.LEDGER).get("i2").outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(last(Topics.ARTICLES)).hasSize(1);
    }

    @Test
    void aRecordThatIsNoPageIsADeadLetterWithItsBytesAndTheRestGoesOn() {
        pages.pipeInput("lanternpost.example", "no WARC at all".getBytes(StandardCharsets.UTF_8));
        put(Pages.html("i1", Pages.URL, 0, "Bridge over the Tarn opens", MONDAY, MORE));

        DeadLetter letter = last(Topics.DEAD_LETTERS).values().iterator().next();
        assertThat(letter.reason()).isEqualTo("bad-warc");
        assertThat(letter.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("no WARC at all");
        assertThat(letter.originTopic()).isEqualTo("t.pages");
        assertThat(letter.originOffset()).isZero();
        assertThat(last(Topics.ARTICLES)).hasSize(1);
        assertThat(last(Topics.LEDGER).values())
                .extracting(LedgerEntry::outcome)
                .containsExactlyInAnyOrder(Outcome.DEAD_LETTER, Outcome.ARTICLE);
    }

    @Test
    void anErrorPageAndAnEmptyPageSayWhyTheyAreRefused() {
        put(Pages.response("i1", Pages.URL, 0, 404, "<html><body><p>Nothing here</p></body></html>"));
        put(Pages.response("i2", Pages.URL, 1, 200, ""));

        Map<String, LedgerEntry> ledger = last(Topics.LEDGER);
        assertThat(ledger.get("i1").reason()).isEqualTo("http-status");
        assertThat(ledger.get("i2").reason()).isEqualTo("empty");
        assertThat(last(Topics.DEAD_LETTERS).keySet()).containsExactlyInAnyOrder("clean/i1", "clean/i2");
    }

    @Test
    void aDocumentThatIsCleanAlreadyKeepsItsFields() {
        put(Pages.document(
                "d1",
                "{\"headline\":\"A bridge\",\"articleBody\":\"It opens.\",\"datePublished\":\"2026-02-03\","
                        + "\"inLanguage\":\"en\",\"author\":[{\"name\":\"Ada Marsh\"},\"Bo Lund\"]}"));

        Article article = last(Topics.ARTICLES).values().iterator().next();
        assertThat(article.articleBody()).isEqualTo("It opens.");
        assertThat(article.author()).extracting(Article.Person::name).containsExactly("Ada Marsh", "Bo Lund");
        assertThat(article.pipeline().eventTime()).isEqualTo("2026-02-03T00:00:00Z");
    }

    private void put(Page page) {
        pages.pipeInput(Site.of(page.url()), WarcPages.encode(page));
    }

    private <V> Map<String, V> last(Topic<V> topic) {
        Map<String, V> last = new LinkedHashMap<>();
        List<KeyValue<String, V>> records = driver.createOutputTopic(
                        topic.name("t."),
                        new StringDeserializer(),
                        JsonSerde.of(topic.value()).deserializer())
                .readKeyValuesToList();
        records.forEach(record -> last.put(record.key, record.value));
        return last;
    }

    private static Topology topology() {
        return CleanTopology.build("t.", new Cleaner(Extractor.create()));
    }
}
