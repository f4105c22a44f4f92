package io.copydesk.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Invented pages, each of which shows what users of extraction libraries reported in public; those of {@code ferry-} are further pages of the
 * same kinds in other words and languages. Each pair {@code x.html} and {@code x.expected.json} under
 * {@code cases/} is a test. Expected are pieces that the body has, or has not, or has once, or in this order; whole paragraphs; and values of metadata,
 * dates by their beginning.
 */
class ReportedCasesTest {

    private final Extractor extractor = Extractor.create();

    @TestFactory
    Stream<DynamicTest> readsEveryReportedPage() throws IOException, URISyntaxException {
        Path folder = Path.of(ReportedCasesTest.class.getResource("cases").toURI());
        List<Path> expectations;
        try (Stream<Path> files = Files.list(folder)) {
            expectations = files.filter(f -> f.toString().endsWith(".expected.json"))
                    .sorted()
                    .toList();
        }
        assertThat(expectations).hasSizeGreaterThan(380);
        return expectations.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private void check(Path file) throws IOException {
        JsonNode named = Json.tree(Files.readString(file));
        JsonNode expected = named.get("expect");
        Path page = file.resolveSibling(file.getFileName().toString().replace(".expected.json", ".html"));
        Extraction extraction = extractor.extract(new SourceDocument(
                named.get("url").asText(),
                null,
                null,
                Files.readAllBytes(page),
                Instant.parse(named.get("fetched").asText())));
        boolean refuse = expected.path("refuse").asBoolean();
        assertThat(extraction).isInstanceOf(refuse ? Extraction.Rejected.class : Extraction.Extracted.class);
        if (!refuse) {
            SoftAssertions softly = new SoftAssertions();
            ExtractedArticle article = ((Extraction.Extracted) extraction).article();
            body(softly, article.body(), expected);
            metadata(softly, article, expected);
            softly.assertAll();
        }
    }

    private static void body(SoftAssertions softly, String text, JsonNode expected) {
        String body = normal(text);
        strings(expected, "has").forEach(piece -> softly.assertThat(body).contains(piece));
        strings(expected, "hasnt").forEach(piece -> softly.assertThat(body).doesNotContain(piece));
        strings(expected, "once").forEach(piece -> softly.assertThat(body).containsOnlyOnce(piece));
        strings(expected, "paras")
                .forEach(piece -> softly.assertThat(
                                Arrays.stream(text.split("\n\n")).map(ReportedCasesTest::normal))
                        .contains(piece));
        softly.assertThat(strings(expected, "order").stream().map(body::indexOf).toList())
                .isSorted();
    }

    private static void metadata(SoftAssertions softly, ExtractedArticle article, JsonNode expected) {
        if (expected.has("headline")) {
            softly.assertThat(article.metadata().headline())
                    .isEqualTo(expected.get("headline").asText());
        }
        if (expected.has("author")) {
            softly.assertThat(article.metadata().authors()).isEqualTo(strings(expected, "author"));
        }
        if (expected.has("language")) {
            softly.assertThat(article.language())
                    .isEqualTo(expected.get("language").asText());
        }
        date(softly, article.metadata().datePublished(), expected, "date");
        date(softly, article.metadata().dateModified(), expected, "modified");
        if (expected.has("access")) {
            softly.assertThat(strings(expected, "access"))
                    .contains(article.access().state().name().toLowerCase(Locale.ROOT));
        }
        if (expected.has("partial")) {
            softly.assertThat(article.access().bodyPartial())
                    .isEqualTo(expected.get("partial").asBoolean());
        }
    }

    private static void date(SoftAssertions softly, String found, JsonNode expected, String field) {
        if (expected.path(field).isTextual()) {
            softly.assertThat(found).startsWith(expected.get(field).asText());
        } else if (expected.has(field)) {
            softly.assertThat(found).isNull();
        }
    }

    private static List<String> strings(JsonNode expected, String field) {
        List<String> values = new ArrayList<>();
        expected.path(field).forEach(value -> values.add(normal(value.asText())));
        return values;
    }

    private static String normal(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
