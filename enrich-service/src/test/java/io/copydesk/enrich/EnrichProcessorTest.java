package io.copydesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.kit.streams.ArticleLog;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Withdrawal;
import io.copydesk.schemas.Withdrawal.Evidence;
import io.copydesk.schemas.Withdrawal.Sign;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrichProcessorTest {

    private static final Duration KEPT = Duration.ofDays(14);
    private static final Article FIRST =
            Corpus.article("a", "a.example", "2031-03-01T00:00:00Z", "Harbour", "The harbour is closed.");
    private static final Article SECOND = Corpus.revised(FIRST, "The harbour is open again.");

    @ParameterizedTest
    @ValueSource(strings = {EnrichTopology.REVISIONS, EnrichTopology.TO_DECIDE})
    void aVersionThatFailedIsEnrichedWhenItComesAgain(String failing) {
        FailingContext undisturbed = new FailingContext();
        EnrichProcessor expected = processor(undisturbed);
        List.of(FIRST, SECOND).forEach(article -> process(undisturbed, expected, article));
        FailingContext context = new FailingContext();
        EnrichProcessor processor = processor(context);
        process(context, processor, FIRST);

        context.failing = failing;
        assertThatThrownBy(() -> process(context, processor, SECOND)).hasMessage("planted");
        assertThat(newest(context, "a")).isEqualTo(1);
        context.failing = null;
        process(context, processor, SECOND);

        assertThat(forwarded(context)).containsAll(forwarded(undisturbed)).endsWith(last(undisturbed));
    }

    @Test
    void continuesStateWhoseNewestVersionsAreStoredAsArticles() {
        FailingContext undisturbed = new FailingContext();
        EnrichProcessor expected = processor(undisturbed);
        List.of(FIRST, SECOND).forEach(article -> process(undisturbed, expected, article));
        FailingContext context = new FailingContext();
        EnrichProcessor processor = processor(context);
        latest(context).put("a", Json.bytes(enriched(FIRST)));

        process(context, processor, SECOND);

        assertThat(forwarded(context)).isEqualTo(forwarded(undisturbed).subList(1, 3));
        assertThat(newest(context, "a")).isEqualTo(2);
    }

    @Test
    void continuesStateWhoseVersionsAreInAStoreOfTheirOwn() {
        Article third = Corpus.revised(SECOND, "The harbour is open again. The ferry sails.");
        FailingContext undisturbed = new FailingContext();
        EnrichProcessor expected = processor(undisturbed);
        List.of(FIRST, SECOND, third, SECOND).forEach(article -> process(undisturbed, expected, article));
        FailingContext context = new FailingContext();
        EnrichProcessor processor = processor(context);
        KeyValueStore<String, StoredArticle> versions = context.getStateStore(EnrichTopology.VERSIONS);
        versions.put("a 1", StoredArticle.of("", enriched(FIRST)));
        versions.put("a 2", StoredArticle.of("", enriched(SECOND)));
        latest(context).put("a", "2".getBytes(StandardCharsets.US_ASCII));

        List.of(third, SECOND).forEach(article -> process(context, processor, article));

        assertThat(forwarded(context)).isEqualTo(forwarded(undisturbed).subList(3, 6));
        assertThat(versions.get("a 1")).isNotNull();
        assertThat(versions.get("a 2")).as("it came again").isNull();
    }

    @Test
    void readsWhatIsNotAtHandFromTheTopic() {
        Article gone = KnownVersions.with(
                FIRST,
                new Withdrawal("2031-03-02T00:00:00Z", List.of(new Evidence("2031-03-02T00:00:00Z", Sign.GONE, null))));
        List<Article> all = List.of(FIRST, gone, SECOND, FIRST, SECOND, FIRST);
        FailingContext undisturbed = new FailingContext();
        EnrichProcessor expected = processor(undisturbed);
        all.forEach(article -> process(undisturbed, expected, article));
        FailingContext context = new FailingContext();
        List<Article> read = new ArrayList<>();
        EnrichProcessor processor = processor(context, offset -> {
            read.add(all.get((int) offset));
            return Json.bytes(all.get((int) offset));
        });

        all.forEach(article -> {
            store(context, EnrichTopology.TEXTS);
            processor.init(context);
            process(context, processor, article);
        });

        assertThat(forwarded(context)).isEqualTo(forwarded(undisturbed));
        assertThat(read).containsExactly(FIRST, gone, SECOND, gone, FIRST, SECOND, SECOND, FIRST);
    }

    @Test
    void takesATextThatIsNowhereForOneThatDidNotCome() {
        FailingContext context = new FailingContext();
        EnrichProcessor processor = processor(context);
        process(context, processor, FIRST);
        store(context, EnrichTopology.TEXTS);
        processor.init(context);

        process(context, processor, SECOND);

        assertThat(forwarded(context)).extracting(line -> line.split(" ")[0]).containsOnly(EnrichTopology.TO_DECIDE);
        assertThat(newest(context, "a")).isEqualTo(2);
    }

    @Test
    void doesNotTakeATextThatWasMadeOfAnotherRecord() {
        FailingContext context = new FailingContext();
        EnrichProcessor processor = processor(context);
        process(context, processor, FIRST);
        byte[] committed = latest(context).get("a");
        Article cleaned = FIRST.toBuilder().articleBody("The harbour.").build();
        process(context, processor, cleaned);
        latest(context).put("a", committed);

        process(context, processor, cleaned);

        assertThat(forwarded(context)).hasSize(3);
    }

    @Test
    void namesTheArticleWhoseNewestVersionCannotBeRead() {
        FailingContext context = new FailingContext();
        EnrichProcessor processor = processor(context);
        KeyValueStore<String, byte[]> latest = context.getStateStore(EnrichTopology.LATEST);
        for (String damaged : List.of("", "1x", "{\"version\":")) {
            latest.put("a", damaged.getBytes(StandardCharsets.US_ASCII));

            assertThatThrownBy(() -> process(context, processor, FIRST))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("the newest version of a cannot be read");
        }
    }

    @Test
    void loadsItsTables() {
        assertThatCode(Enrichment::loadTables).doesNotThrowAnyException();
    }

    private static Article enriched(Article article) {
        return new Enrichment().of(article).article();
    }

    private static KeyValueStore<String, byte[]> latest(FailingContext context) {
        return context.getStateStore(EnrichTopology.LATEST);
    }

    private static int newest(FailingContext context, String id) {
        return VersionIndex.read(id, latest(context).get(id)).newest();
    }

    private static EnrichProcessor processor(FailingContext context) {
        return processor(context, ArticleLog.NONE);
    }

    private static EnrichProcessor processor(FailingContext context, ArticleLog log) {
        store(context, EnrichTopology.VERSIONS, StoredArticle.SERDE);
        store(context, EnrichTopology.LATEST, Serdes.ByteArray());
        store(context, EnrichTopology.TEXTS);
        context.setRecordMetadata("articles", 0, -1);
        EnrichProcessor processor = new EnrichProcessor(task -> new ArticleVersions(task, KEPT, log, new Enrichment()));
        processor.init(context);
        return processor;
    }

    private static <V> void store(FailingContext context, String name, Serde<V> values) {
        KeyValueStore<String, V> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }

    /** An empty store of texts. */
    private static void store(FailingContext context, String name) {
        WindowStore<String, StoredArticle> store = Stores.windowStoreBuilder(
                        Stores.inMemoryWindowStore(name, KEPT, Duration.ofMillis(1), false),
                        Serdes.String(),
                        StoredArticle.SERDE)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }

    /** Processes the record after the last one. */
    private static void process(FailingContext context, EnrichProcessor processor, Article article) {
        long last = context.recordMetadata().orElseThrow().offset();
        context.setRecordMetadata("articles", 0, last + 1);
        processor.process(new Record<>(article.id(), article, 0));
    }

    private static String last(FailingContext context) {
        List<String> all = forwarded(context);
        return all.get(all.size() - 1);
    }

    private static List<String> forwarded(FailingContext context) {
        return context.forwarded().stream()
                .map(f ->
                        f.childName().orElseThrow() + " " + Json.line(f.record().value()))
                .toList();
    }
}
