package io.copydesk.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.Extractor;
import io.copydesk.ingest.page.Page;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Article.Person;
import io.copydesk.schemas.DatePrecision;
import io.copydesk.schemas.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts whose headline, author and date are given beside them. */
class CleanDocumentTest {

    private static final String FIRST =
            "A short text about a ferry that came late to the harbour of Ternquay on Friday morning.";
    private static final String SECOND =
            "The council will meet on Friday about it, and the harbour master will be asked why.";

    private final Cleaner cleaner = new Cleaner(Extractor.create());

    @Test
    void theTextIsCleanedAndTheRestIsAsGiven() {
        Article article = clean("""
                {"text":"%s\\n\\nSubscribe to our newsletter\\n\\n%s","headline":"Ferry came late","author":["Ida Brenn"],
                 "datePublished":"2026-11-20","inLanguage":"en"}""".formatted(FIRST, SECOND));

        assertThat(article.headline()).isEqualTo("Ferry came late");
        assertThat(article.articleBody()).isEqualTo(FIRST + "\n\n" + SECOND);
        assertThat(article.author()).extracting(Person::name).containsExactly("Ida Brenn");
        assertThat(article.datePublished()).isEqualTo("2026-11-20");
        assertThat(article.pipeline().datePrecision()).isEqualTo(DatePrecision.DAY);
        assertThat(article.pipeline().eventTime()).startsWith("2026-11-20");
        assertThat(article.pipeline().extractor()).isEqualTo(ArticleAssembly.RULES);
        assertThat(article.pipeline().contentDigest())
                .isEqualTo(Digests.content("Ferry came late", article.articleBody()));
    }

    @Test
    void aFirstLineThatIsNotTheGivenHeadlineStaysInTheText() {
        String text = "A cold morning\n\n" + FIRST + "\n\n" + SECOND;

        assertThat(clean(json("Ferry came late", text)).articleBody()).isEqualTo(text);
        assertThat(clean(json("A cold morning", text)).articleBody()).startsWith(FIRST);
    }

    @Test
    void charactersThatNoTextHasAreLeftOut() {
        Article article = clean("""
                {"articleBody":"%s\\r\\n\\r\\nThe \\u0000union\\u001b\\tasked\\rfor more.\\u007f","headline":"A\\u0000 strike",
                 "author":["Ida\\u0001 Brenn","\\u0000"],"keywords":["\\u0085port"],"description":"\\u0000"}""".formatted(FIRST));

        assertThat(article.articleBody()).isEqualTo(FIRST + "\n\nThe union\tasked\nfor more.");
        assertThat(article.headline()).isEqualTo("A strike");
        assertThat(article.author()).extracting(Person::name).containsExactly("Ida Brenn");
        assertThat(article.keywords()).containsExactly("port");
        assertThat(article.description()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01, 2026-05-01, 2026-05-01T00:00:00Z",
        "2026-05-01T10:00:00+02:00, 2026-05-01T10:00:00+02:00, 2026-05-01T08:00:00Z",
        "2026-05-01T10:00:00+0200, 2026-05-01T10:00:00+02:00, 2026-05-01T08:00:00Z",
        "2026-05-01 10:00:00+02:00, 2026-05-01T10:00:00+02:00, 2026-05-01T08:00:00Z",
        "'Fri, 01 May 2026 10:00:00 GMT', 2026-05-01T10:00:00Z, 2026-05-01T10:00:00Z",
        "2026-05-01 10:00, 2026-05-01, 2026-05-01T00:00:00Z",
        "1814-11-29, 1814-11-29, 1814-11-29T00:00:00Z",
        "1970-01-01, 1970-01-01, 1970-01-01T00:00:00Z",
        "2026-11-21T00:09:00Z, 2026-11-21T00:09:00Z, 2026-11-21T00:09:00Z"
    })
    void aDateIsReadAsItIsWritten(String given, String published, String eventTime) {
        Article article = clean(json("Ferry came late", FIRST, given));

        assertThat(article.datePublished()).isEqualTo(published);
        assertThat(article.pipeline().eventTime()).isEqualTo(eventTime);
    }

    /** RFC 3339 and most that reads it has four digits for the year; these would be others, as given or in UTC. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+12345-01-01T00:00:00Z",
                "+10000-01-01T00:00:00+14:00",
                "9999-12-31T23:59:59-14:00",
                "0001-01-01T00:00:00+14:00",
                "0000-05-01",
                "-0044-03-15",
                "2026-02-30"
            })
    void aDateThatConsumersCannotReadIsNone(String given) {
        assertHasNoDate(given);
    }

    /** What programs write for no date, and what was written after the text was fetched; stories would be taken apart by them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "0001-01-01",
                "0001-01-01T00:00:00-08:00",
                "1970-01-01T00:00:00Z",
                "1970-01-01T01:00:00+01:00",
                "2026-11-21T00:11:00Z",
                "2026-11-22",
                "2038-01-19T03:14:07Z",
                "9999-12-31T23:59:59Z"
            })
    void aDateThatCannotBeMeantIsNone(String given) {
        assertHasNoDate(given);
    }

    private void assertHasNoDate(String given) {
        Article article = clean(json("Ferry came late", FIRST, given));

        assertThat(article.datePublished()).isNull();
        assertThat(article.pipeline().datePrecision()).isNull();
        assertThat(article.pipeline().eventTime()).isEqualTo("2026-11-21T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"en, en", "pt_BR, pt-BR", "zh-Hant-TW, zh-Hant-TW", "English,", "en-,", "'en,de',", "<b>,"})
    void aLanguageIsATagOrNone(String given, @Nullable String published) {
        String json = Json.line(Json.object()
                .put("headline", "Ferry came late")
                .put("articleBody", FIRST)
                .put("inLanguage", given));

        assertThat(clean(json).inLanguage()).isEqualTo(published);
    }

    @Test
    void aLanguageOfAMegabyteIsNone() {
        String json = Json.line(Json.object()
                .put("headline", "Ferry came late")
                .put("articleBody", FIRST)
                .put("inLanguage", "en" + "-abcdefgh".repeat(100_000)));

        assertThat(clean(json).inLanguage()).isNull();
    }

    private static String json(String headline, String body, String published) {
        return Json.line(
                Json.object().put("headline", headline).put("articleBody", body).put("datePublished", published));
    }

    private static String json(String headline, String text) {
        return Json.line(Json.object().put("headline", headline).put("text", text));
    }

    private Article clean(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        Page page = Page.resource(
                "in:1",
                "https://a.example/1",
                Instant.parse("2026-11-21T00:00:00Z"),
                CleanDocument.MEDIA_TYPE,
                null,
                body);
        return cleaner.clean(page).fold(cleaned -> cleaned.article(), refused -> {
            throw new AssertionError(refused.detail());
        });
    }
}
