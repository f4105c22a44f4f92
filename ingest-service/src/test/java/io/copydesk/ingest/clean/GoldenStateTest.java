package io.copydesk.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.extraction.Extractor;
import io.copydesk.ingest.boilerplate.LearnedSet;
import io.copydesk.ingest.boilerplate.PageLines;
import io.copydesk.ingest.boilerplate.PageLinesSerde;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.Site;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.RemovalReason;
import io.copydesk.schemas.Removed;
import io.copydesk.schemas.SiteBoilerplate;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State and records that an earlier version wrote are read, or refused with a sentence. */
class GoldenStateTest {

    private static final Path GOLDEN = Path.of("src/test/resources/io/copydesk/ingest/clean/golden");
    private static final String OBSERVATIONS = "store-observations.tsv";
    private static final String SITE_PAGES = "store-site-pages.tsv";
    private static final String LEARNED = "store-site-furniture.tsv";

    @TempDir
    private Path state;

    @Test
    void everyStoredValueComesBackByteForByte() throws IOException {
        assertThat(rewritten(OBSERVATIONS, JsonSerde.of(Article.class))).isEqualTo(golden(OBSERVATIONS));
        assertThat(rewritten(SITE_PAGES, new PageLinesSerde())).isEqualTo(golden(SITE_PAGES));
        assertThat(rewritten(LEARNED, JsonSerde.of(LearnedSet.class))).isEqualTo(golden(LEARNED));
    }

    @Test
    void everyPublishedValueComesBackWithTheRenamedReason() throws IOException {
        assertThat(rewritten("topic-ledger.tsv", JsonSerde.of(LedgerEntry.class)))
                .isEqualTo(golden("topic-ledger.tsv"));
        assertThat(rewritten("topic-dead-letters.tsv", JsonSerde.of(DeadLetter.class)))
                .isEqualTo(golden("topic-dead-letters.tsv"));
        assertThat(rewritten("topic-site-boilerplate.tsv", JsonSerde.of(SiteBoilerplate.class)))
                .isEqualTo(golden("topic-site-boilerplate.tsv"));
        Map<String, String> articles = golden("topic-articles.tsv");
        assertThat(articles.values()).anyMatch(json -> json.contains("\"site-furniture\""));
        articles.replaceAll((id, json) -> json.replace("\"site-furniture\"", "\"site-boilerplate\""));
        assertThat(rewritten("topic-articles.tsv", JsonSerde.of(Article.class))).isEqualTo(articles);
    }

    @Test
    void thePlaceOfAnObservationInItsHistoryIsStillTheSame() throws IOException {
        read(OBSERVATIONS, JsonSerde.of(Article.class))
                .forEach((key, article) ->
                        assertThat(new Observation(article).key()).isEqualTo(key));
    }

    @Test
    void theLinesOfAPageAreStillRecognisedByTheSameHashes() throws IOException {
        Map<String, Article> observations = read(OBSERVATIONS, JsonSerde.of(Article.class));

        read(SITE_PAGES, new PageLinesSerde()).forEach((key, lines) -> {
            Article article = observations.get(key.substring(key.indexOf("urn:")));
            var now = new Observation(article).seenPage().orElseThrow();
            assertThat(key).startsWith(now.site() + " " + now.period().name() + " ");
            assertThat(bytes(PageLines.of(now.headline(), now.body(), List.of())))
                    .isEqualTo(bytes(lines));
        });
    }

