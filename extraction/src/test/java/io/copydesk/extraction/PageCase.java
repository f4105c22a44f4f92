package io.copydesk.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;

/** An invented page and what must come of it. */
record PageCase(String url, Instant fetched, byte[] page, JsonNode expected) {

    /** Fails unless {@code extractor} reads from the page what is expected. */
    void check(Extractor extractor) {
        Extraction extraction = extractor.extract(new SourceDocument(url, null, null, page, fetched));
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
                                Arrays.stream(text.split("\n\n")).map(PageCase::normal))
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
