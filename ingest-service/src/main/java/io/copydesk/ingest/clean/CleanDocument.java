package io.copydesk.ingest.clean;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.ingest.clean.CleanResult.Cleaned;
import io.copydesk.ingest.clean.CleanResult.Refused;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.Site;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Article.Organization;
import io.copydesk.schemas.Article.Person;
import io.copydesk.schemas.DatePrecision;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Pipeline;
import io.copydesk.schemas.Utf16;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads a document that is already clean: a JSON object with schema.org's {@code NewsArticle} fields. */
final class CleanDocument {

    static final String MEDIA_TYPE = "application/ld+json";

    /** Value of {@code pipeline.extractor} for input that was already clean. */
    static final String SOURCE = "as-given/1";

    private final Page page;
    private final JsonNode json;

    private CleanDocument(Page page, JsonNode json) {
        this.page = page;
        this.json = json;
    }

    static CleanResult read(Page page) {
        JsonNode json;
        try {
            json = Json.tree(page.body());
        } catch (IOException e) {
            return new Refused("bad-json", "the document is not JSON");
        }
        if (!json.path("articleBody").isTextual()
                || json.get("articleBody").asText().isBlank()) {
            return new Refused("no-article", "the document has no articleBody");
        }
        return new Cleaned(new CleanDocument(page, json).article(), List.of());
    }

    private Article article() {
        String body = Utf16.repaired(json.get("articleBody").asText().strip());
        String headline = text("headline");
        String published = date("datePublished");
        Pipeline pipeline = Pipeline.builder()
                .inputId(page.inputId())
                .site(Site.of(page.url()))
                .fetched(ArticleAssembly.text(page.fetched()))
                .eventTime(EventTimes.of(published, page.fetched()))
                .datePrecision(precision(published))
                .textDigest(Digests.text(body))
                .contentDigest(Digests.content(headline, body))
                .extractor(SOURCE)
                .build();
        return Article.builder()
                .id(ArticleIds.of(page.url(), page.inputId()))
                .url(page.url())
                .headline(headline)
                .description(text("description"))
                .articleBody(body)
                .articleSection(text("articleSection"))
                .author(names("author").stream().map(Person::named).toList())
                .publisher(names("publisher").stream()
                        .findFirst()
                        .map(Organization::named)
                        .orElse(null))
                .datePublished(published)
                .dateModified(date("dateModified"))
                .inLanguage(text("inLanguage"))
                .keywords(names("keywords"))
                .image(names("image"))
                .isAccessibleForFree(flag("isAccessibleForFree"))
                .isBasedOn(text("isBasedOn"))
                .pipeline(pipeline)
                .build();
    }

    private static @Nullable DatePrecision precision(@Nullable String date) {
        if (date == null) {
            return null;
        }
        return date.length() > "2026-01-31".length() ? DatePrecision.INSTANT : DatePrecision.DAY;
    }

    private @Nullable Boolean flag(String field) {
        JsonNode value = json.path(field);
        return value.isBoolean() ? value.asBoolean() : null;
    }

    private @Nullable String text(String field) {
        JsonNode value = json.path(field);
        return value.isTextual() && !value.asText().isBlank()
                ? Utf16.repaired(value.asText().strip())
                : null;
    }

    private @Nullable String date(String field) {
        String value = text(field);
        return EventTimes.instant(value) == null ? null : value;
    }

    /** Texts, or the names of objects, one or many. */
    private List<String> names(String field) {
        JsonNode value = json.path(field);
        List<String> names = new ArrayList<>();
        Iterable<JsonNode> elements = value.isArray() ? value : List.of(value);
        StreamSupport.stream(elements.spliterator(), false)
                .map(e -> e.isObject() ? e.path("name") : e)
                .filter(e -> e.isTextual() && !e.asText().isBlank())
                .forEach(e -> names.add(Utf16.repaired(e.asText().strip())));
        return names;
    }
}
