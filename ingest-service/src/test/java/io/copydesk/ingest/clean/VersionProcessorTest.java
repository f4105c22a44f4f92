package io.copydesk.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.extraction.Extractor;
import io.copydesk.ingest.boilerplate.LearnedSet;
import io.copydesk.ingest.boilerplate.PageLinesSerde;
import io.copydesk.ingest.clean.CleanResult.Cleaned;
import io.copydesk.kit.lineage.Lineage;
import io.copydesk.kit.streams.ArticleLog;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionProcessorTest {

    /** The last of them is the one whose lines show what repeats on the site, so that all of them are issued again. */
    private static final List<Cleaned> ARTICLES = articles();

    @ParameterizedTest
    @ValueSource(strings = {CleanTopology.ARTICLES, CleanTopology.LEDGER, CleanTopology.SITE_BOILERPLATE})
    void anArticleThatFailedIsNumberedWhenItComesAgain(String failing) {
        Run undisturbed = new Run();
        Run disturbed = new Run();
        for (Cleaned article : ARTICLES) {
            undisturbed.process(article);
        }
        ARTICLES.subList(0, ARTICLES.size() - 1).forEach(disturbed::process);
        Cleaned last = ARTICLES.get(ARTICLES.size() - 1);
        Map<String, String> before = disturbed.stored();

        disturbed.context.failing = failing;
        assertThatThrownBy(() -> disturbed.process(last)).hasMessage("planted");
        assertThat(disturbed.stored()).isEqualTo(before);
        disturbed.context.failing = "none";
        disturbed.process(last);

        assertThat(disturbed.stored()).isEqualTo(undisturbed.stored()).isNotEqualTo(before);
        assertThat(disturbed.forwarded()).isEqualTo(undisturbed.forwarded());
    }

    @Test
    void anAnnouncementThatFailedIsTakenWhenItComesAgain() {
        Cleaned article = ARTICLES.get(0);
        SiteEvent announced = new SiteEvent.PageAnnounced(
                article.article().id(),
                new Announcement(
                        "https://quay.example/feed.xml", "Quay", null, "1", "A", null, "2026-03-04T10:00:00Z"));
        Run run = new Run();
        run.process(article);
        Map<String, String> before = run.stored();

        run.context.failing = CleanTopology.ARTICLES;
        assertThatThrownBy(() -> run.process(announced)).hasMessage("planted");
        assertThat(run.stored()).isEqualTo(before);
        run.context.failing = "none";
        run.process(announced);

        assertThat(run.stored()).hasSize(before.size() + 1);
        assertThat(run.context.forwarded(CleanTopology.ARTICLES))
                .hasSize(2)
                .last()
                .satisfies(issued -> {
                    assertThat(((Article) issued.record().value()).pipeline().announced())
                            .hasSize(1);
                    assertThat(issued.record().headers().lastHeader(Topics.REISSUED.name()))
                            .isNotNull();
                    assertThat(Lineage.inputId(issued.record().headers()))
                            .isEqualTo(article.article().pipeline().inputId());
                });
        assertThat(run.context.forwarded(CleanTopology.LEDGER)).hasSize(1);
    }

    @Test
    void whatACleanerKnowsMoreOfTheSameTextReplacesWhatWasKnown() {
        Cleaned first = ARTICLES.get(0);
        Cleaned better = new Cleaned(
                first.article().toBuilder()
                        .author(List.of(Article.Person.named("Mara Velt")))
                        .build(),
                first.places());
        Run run = new Run();
        run.process(first);
        Map<String, String> known = run.stored();
        run.process(first);
        assertThat(run.stored()).isEqualTo(known);
        assertThat(run.context.forwarded(CleanTopology.ARTICLES)).hasSize(1);

        run.process(better);

        assertThat(run.stored()).hasSameSizeAs(known);
        assertThat(run.context.forwarded(CleanTopology.ARTICLES))
                .hasSize(2)
                .last()
                .satisfies(issued -> assertThat(issued.record().value())
                        .isEqualTo(better.article().toBuilder().version(1).build()));
    }

    @Test
    void anArticleWhoseTextIsNowhereIsNotCorrectedAndRefusesFurtherFetches() {
        Run run = new Run(0);
        Cleaned lost = ARTICLES.get(0);
        run.process(lost);
        run.comesBack();

        ARTICLES.subList(1, ARTICLES.size()).forEach(run::process);

        List<String> issued = run.context.forwarded(CleanTopology.ARTICLES).stream()
                .map(article -> (String) article.record().key())
                .toList();
        assertThat(issued)
                .hasSizeGreaterThan(ARTICLES.size())
                .containsOnlyOnce(lost.article().id());
        Map<String, String> before = run.stored();
        assertThatThrownBy(() -> run.process(lost))
                .isInstanceOf(UnreadableTextException.class)
                .hasMessageContaining("offset 5");
        assertThat(run.stored()).isEqualTo(before);
    }

    private static List<Cleaned> articles() {
        Cleaner cleaner = new Cleaner(Extractor.create());
        List<Cleaned> articles = new ArrayList<>();
        IntStream.range(0, 4)
                .mapToObj(InventedTexts::page)
                .forEach(page -> cleaner.clean(page)
                        .<Runnable>fold(article -> () -> articles.add(article), refused -> () -> {})
                        .run());
        return articles;
    }

    private static final class FailingContext extends MockProcessorContext<String, Object> {
        private String failing = "none";

        @Override
        public <K extends String, V> void forward(Record<K, V> record, String child) {
            if (child.equals(failing)) {
                throw new IllegalStateException("planted");
            }
            super.forward(record, child);
        }
    }

    private static final class Run {
        private final FailingContext context = new FailingContext();
        private final List<Consumer<Map<String, String>>> stores = new ArrayList<>();
        private final VersionProcessor processor;

        Run() {
            this(Long.MAX_VALUE);
        }

        /** @param recent bytes of articles in memory; there are no others */
        Run(long recent) {
            processor = new VersionProcessor(task -> new RecentArticles(ArticleLog.NONE, recent));
            open(CleanTopology.OBSERVATIONS, Serdes.ByteArray());
            open(CleanTopology.SITE_PAGES, new PageLinesSerde());
            open(CleanTopology.LEARNED_LINES, JsonSerde.of(LearnedSet.class));
            open(CleanTopology.ANNOUNCED, JsonSerde.of(AnnouncedPage.class));
            open(CleanTopology.WITHDRAWALS, Serdes.String());
            processor.init(context);
        }

        private <V> void open(String name, Serde<V> values) {
            KeyValueStore<String, V> store = Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                    .withLoggingDisabled()
                    .build();
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
            stores.add(to -> copy(store, values, to));
        }

        void process(Cleaned cleaned) {
            process((SiteEvent) cleaned);
        }

        void process(SiteEvent event) {
            processor.process(new Record<>("page", event, 0));
        }

        /** The last article comes back from its topic. */
        void comesBack() {
            var issued = context.forwarded(CleanTopology.ARTICLES);
            var last = issued.get(issued.size() - 1).record();
            byte[] json = Json.bytes(last.value());
            context.setRecordMetadata("articles", 0, 5);
            processor.process(
                    new Record<>((String) last.key(), new SiteEvent.ArticlePublished(json), 0, last.headers()));
        }

        Map<String, String> stored() {
            Map<String, String> stored = new TreeMap<>();
            stores.forEach(store -> store.accept(stored));
            return stored;
        }

        private static <V> void copy(KeyValueStore<String, V> store, Serde<V> values, Map<String, String> to) {
            try (var all = store.all()) {
                all.forEachRemaining(entry -> to.put(
                        store.name() + " " + entry.key,
                        Arrays.toString(values.serializer().serialize(store.name(), entry.value))));
            }
        }

        /** The last record of each key. */
        Map<String, String> forwarded() {
            Map<String, String> forwarded = new TreeMap<>();
            context.forwarded()
                    .forEach(f -> forwarded.put(
                            f.childName().orElseThrow() + " " + f.record().key(),
                            Json.line(f.record().value())));
            return forwarded;
        }
    }
}
