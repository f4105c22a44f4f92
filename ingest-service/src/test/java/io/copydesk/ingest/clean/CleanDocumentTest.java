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
import org.junit.jupiter.api.Test;

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
