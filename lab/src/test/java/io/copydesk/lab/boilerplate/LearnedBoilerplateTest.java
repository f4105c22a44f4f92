package io.copydesk.lab.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.Extractor;
import io.copydesk.ingest.clean.CleanTask;
import io.copydesk.ingest.clean.CleanTopology;
import io.copydesk.ingest.clean.Cleaner;
import io.copydesk.ingest.clean.RecentArticles;
import io.copydesk.ingest.page.Site;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.kit.streams.ArticleLog;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boilerplate that no phrase list knows, through the real topology. */
class LearnedBoilerplateTest {

    private static final long SEED = 20310201;
    private static final int SITES = 10;

    @TempDir
    private Path state;

    @Test
    void isGoneAfterTwentyArticlesOfASite() {
        BoilerplateScore score = score(0);

        assertThat(score.boilerplate()).isGreaterThan(1_000);
        assertThat(score.gone()).as(String.join("\n", score.examples())).isGreaterThanOrEqualTo(0.99);
        assertThat(score.lost()).as(String.join("\n", score.examples())).isLessThanOrEqualTo(0.001);
        assertThat(score.corrected()).as("articles that came too early").isGreaterThanOrEqualTo(3 * SITES);
    }

    @Test
    void isMostlyGoneWhenItsWordsChangeFromPageToPage() {
        BoilerplateScore score = score(0.02);

        assertThat(score.gone()).as(String.join("\n", score.examples())).isGreaterThanOrEqualTo(0.97);
        assertThat(score.lost()).as(String.join("\n", score.examples())).isLessThanOrEqualTo(0.003);
    }

    @Test
    void isGoneByItsPlaceWhenNoTwoPagesReadAlike() {
        BoilerplateScore score = score(InventedSites.placed(SEED, SITES, 20));

        assertThat(score.boilerplate()).isGreaterThan(500);
        assertThat(score.gone()).as(String.join("\n", score.examples())).isGreaterThanOrEqualTo(0.9);
        assertThat(score.lost()).as(String.join("\n", score.examples())).isLessThanOrEqualTo(0.001);
    }

    private BoilerplateScore score(double noise) {
        return score(InventedSites.pages(SEED, SITES, 20, noise));
    }

    private BoilerplateScore score(List<InventedPage> pages) {
        BoilerplateScore score = new BoilerplateScore(pages);
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        try (TopologyTestDriver driver = new TopologyTestDriver(
                CleanTopology.build(new Topology(), "t.", new Cleaner(Extractor.create()), new AllInMemory()),
                settings)) {
            TestInputTopic<String, byte[]> in =
                    driver.createInputTopic(Topics.PAGES.name("t."), new StringSerializer(), new ByteArraySerializer());
            pages.forEach(page -> in.pipeInput(Site.of(page.page().url()), WarcPages.encode(page.page())));
            Map<String, Article> newest = new HashMap<>();
            driver.createOutputTopic(
                            Topics.ARTICLES.name("t."),
                            new StringDeserializer(),
                            JsonSerde.of(Article.class).deserializer())
                    .readKeyValuesToList()
                    .forEach(record -> {
                        score.issued(record.value);
                        newest.put(record.key, record.value);
                    });
            newest.values().forEach(score::add);
        }
        System.out.printf(
                "boilerplate %d gone %.4f sentences %d lost %.5f%n",
                score.boilerplate(), score.gone(), score.sentences(), score.lost());
        return score;
    }

    /** All articles are at hand. */
    private static final class AllInMemory implements CleanTask {
        @Override
        public KeyValueBytesStoreSupplier store(String name) {
            return Stores.inMemoryKeyValueStore(name);
        }

        @Override
        public RecentArticles articles(ProcessorContext<?, ?> context, String topic) {
            return new RecentArticles(ArticleLog.NONE, Long.MAX_VALUE);
        }
    }
}
