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
    void readsALabelAndANameInTwoElements() {
        assertThat(authors(TITLE + "<div><span>By</span> <button>Mara Velt</button><span>• 4 March 2025</span></div>"))
                .containsExactly("Mara Velt");
        assertThat(authors(TITLE + "<div><div>Written by</div><div>Mara Velt</div><div>Product News</div></div>"))
                .containsExactly("Mara Velt");
        assertThat(authors(TITLE + "<p>By <a href=/sea>the sea</a>, ferries run again.</p>"))
                .isEmpty();
    }

    @Test
    void readsANameBesideADateAlsoAboveTheHeadline() {
        assertThat(authors("<div><span>17 May 2025</span><span>Mara Velt</span></div>" + TITLE))
                .containsExactly("Mara Velt");
        assertThat(authors(TITLE + "<p>" + "Ferries run again. ".repeat(12)
                        + "</p><ul><li>Mara Velt<li><time>17 May 2025</time></ul>"))
                .containsExactly("Mara Velt");
        assertThat(authors(TITLE + "<p>" + "Ferries run again. ".repeat(12) + "</p><ul><li>Mara Velt<li>Harbour</ul>"))
                .isEmpty();
        assertThat(authors("<div><a href=/sections/world>World News</a> <span>17 May 2025</span></div>" + TITLE))
                .isEmpty();
    }

    @Test
    void readsTheOnlyBylineFarBelow() {
        String text = TITLE + "<p>" + "Ferries run again. ".repeat(400) + "</p>";
        assertThat(authors(text + "<div>Text by <a href=/contributor/mara>Mara Velt</a></div>"))
                .containsExactly("Mara Velt");
        assertThat(authors(text + "<div>By Mara Velt</div><div>By Jon Ekdal</div>"))
                .isEmpty();
    }

    @Test
    void readsTheNameInABoxAboutTheAuthor() {
        assertThat(authors(TITLE + "<p>Ferries run again.</p><aside class=about-author><h4>About the author</h4>"
                        + "<p><strong>Mara Velt</strong> writes about the sea.</p></aside>"))
                .containsExactly("Mara Velt");
    }

    @Test
    void readsNamesThatStandInElementsOfTheirOwn() {
        assertThat(authors(TITLE
                        + "<div class=byline><span class=n>Mara Velt</span> <span class=n>Jon Ekdal</span></div>"))
                .containsExactly("Mara Velt", "Jon Ekdal");
        assertThat(authors(TITLE + "<div class=author><a>Mara Velt</a><span>Lindhaven</span></div>"))
                .containsExactly("Mara Velt");
        assertThat(authors(SITE + TITLE + "<div>By Mara Velt, The Herald</div>"))
                .containsExactly("Mara Velt");
    }

    @Test
    void readsALinkToThePageOfAPersonBelowTheHeadline() {
        assertThat(authors(TITLE + "<div><a href=/contributors/mara-velt/>Mara Velt</a></div>"))
                .containsExactly("Mara Velt");
        assertThat(authors(TITLE + "<div><a href=/team/contact>Write to us</a></div>"))
                .isEmpty();
        assertThat(authors(TITLE + "<p>" + "Ferries run again. ".repeat(60)
                        + "</p><div><a href=/contributors/mara-velt/>Mara Velt</a></div>"))
                .isEmpty();
    }

    @Test
    void readsTheCardForLinks() {
        assertThat(authors(
                        "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Mara Velt'>"
                                + "<meta name=twitter:label2 content='Time to read'><meta name=twitter:data2 content='4 minutes'>"
                                + TITLE))
                .containsExactly("Mara Velt");
        assertThat(authors("<meta name=twitter:label1 content='Price'><meta name=twitter:data1 content='Four Crowns'>"
                        + TITLE))
                .isEmpty();
    }

    @Test
    void prefersAPersonToAnOrganizationOfJsonLd() {
        String jsonLd =
                "<script type='application/ld+json'>{'@type':'NewsArticle','author':{'@type':'NewsMediaOrganization',"
                        + "'name':'Coastal Press'}}</script>";
        assertThat(authors(jsonLd + TITLE + "<p class=byline>By Mara Velt</p>")).containsExactly("Mara Velt");
        assertThat(authors(jsonLd + TITLE)).containsExactly("Coastal Press");
    }

    @Test
    void readsNamesInAByLineOfSeveralLinesAndABoldParagraph() {
        String notes = "<span>" + "Updated for readers of the coast and the islands ".repeat(4) + "</span>";
        assertThat(authors(TITLE + "<div class=article-byline><span>Mara Velt, Jon Ekdal</span>" + notes + "</div>"))
                .containsExactly("Mara Velt", "Jon Ekdal");
        assertThat(authors(TITLE + "<p><strong>MARA VELT</strong></p><p>Ferries run again.</p>"))
                .containsExactly("MARA VELT");
        assertThat(authors(TITLE + "<p><strong>Ferries run again</strong></p><p>They do.</p>"))
                .isEmpty();
    }

    @Test
    void readsAClassThatNamesTheAuthorWhateverElseItSays() {
        assertThat(authors(TITLE + "<div class=social-author><a class=social-author__name>Mara Velt</a></div>"))
                .containsExactly("Mara Velt");
    }

    @Test
    void leavesOutReviewersAndConsultants() {
        assertThat(authors(TITLE + "<p class=byline>By Mara Velt. Peer reviewed by Jon Ekdal</p>"))
                .doesNotContain("Jon Ekdal");
        assertThat(authors(TITLE + "<p class=byline>Mara Velt, Former Harbour Consultant</p>"))
                .containsExactly("Mara Velt");
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
