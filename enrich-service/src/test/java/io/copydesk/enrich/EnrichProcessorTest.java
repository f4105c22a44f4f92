package io.copydesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrichProcessorTest {

    private static final Article FIRST =
            Corpus.article("a", "a.example", "2031-03-01T00:00:00Z", "Harbour", "The harbour is closed.");
    private static final Article SECOND = Corpus.revised(FIRST, "The harbour is open again.");

    @ParameterizedTest
    @ValueSource(strings = {EnrichTopology.REVISIONS, EnrichTopology.TO_DECIDE})
    void aVersionThatFailedIsEnrichedWhenItComesAgain(String failing) {
        FailingContext undisturbed = new FailingContext();
        EnrichProcessor expected = processor(undisturbed);
        List.of(FIRST, SECOND).forEach(article -> process(expected, article));
        FailingContext context = new FailingContext();
        EnrichProcessor processor = processor(context);
        process(processor, FIRST);

        context.failing = failing;
        assertThatThrownBy(() -> process(processor, SECOND)).hasMessage("planted");
        KeyValueStore<String, StoredArticle> versions = context.getStateStore(EnrichTopology.VERSIONS);
        assertThat(versions.get("a 2")).isNull();
        assertThat(versions.get("a 1")).isNotNull();
        context.failing = null;
        process(processor, SECOND);

        assertThat(forwarded(context)).containsAll(forwarded(undisturbed)).endsWith(last(undisturbed));
    }

    @Test
    void continuesStateWhoseNewestVersionsAreStoredAsArticles() {
        FailingContext undisturbed = new FailingContext();
        EnrichProcessor expected = processor(undisturbed);
        List.of(FIRST, SECOND).forEach(article -> process(expected, article));
        FailingContext context = new FailingContext();
        EnrichProcessor processor = processor(context);
        process(processor, FIRST);
        KeyValueStore<String, StoredArticle> versions = context.getStateStore(EnrichTopology.VERSIONS);
        KeyValueStore<String, byte[]> latest = context.getStateStore(EnrichTopology.LATEST);
        latest.put("a", versions.get("a 1").json());

        List.of(FIRST, SECOND).forEach(article -> process(processor, article));

        assertThat(forwarded(context)).isEqualTo(forwarded(undisturbed));
        assertThat(latest.get("a")).asString().isEqualTo("2");
    }

    @Test
    void namesTheArticleWhoseNewestVersionCannotBeRead() {
        FailingContext context = new FailingContext();
        EnrichProcessor processor = processor(context);
        KeyValueStore<String, byte[]> latest = context.getStateStore(EnrichTopology.LATEST);
        for (String damaged : List.of("", "1x", "{\"version\":")) {
            latest.put("a", damaged.getBytes(StandardCharsets.US_ASCII));

            assertThatThrownBy(() -> process(processor, FIRST))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("the newest version of a cannot be read");
        }
    }

    @Test
    void loadsItsTables() {
        assertThatCode(EnrichProcessor::loadTables).doesNotThrowAnyException();
    }

    private static EnrichProcessor processor(FailingContext context) {
        store(context, EnrichTopology.VERSIONS, StoredArticle.SERDE);
        store(context, EnrichTopology.LATEST, Serdes.ByteArray());
        EnrichProcessor processor = new EnrichProcessor();
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

    private static void process(EnrichProcessor processor, Article article) {
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