    @Test
    void aRunGoesOnFromTheStateOfAnEarlierVersion() throws IOException {
        List<Page> more =
                List.of(InventedTexts.page(5), InventedTexts.page("i1b", "/1", 95, InventedTexts.paragraphs(6)));
        try (TopologyTestDriver restored = driver()) {
            fill(restored.getKeyValueStore(CleanTopology.OBSERVATIONS), read(OBSERVATIONS, Serdes.ByteArray()));
            fill(restored.getKeyValueStore(CleanTopology.SITE_PAGES), read(SITE_PAGES, new PageLinesSerde()));
            fill(restored.getKeyValueStore(CleanTopology.LEARNED_LINES), read(LEARNED, JsonSerde.of(LearnedSet.class)));
            more.forEach(page -> restored.createInputTopic(
                            Topics.PAGES.name("t."), new StringSerializer(), new ByteArraySerializer())
                    .pipeInput(Site.of(page.url()), WarcPages.encode(page)));

            Map<String, Article> articles = last(restored, Topics.ARTICLES);

            assertThat(articles.values()).extracting(Article::version).containsExactlyInAnyOrder(1, 2);
            assertThat(articles.values())
                    .filteredOn(article -> article.version() == 1)
                    .allSatisfy(article -> {
                        assertThat(article.articleBody()).doesNotContain(InventedTexts.PITCH, InventedTexts.CLOSING);
                        assertThat(article.pipeline().removed())
                                .extracting(Removed::reason)
                                .contains(RemovalReason.SITE_BOILERPLATE);
                    });
            assertThat(last(restored, Topics.SITE_BOILERPLATE)
                            .get("lanternpost.example")
                            .periods())
                    .singleElement()
                    .extracting(SiteBoilerplate.Period::articles)
                    .isEqualTo(6);
        }
    }

    @Test
    void linesOfAPageThatAreCutOrTooLongAreRefusedWithASentence() throws IOException {
        byte[] whole =
                bytes(read(SITE_PAGES, new PageLinesSerde()).values().iterator().next());
        var deserializer = new PageLinesSerde().deserializer();

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> deserializer.deserialize("pages-changelog", cut))
                    .isInstanceOf(SerializationException.class)
                    .hasMessage("not the lines of a page in pages-changelog: " + length + " bytes");
        }
        assertThatThrownBy(() -> deserializer.deserialize("pages-changelog", Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void aLearnedSetOfAnotherFormIsRefusedWithASentence() {
        assertThatThrownBy(() -> JsonSerde.of(LearnedSet.class)
                        .deserializer()
                        .deserialize("learned-changelog", "{\"articles\":3}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("not a LearnedSet in topic learned-changelog: ");
    }

    private TopologyTestDriver driver() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        return new TopologyTestDriver(CleanTopology.build("t.", new Cleaner(Extractor.create())), settings);
    }

    private static <V> void fill(KeyValueStore<String, V> store, Map<String, V> values) {
        values.forEach(store::put);
    }

    private static <V> Map<String, V> last(TopologyTestDriver driver, Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name("t."),
                        new StringDeserializer(),
                        JsonSerde.of(topic.value()).deserializer())
                .readKeyValuesToMap();
    }

    private static byte[] bytes(PageLines lines) {
        return new PageLinesSerde().serializer().serialize("", lines);
    }

    private static <V> Map<String, V> read(String file, Serde<V> serde) throws IOException {
        Map<String, V> values = new TreeMap<>();
        golden(file)
                .forEach((key, text) -> values.put(key, serde.deserializer().deserialize(file, decoded(file, text))));
        return values;
    }

    private static <V> Map<String, String> rewritten(String file, Serde<V> serde) throws IOException {
        Map<String, String> written = new TreeMap<>();
        read(file, serde).forEach((key, value) -> {
            byte[] bytes = serde.serializer().serialize(file, value);
            written.put(
                    key,
                    file.equals(SITE_PAGES)
                            ? Base64.getEncoder().encodeToString(bytes)
                            : new String(bytes, StandardCharsets.UTF_8));
        });
        return written;
    }

    private static byte[] decoded(String file, String text) {
        return file.equals(SITE_PAGES) ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> golden(String file) throws IOException {
        Map<String, String> values = new TreeMap<>();
        for (String line : Files.readAllLines(GOLDEN.resolve(file))) {
            String[] columns = line.split("\t", 2);
            values.put(columns[0], columns[1]);
        }
        return values;
    }
}
