package io.copydesk.extraction.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PageAuthorsTest {

    private static final String URL = "https://www.herald.example/coast/harbour";
    private static final String TITLE = "<h1>Harbour of Lindhaven open again</h1>";
    private static final String SITE = "<meta property=og:site_name content='The Herald'>";

    @Test
    void asksOtherSourcesWhenJsonLdNamesOnlyTheSite() {
        String jsonLd =
                "<script type='application/ld+json'>{'@type':'NewsArticle','author':{'name':'The Herald'}}</script>";
        assertThat(authors(SITE + jsonLd + "<meta name=author content='Mara Velt'>"))
                .containsExactly("Mara Velt");
        assertThat(authors(SITE + jsonLd + TITLE + "<span class=byline-name>Mara Velt</span>"))
                .containsExactly("Mara Velt");
        assertThat(authors(SITE + jsonLd + TITLE)).containsExactly("The Herald");
    }

    @Test
    void readsTheBylineBesideTheHeadlineAndNoneOfOtherArticles() {
        assertThat(authors(TITLE + "<div><a rel=author>Mara Velt</a> and <a rel=author>Jon Ekdal</a></div><p>"
                        + "Ferries run again. ".repeat(40) + "</p><ul><li><a rel=author>Ina Holt</a></ul>"
                        + "<div class=related><a rel=author>Per Lund</a></div>"))
                .containsExactly("Mara Velt", "Jon Ekdal");
    }

    @Test
    void readsALineThatStartsLikeAByline() {
        assertThat(authors(TITLE + "<div>By Mara Velt</div><p>By the sea, ferries run again.</p>"))
                .containsExactly("Mara Velt");
        assertThat(authors(TITLE + "<div>Von Mara Velt</div>")).containsExactly("Mara Velt");
        assertThat(authors(TITLE + "<div>By the sea</div>")).isEmpty();
    }

    @Test
    void leavesOutDaysDegreesRolesAndOtherTrades() {
        assertThat(authors(TITLE + "<p class=byline>By Mara Velt, MD | December 19, 2024</p>"))
                .containsExactly("Mara Velt");
        assertThat(authors(TITLE + "<p class=byline>Mara Velt, Head Correspondent, Edited by Jon Ekdal</p>"))
                .containsExactly("Mara Velt");
        assertThat(authors(TITLE + "<p class=byline>Mara Velt on Friday</p>")).containsExactly("Mara Velt");
    }

    @Test
    void keepsTheNewsroomOnlyWhereNoPersonIsNamed() {
        assertThat(AuthorNames.of(List.of("Mara Velt, Herald Staff"))).containsExactly("Mara Velt");
        assertThat(AuthorNames.of(List.of("Mara Velt", "herald.example"))).hasSize(2);
        assertThat(AuthorNames.of(List.of("Mara Velt", "herald.com"))).containsExactly("Mara Velt");
        assertThat(AuthorNames.of(List.of("Herald Staff"))).containsExactly("Herald Staff");
    }

    @Test
    void tellsPersonsFromOtherWords() {
        assertThat(AuthorNames.looksLikePersons("Mara Velt")).isTrue();
        assertThat(AuthorNames.looksLikePersons("J. Mara van Velt")).isTrue();
        assertThat(AuthorNames.looksLikePersons("Mara Velt and Jon Ekdal")).isTrue();
        assertThat(AuthorNames.looksLikePersons("the sea")).isFalse();
        assertThat(AuthorNames.looksLikePersons("The Harbour 2024")).isFalse();
    }

    private static List<String> authors(String html) {
        return MetadataReader.read(Jsoup.parse(html, URL), URL, null).authors();
    }
}
