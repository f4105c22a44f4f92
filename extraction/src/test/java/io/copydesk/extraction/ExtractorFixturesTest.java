package io.copydesk.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.copydesk.extraction.date.WrittenDate;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each pair {@code x.html} (or {@code x.txt}) and {@code x.expected.json} under {@code fixtures/} is a test. The expected file holds any of the
 * article's fields; {@code bodyHas} and {@code bodyHasNot} list texts, {@code removedBy} the rules that took something out.
 */
class ExtractorFixturesTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .registerModule(new SimpleModule().addSerializer(WrittenDate.class, ToStringSerializer.instance));

    private final Extractor extractor = Extractor.create();

    @TestFactory
    Stream<DynamicTest> readsEveryFixtureAsExpected() throws IOException, URISyntaxException {
        Path folder =
                Path.of(ExtractorFixturesTest.class.getResource("fixtures").toURI());
        List<Path> inputs;
        try (Stream<Path> files = Files.list(folder)) {
            inputs = files.filter(f -> !f.toString().endsWith(".expected.json"))
                    .sorted()
                    .toList();
        }
        assertThat(inputs).hasSizeGreaterThan(5);
        return inputs.stream()
                .map(input -> DynamicTest.dynamicTest(input.getFileName().toString(), () -> check(input)));
    }

    private void check(Path input) throws IOException {
        String name = input.getFileName().toString();
        String stem = name.substring(0, name.lastIndexOf('.'));
        JsonNode expected =
                JSON.readTree(input.resolveSibling(stem + ".expected.json").toFile());
        Extraction extraction = extractor.extract(new SourceDocument(
                expected.path("url").asText("https://www.herald.example/" + stem),
                name.endsWith(".txt") ? "text/plain" : "text/html",
                "utf-8",
                Files.readAllBytes(input),
                Instant.parse("2025-01-01T00:00:00Z")));
        assertThat(extraction).isInstanceOf(Extraction.Extracted.class);
        ExtractedArticle article = ((Extraction.Extracted) extraction).article();
        ObjectNode actual = JSON.valueToTree(article);
        actual.setAll((ObjectNode) actual.get("metadata"));
        actual.put("datePublished", article.metadata().datePublished());
        actual.put("dateModified", article.metadata().dateModified());
        actual.set("datePrecision", JSON.valueToTree(article.metadata().datePrecision()));
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            switch (field.getKey()) {
                case "url" -> {}
                case "bodyHas" ->
                    field.getValue().forEach(text -> assertThat(article.body()).contains(text.asText()));
                case "bodyHasNot" ->
                    field.getValue().forEach(text -> assertThat(article.body()).doesNotContain(text.asText()));
                case "removedBy" ->
                    field.getValue()
                            .forEach(rule -> assertThat(article.removed())
                                    .anyMatch(removed -> removed.rule().matches(rule.asText())));
                default ->
                    assertThat(actual.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
            }
        }
    }
}
