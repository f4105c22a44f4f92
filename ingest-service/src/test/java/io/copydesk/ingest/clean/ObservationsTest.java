package io.copydesk.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.kit.streams.RevertibleWrites;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Pipeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class ObservationsTest {

    private static final String ARTICLE = "urn:copydesk:article:1";

    private final KeyValueStore<String, byte[]> store = store();
    private final RevertibleWrites writes = new RevertibleWrites();
    private final Map<Long, byte[]> topic = new HashMap<>();
    private final Observations observations = new Observations(store, writes, new RecentArticles(topic::get, 0));
    private int events;

    @Test
    void anObservationLiesInTheArticleThatWasMadeOfIt() {
        Observation first = observation(1, text(1));
        String event = issue(first, List.of());
        assertThat(stored(first)).hasSizeGreaterThan(2_000);

        publish(event, 7, first.article().toBuilder().version(3).build());

        assertThat(stored(first)).hasSizeLessThan(80);
        assertThat(observations.of(ARTICLE)).containsExactly(first);
        assertThat(observations.body(first.key())).isEqualTo(text(1));
    }

    @Test
    void whatIsTakenOutOfAnArticleIsStored() {
        Observation first = observation(1, "Sign up for the harbour letter of the Lantern Post.\n\n" + text(1));
        publish(issue(first, List.of()), 7, observation(1, text(1)).article());

        assertThat(stored(first)).hasSizeLessThan(200);
        assertThat(observations.of(ARTICLE)).containsExactly(first);
    }

    @Test
    void beforeAnArticleIsIssuedAgainItIsStoredAsAWhole() {
        Observation first = observation(1, text(1));
        publish(issue(first, List.of()), 7, first.article());
        writes.run(() -> observations.settle(ARTICLE, first.key(), event()));
        topic.clear();

        assertThat(observations.of(ARTICLE)).containsExactly(first);
    }

    @Test
    void anEarlierVersionIsWhatDiffersFromTheNext() {
        Observation first = observation(1, text(1));
        Observation second = observation(2, text(1).replace("harbour", "port"));
        publish(issue(first, List.of()), 7, first.article());
        publish(issue(second, List.of()), 9, second.article());
        topic.remove(7L);

        assertThat(stored(first)).hasSizeLessThan(300);
        assertThat(stored(second)).hasSizeLessThan(80);
        assertThat(observations.of(ARTICLE)).containsExactly(first, second);
    }

    @Test
    void anotherRecordThanTheNewestIsNotReferredTo() {
        Observation first = observation(1, text(1));
        String older = issue(first, List.of());
        writes.run(() -> observations.settle(ARTICLE, first.key(), event()));
        publish(older, 7, first.article());
        publish("not of ours", 8, first.article());
        publish("0000000000000000", 9, first.article());
        topic.clear();

        assertThat(observations.of(ARTICLE)).containsExactly(first);
    }

    @Test
    void theSameRecordWrittenOnceMoreIsReferredToWhereItIsNow() {
        Observation first = observation(1, text(1));
        String event = issue(first, List.of());
        publish(event, 7, first.article());
        publish(event, 12, first.article());
        topic.remove(7L);

        assertThat(observations.of(ARTICLE)).containsExactly(first);
    }

    @Test
    void aTextThatIsNowhereAnyMoreIsSaidToBeSo() {
        Observation first = observation(1, text(1));
        publish(issue(first, List.of()), 7, first.article());
        topic.remove(7L);
        assertThatThrownBy(() -> observations.of(ARTICLE))
                .isInstanceOf(UnreadableTextException.class)
                .hasMessageContaining(first.key())
                .hasMessageContaining("offset 7");
        assertThat(observations.body(first.key())).isEmpty();

        topic.put(7L, Json.bytes(observation(5, text(2)).article()));
        assertThatThrownBy(() -> observations.of(ARTICLE)).isInstanceOf(UnreadableTextException.class);
    }

    @Test
    void whatAnEarlierReleaseStoredIsRead() {
        Observation old = observation(1, text(1));
        store.put(old.key(), Json.bytes(old.article()));
        assertThat(observations.of(ARTICLE)).containsExactly(old);

        Observation again = observation(2, text(1));
        writes.run(() -> {
            observations.begin();
            observations.add(again, List.of());
            observations.settle(ARTICLE, old.key(), null);
        });

        assertThat(store.get(old.key())).isEqualTo(Json.bytes(old.article()));
        assertThat(stored(again)).hasSizeLessThan(120);
        assertThat(observations.of(ARTICLE)).containsExactly(old, again);
    }

    @Test
    void bytesOfAnotherFormAreRefusedWithASentence() {
        for (byte[] other : List.of(new byte[0], new byte[] {4, 1, 1}, new byte[] {2, 0, 0, 0})) {
            store.put(ARTICLE + " 1", other);
            assertThatThrownBy(() -> observations.of(ARTICLE))
                    .isInstanceOf(SerializationException.class)
                    .hasMessage("the observation " + ARTICLE + " 1 is stored in a form that is not known");
        }
    }

    @Test
    void storedDifferencesAreStillRead() throws IOException {
        lines("topic-articles-differences.tsv")
                .forEach((offset, json) -> topic.put(Long.valueOf(offset), json.getBytes(StandardCharsets.UTF_8)));
        Map<String, String> stored = lines("store-observations-differences.tsv");
        stored.forEach((key, value) -> store.put(key, Base64.getDecoder().decode(value)));

        Map<String, String> read = new TreeMap<>();
        stored.keySet().stream()
                .map(key -> key.substring(0, key.indexOf(' ')))
                .distinct()
                .flatMap(article -> observations.of(article).stream())
                .forEach(observation -> read.put(observation.key(), Json.line(observation.article())));

        assertThat(read).hasSize(6).isEqualTo(lines("store-observations-differences-read.tsv"));
    }

    private static Map<String, String> lines(String file) throws IOException {
        Map<String, String> lines = new TreeMap<>();
        Path golden = Path.of("src/test/resources/io/copydesk/ingest/clean/golden");
        for (String line : Files.readAllLines(golden.resolve(file))) {
            String[] columns = line.split("\t", 2);
            lines.put(columns[0], columns[1]);
        }
        return lines;
    }

    /** Whatever comes, goes, is issued of any observation and comes back: all texts are there, though each key's last record alone is. */
    @Test
    void anyHistoryIsKept() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Map<String, Observation> expected = new TreeMap<>();
            List<String> waiting = new ArrayList<>();
            Map<String, Article> records = new HashMap<>();
            long offset = 0;
            for (int step = 0; step < 40; step++) {
                if (random.nextInt(3) > 0 || expected.isEmpty()) {
                    Observation arrived = observation(random.nextInt(30), text(random.nextInt(4)));
                    List<Observation> replaced = expected.values().stream()
                            .filter(each -> each.key().equals(arrived.key()) || random.nextInt(12) == 0)
                            .toList();
                    replaced.forEach(each -> expected.remove(each.key()));
                    expected.put(arrived.key(), arrived);
                    Observation newest = any(random, expected);
                    String event = random.nextInt(3) > 0 ? event() : null;
                    writes.run(() -> {
                        observations.begin();
                        observations.add(arrived, replaced);
                        observations.settle(ARTICLE, newest.key(), event);
                    });
                    if (event != null) {
                        waiting.add(event);
                        records.put(event, newest.article());
                        topic.clear();
                    }
                } else if (!waiting.isEmpty()) {
                    String event = waiting.remove(0);
                    publish(event, offset++, records.get(event));
                }
                assertThat(observations.of(ARTICLE))
                        .as("seed %d, step %d", seed, step)
                        .containsExactlyElementsOf(expected.values());
            }
            expected.keySet().forEach(key -> store.delete(key));
        }
    }

    private static Observation any(Random random, Map<String, Observation> all) {
        return List.copyOf(all.values()).get(random.nextInt(all.size()));
    }

    private String event() {
        return "%016x%016x".formatted(++events, 0);
    }

    private String issue(Observation arrived, List<Observation> replaced) {
        String event = event();
        writes.run(() -> {
            observations.begin();
            observations.add(arrived, replaced);
            observations.settle(ARTICLE, arrived.key(), event);
        });
        return event;
    }

    private void publish(String event, long offset, Article article) {
        topic.put(offset, Json.bytes(article));
        writes.run(() -> observations.published(ARTICLE, event, offset, Json.bytes(article)));
    }

    private byte[] stored(Observation observation) {
        return store.get(observation.key());
    }

    private static Observation observation(int minute, String body) {
        return new Observation(Article.builder()
                .id(ARTICLE)
                .url("https://lanternpost.example/1")
                .headline("The harbour of Eastmere opens")
                .articleBody(body)
                .pipeline(Pipeline.builder()
                        .inputId("input " + minute)
                        .site("lanternpost.example")
                        .fetched("2026-03-01T10:%02d:00Z".formatted(minute))
                        .eventTime("2026-03-01T10:00:00Z")
                        .textDigest(Digests.text(body))
                        .contentDigest(Digests.content(null, body))
                        .extractor("test/1")
                        .build())
                .build());
    }

    private static String text(int number) {
        Random random = new Random(number);
        StringBuilder text = new StringBuilder("The harbour of Eastmere opens again.");
        for (int i = 0; i < 300; i++) {
            text.append(' ').append(new String(letters(random), StandardCharsets.US_ASCII));
        }
        return text.toString();
    }

    private static byte[] letters(Random random) {
        byte[] word = new byte[3 + random.nextInt(8)];
        for (int i = 0; i < word.length; i++) {
            word[i] = (byte) ('a' + random.nextInt(26));
        }
        return word;
    }

    private static KeyValueStore<String, byte[]> store() {
        MockProcessorContext<String, Object> context = new MockProcessorContext<>();
        KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("observations"), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }
}
