package io.copydesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.enrich.decide.Decider;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.Sketcher;
import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.RemovalReason;
import io.copydesk.schemas.Story;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of the state stores and repartition topics as version 0.1 wrote them, by key: they must be read as they were. */
class StateFormatTest {

    @Test
    void storedSketchesAreReadAndWrittenAsTheyWere() {
        Map<String, String> stored = stored("sketches.tsv");
        assertThat(stored).hasSize(17);
        stored.forEach((id, json) -> {
            Sketch sketch = read(json, Sketch.class);
            assertThat(sketch.id()).isEqualTo(id);
            assertThat(Json.line(sketch)).isEqualTo(json);
        });
        Corpus.articles()
                .forEach(article -> assertThat(withoutOrder(withoutLead(Json.line(Sketcher.sketch(article)))))
                        .as("a new sketch of %s can be compared with the stored one", article.id())
                        .isEqualTo(stored.get(article.id())));
    }

    /** Since rules of version 4. */
    @Test
    void sketchesWithTheOrderOfTheirTextsAreReadAndWrittenAsTheyWere() {
        Map<String, String> stored = stored("sketches-with-order.tsv");
        assertThat(stored).hasSize(17);
        stored.forEach(
                (id, json) -> assertThat(Json.line(read(json, Sketch.class))).isEqualTo(json));
        Corpus.articles()
                .forEach(article -> assertThat(withoutLead(Json.line(Sketcher.sketch(article))))
                        .as("a new sketch of %s can be compared with the stored one", article.id())
                        .isEqualTo(stored.get(article.id())));
        stored("sketches.tsv")
                .forEach((id, json) -> assertThat(withoutOrder(stored.get(id))).isEqualTo(json));
    }

    /** Since stories of version 4. */
    @Test
    void sketchesWithTheirLeadsAreReadAndWrittenAsTheyWere() {
        Map<String, String> stored = stored("sketches-with-lead.tsv");
        assertThat(stored).hasSize(17);
        stored.forEach(
                (id, json) -> assertThat(Json.line(read(json, Sketch.class))).isEqualTo(json));
        Corpus.articles()
                .forEach(article -> assertThat(Json.line(Sketcher.sketch(article)))
                        .as("a new sketch of %s can be compared with the stored one", article.id())
                        .isEqualTo(stored.get(article.id())));
        stored("sketches-with-order.tsv")
                .forEach((id, json) -> assertThat(withoutLead(stored.get(id))).isEqualTo(json));
    }

    private static String withoutLead(String sketch) {
        return sketch.replaceFirst(",\"lead\":\"[^\"]*\"", "");
    }

    private static String withoutOrder(String sketch) {
        return sketch.replaceFirst(",\"order\":\"[^\"]*\"", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sketches.tsv", "sketches-with-order.tsv", "sketches-with-lead.tsv"})
    void storedSketchesLeadToTheDecisionsThatWerePublished(String file) {
        Map<String, Sketch> sketches = new HashMap<>();
        Map<String, Story> stories = new HashMap<>();
        Map<String, Duplicate> duplicates = new HashMap<>();
        Decider decider = new Decider(sketches::get);
        stored(file).forEach((id, json) -> {
            Sketch sketch = read(json, Sketch.class);
            sketches.put(id, sketch);
            var changes = decider.put(sketch, 0);
            changes.stories().forEach((key, story) -> stories.put(key, story.orElse(null)));
            changes.duplicates().forEach((key, duplicate) -> duplicates.put(key, duplicate.orElse(null)));
        });
        stories.values().removeIf(story -> story == null);
        duplicates.values().removeIf(duplicate -> duplicate == null);
        assertThat(stories).isEqualTo(read(stored("stories.tsv"), Story.class));
        assertThat(duplicates).isEqualTo(read(stored("duplicates.tsv"), Duplicate.class));
        read(stored("assign.tsv"), Assignment.class).forEach((id, assignment) -> {
            Decision decision = decider.decision(id);
            assertThat(decision).isEqualTo(assignment.decision());
            assertThat(decider.article(id).site()).isEqualTo(assignment.site());
        });
    }

    @Test
    void storedArticlesAreReadAsTheyWere() {
        Map<String, Article> latest = read(stored("latest.tsv"), Article.class);
        Map<String, Article> versions = read(stored("versions.tsv"), Article.class);
        assertThat(versions).containsOnlyKeys("bridge-copy 1", "empty 1", "harbour 1", "harbour 2", "zh 1");
        assertThat(versions.get("harbour 2")).isEqualTo(latest.get("harbour"));
        assertThat(latest.get("harbour").version()).isEqualTo(2);
        assertThat(latest.get("harbour").articleBody()).startsWith("The harbour is open again.");
        assertThat(latest.get("zh").inLanguage()).isEqualTo("zh");
        stored("latest.tsv")
                .forEach((id, json) -> assertThat(Json.line(latest.get(id))).isEqualTo(json));
    }

    @Test
    void theFormerNameOfARemovalReasonIsRead() {
        Article article = read(stored("versions.tsv"), Article.class).get("harbour 1");
        assertThat(stored("versions.tsv").get("harbour 1")).contains("site-furniture");
        assertThat(article.pipeline().removed())
                .singleElement()
                .satisfies(removed -> assertThat(removed.reason()).isEqualTo(RemovalReason.SITE_BOILERPLATE));
    }

    @Test
    void aStoredValueOfAnotherFormatIsRefusedWithItsTopic() {
        String json = stored("sketches.tsv").get("rain").replace("\"within\":\"", "\"within\":\"%");
        assertThatThrownBy(() -> read(json, Sketch.class))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("not a Sketch in topic sketches-changelog");
    }

    @Test
    void samplesThatEndEarlyAreRefused() {
        String json = stored("sketches.tsv").get("rain");
        String samples = json.replaceAll(".*\"samples\":\"([^\"]+)\".*", "$1");
        Sketch damaged = read(json.replace(samples, samples.substring(0, 8)), Sketch.class);
        assertThatThrownBy(() -> damaged.fingerprint().samples())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("packed samples end early: the stored fingerprint is damaged");
    }

    private static Map<String, String> stored(String file) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : ResourceLines.of(StateFormatTest.class, "state/" + file)) {
            int tab = line.indexOf('\t');
            values.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return values;
    }

    private static <V> Map<String, V> read(Map<String, String> values, Class<V> type) {
        Map<String, V> read = new HashMap<>();
        values.forEach((key, json) -> read.put(key, read(json, type)));
        return read;
    }

    private static <V> V read(String json, Class<V> type) {
        return JsonSerde.of(type)
                .deserializer()
                .deserialize("sketches-changelog", json.getBytes(StandardCharsets.UTF_8));
    }
}
