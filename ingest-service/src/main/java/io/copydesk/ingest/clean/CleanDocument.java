package io.copydesk.ingest.clean;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.extraction.date.BelievableDates;
import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.date.WrittenDate;
import io.copydesk.ingest.clean.CleanResult.Cleaned;
import io.copydesk.ingest.clean.CleanResult.Refused;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.Site;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Article.Organization;
import io.copydesk.schemas.Article.Person;
import io.copydesk.schemas.DatePrecision;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LanguageRange;
import io.copydesk.schemas.Pipeline;
import io.copydesk.schemas.Utf16;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document that is already clean: a JSON object with schema.org's {@code NewsArticle} fields. With {@code text} in place of {@code articleBody} the text is
 * cleaned as a plain one, and headline, date, author and others are as given.
 */
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

    /** @param cleaning what cleans a plain text */
    static CleanResult read(Page page, Function<Page, CleanResult> cleaning) {
        JsonNode json;
        try {
            json = Json.tree(page.body());
        } catch (IOException e) {
            return new Refused("bad-json", "the document is not JSON");
        }
        CleanDocument document = new CleanDocument(page, json);
        if (document.text("articleBody") != null) {
            return new Cleaned(document.article(), List.of());
        }
        String text = document.text("text");
        if (text == null) {
            return new Refused("no-article", "the document has no articleBody");
        }
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        Page plain = Page.resource(page.inputId(), page.url(), page.fetched(), "text/plain", "utf-8", body);
        return cleaning.apply(plain)
                .fold(cleaned -> new Cleaned(document.given(cleaned.article()), cleaned.places()), refused -> refused);
    }

    /** An article that was read from the text, with the fields that the document has. */
    private Article given(Article read) {
        String headline = or(text("headline"), read.headline());
        String cut = read.headline();
        boolean inText = cut != null && !cut.equals(headline); // the first line is no headline, as another one is given
        String body = inText ? cut + "\n\n" + read.articleBody() : read.articleBody();
        Pipeline.Builder pipeline = read.pipeline().toBuilder()
                .textDigest(Digests.text(body))
                .contentDigest(Digests.content(headline, body));
        String published = or(date("datePublished"), read.datePublished());
        if (published != null && !published.equals(read.datePublished())) {
            pipeline.eventTime(EventTimes.of(published, page.fetched())).datePrecision(precision(published));
        }
        List<Person> authors = names("author").stream().map(Person::named).toList();
        return read.toBuilder()
                .headline(headline)
                .articleBody(body)
                .author(authors.isEmpty() ? read.author() : authors)
                .publisher(or(publisher(), read.publisher()))
                .description(or(read.description(), text("description")))
                .articleSection(or(text("articleSection"), read.articleSection()))
                .datePublished(published)
                .dateModified(or(date("dateModified"), read.dateModified()))
                .inLanguage(or(language(), read.inLanguage()))
                .keywords(names("keywords"))
                .image(names("image"))
                .pipeline(pipeline.build())
                .build();
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }

    private @Nullable Organization publisher() {
        return names("publisher").stream().findFirst().map(Organization::named).orElse(null);
    }

    private Article article() {
        String body = plain(json.get("articleBody").asText());
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
                .publisher(publisher())
                .datePublished(published)
                .dateModified(date("dateModified"))
                .inLanguage(language())
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
        String text = value.isTextual() ? plain(value.asText()) : "";
        return text.isEmpty() ? null : text;
    }

    /** Text without characters that no text has, such as U+0000, which JSON can write and databases do not take. Its lines end with a line feed. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                boolean pair = i + 1 < text.length() && text.charAt(i + 1) == '\n';
                plain.append(pair ? "" : "\n");
            } else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                plain.append(c);
            }
        }
        return Utf16.repaired(plain.toString().strip());
    }

    /** {@code null} for what is no tag; the language of the text is detected then. */
    private @Nullable String language() {
        String given = text("inLanguage");
        return given != null && LanguageRange.isTag(given) ? given.replace('_', '-') : null;
    }

    /** As it is given if that is ISO 8601, and as ISO 8601 if it is written otherwise; {@code null} as well for one that cannot be meant. */
    private @Nullable String date(String field) {
        String value = text(field);
        String date = EventTimes.instant(value) != null
                ? value
                : DateReader.readField(value, language()).map(WrittenDate::iso).orElse(null);
        Instant earliest = EventTimes.instant(date);
        boolean isInstant = precision(date) == DatePrecision.INSTANT;
        return earliest != null && BelievableDates.isBelievable(earliest, isInstant, page.fetched()) ? date : null;
    }

    /** Texts, or the names of objects, one or many. */
    private List<String> names(String field) {
        JsonNode value = json.path(field);
        List<String> names = new ArrayList<>();
        Iterable<JsonNode> elements = value.isArray() ? value : List.of(value);
        StreamSupport.stream(elements.spliterator(), false)
                .map(e -> e.isObject() ? e.path("name") : e)
                .filter(JsonNode::isTextual)
                .map(e -> plain(e.asText()))
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }
}
