package io.copydesk.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Access;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Walls that only their form gives away, see {@code OfferBoxes}. */
class OfferBoxesTest {

    private static final String TEASER =
            "<p>The ferry of Eastmere will not sail on Sundays any more, because its captain wants to"
                    + " sing in the choir, as he told the harbour board on Monday.</p>";

    private final Extractor extractor = Extractor.create();

    @Test
    void aBoxWithAPriceAndBothLinksEndsATeaserInAnyWords() {
        ExtractedArticle article = read(TEASER + "<div><b>Come aboard</b><p>The deck is yours from £2.</p>"
                + "<a href='/subscribe/deck'>Step in</a> <a href='/login'>Back again?</a></div>");

        assertThat(article.access().state()).isEqualTo(Access.State.PAYWALLED);
        assertThat(article.access().bodyPartial()).isTrue();
        assertThat(article.body())
                .contains("sing in the choir")
                .doesNotContain("£2")
                .doesNotContain("aboard");
    }

    @Test
    void aLinkToTheOffersAloneIsNoWall() {
        ExtractedArticle article =
                read(TEASER + "<div><p>The deck is yours.</p><a href='/subscribe/deck'>Step in</a></div>");

        assertThat(article.access().state()).isEqualTo(Access.State.FREE);
    }

    @Test
    void aLongTextIsNoTeaser() {
        ExtractedArticle article = read(TEASER + longText() + "<div><p>From £2 a week.</p>"
                + "<a href='/subscribe/deck'>Step in</a> <a href='/login'>Back again?</a></div>");

        assertThat(article.access().state()).isEqualTo(Access.State.FREE);
    }

    private static String longText() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            text.append("<p>On day ")
                    .append(i)
                    .append(
                            " of the hearing, the board asked another passenger what the crossing meant to the village, and why.</p>");
        }
        return text.toString();
    }

    private ExtractedArticle read(String body) {
        String page = "<!doctype html><html lang=en><head><title>Ferry stops on Sundays</title></head><body><article>"
                + "<h1>Ferry stops on Sundays</h1>" + body + "</article></body></html>";
        SourceDocument source = new SourceDocument(
                "https://www.eastmere.example/news/ferry-stops-on-sundays",
                null,
                null,
                page.getBytes(StandardCharsets.UTF_8),
                Instant.parse("2026-05-20T12:00:00Z"));
        return ((Extraction.Extracted) extractor.extract(source)).article();
    }
}
