package io.copydesk.extraction.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.dom.PageTree;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small readers of single values. */
class MetadataValuesTest {

    @ParameterizedTest
    @CsvSource({
        "en_US, en-US",
        "de-DE, de-DE",
        "DE, de",
        "'nb, en', nb",
        "fil, fil",
        "English,",
        "x,",
        "'',",
        "und,",
        "en-US-x-private1,",
        ","
    })
    void languageTagsAreReadFromClaims(@Nullable String claim, @Nullable String tag) {
        assertThat(LanguageTag.of(claim)).isEqualTo(tag);
    }

    @Test
    void markupAndEntitiesLeaveAOneLineText() {
        assertThat(Markup.oneLine(" Quay &amp; <b>ferry</b>\n\tof\u00A0Ke\u00ADlm "))
                .isEqualTo("Quay & ferry of Kelm");
        assertThat(Markup.oneLine("5 > 3 < 9")).isEqualTo("5 > 3 < 9");
        assertThat(Markup.oneLine(" \n ")).isNull();
        assertThat(Markup.strip("a<br>b<p>c")).isEqualTo("a\nb\nc");
        assertThat(Markup.strip("a < b")).isEqualTo("a < b");
    }

    @Test
    void metaTagsAreFoundByNamePropertyAndItemprop() {
        MetaTags tags = MetaTags.of(
                PageElements.of(
                        Jsoup.parse(
                                "<meta name=' Author ' content='Mara Velt'>"
                                        + "<meta property=author content='Jon Ekdal'><meta itemprop=section content=Coast><meta name=empty content=' '>")));

        assertThat(tags.all("none", "author")).containsExactly("Mara Velt", "Jon Ekdal");
        assertThat(tags.first("empty", "section", "author")).isEqualTo("Coast");
        assertThat(tags.first("none")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Quay open | The Herald,                       Quay open",
        "The Herald: quay open,                        quay open",
        "The Herald - Quay open,                       Quay open",
        "Quay open - Coast - The Herald,               Quay open - Coast",
        "Quay open after years | Coast | The Herald,   Quay open after years",
        "Quay open – herald.example,                   Quay open",
        "Quay open | Kelm Ferry,                       Quay open | Kelm Ferry",
        "Quay of Kelm open | News,                     Quay of Kelm open",
        "Quay of Kelm open - News,                     Quay of Kelm open - News",
        "Quay of Kelm open | a b c d e f g,            Quay of Kelm open | a b c d e f g"
    })
    void theSitesNameIsTakenOffATitle(String title, String rest) {
        assertThat(new SiteSuffix("The Herald", "www.herald.example").strip(title))
                .isEqualTo(rest);
    }

    @Test
    void withoutAPublisherTheHostTellsTheSitesName() {
        assertThat(new SiteSuffix(null, "www.kelm-herald.example").strip("Quay open - Kelm Herald"))
                .isEqualTo("Quay open");
        assertThat(new SiteSuffix(null, null).strip("Quay open - Kelm Herald")).isEqualTo("Quay open - Kelm Herald");
        assertThat(new SiteSuffix(null, null).strip(null)).isNull();
    }

    @Test
    void aSlugIsLikeATitleByTheWordsOfBoth() {
        assertThat(likeness("/quay-of-kelm-open-48213.html?x", "Quay of Kelm open!"))
                .isEqualTo(1);
        assertThat(likeness("/kelms-new-quay-is_open/x", "Kelm's new quay is open"))
                .isEqualTo(1);
        assertThat(likeness("/quay-of-kelm-opens", "Quay of Kelm open")).isEqualTo(3 / 5.0);
        assertThat(likeness("/the-new-ferry/quay-of-kelm", "Quay of Kelm")).isEqualTo(1);
    }

    @Test
    void anAddressWithoutWordsIsAsLikeToOneTitleAsToAnother() {
        assertThat(likeness("/quayofkelmopen", "Quay of Kelm open")).isEqualTo(likeness("/", "Ferries return"));
        assertThat(likeness("/kelm-48213", "Kelm")).isEqualTo(likeness("/", "Ferries return"));
    }

    private static double likeness(String path, String title) {
        return new UrlSlug("https://herald.example" + path).likeness(title);
    }

    @Test
    void aShortTextIsReadUpToItsLimit() {
        Element element = Jsoup.parse("<p>Quay <b>open</b></p>").selectFirst("p");

        assertThat(ShortText.of(element, 9)).isEqualTo("Quay open");
        assertThat(ShortText.of(element, 8)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "post-date; DATE OWN",
                "last-updated; DATE CHANGE",
                "published; DATE PUBLISH",
                "current-date; DATE TODAY",
                "related-links; ASIDE",
                "most-read; MOST",
                "elementor-widget; WIDGET BUILDER",
                "site-footer; FOOTER",
                "author-bio; ABOUT BYLINE",
                "author-name; NAME BYLINE",
                "byline; DATE BYLINE",
                "by-line; BYLINE",
                "authority; ",
                "quay; "
            })
    void classesAreMarkedByTheirParts(String words, @Nullable String marks) {
        int expected = marks == null
                ? 0
                : Arrays.stream(marks.split(" "))
                        .mapToInt(MetadataValuesTest::mark)
                        .sum();

        assertThat(marks("<div class='" + words.toUpperCase(Locale.ROOT) + "'>"))
                .isEqualTo(expected);
    }

    private static int marks(String html) {
        PageTree page = PageTree.of(Jsoup.parse(html));
        return new ClassMarks(page).of(page.body() + 1);
    }

    private static int mark(String name) {
        return switch (name) {
            case "DATE" -> ClassMarks.DATE;
            case "CHANGE" -> ClassMarks.CHANGE;
            case "PUBLISH" -> ClassMarks.PUBLISH;
            case "TODAY" -> ClassMarks.TODAY;
            case "ASIDE" -> ClassMarks.ASIDE;
            case "MOST" -> ClassMarks.MOST;
            case "WIDGET" -> ClassMarks.WIDGET;
            case "BUILDER" -> ClassMarks.BUILDER;
            case "FOOTER" -> ClassMarks.FOOTER;
            case "OWN" -> ClassMarks.OWN;
            case "ABOUT" -> ClassMarks.ABOUT;
            case "NAME" -> ClassMarks.NAME;
            case "BYLINE" -> ClassMarks.BYLINE;
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "By Mara Velt, Mara Velt",
        "Written by: Mara Velt, Mara Velt",
        "Di Stefano, Di Stefano",
        "De: Velt, Velt",
        "Byron Velt, Byron Velt",
        "By, By"
    })
    void theWordsBeforeANameAreTakenOff(String line, String rest) {
        assertThat(AuthorNames.withoutPrefix(line)).isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource({
        "Mara Velt edited by Jon Ekdal, Mara Velt",
        "Mara Velt • 5 min, Mara Velt",
        "Mara Velt (Kelm), Mara Velt",
        "Mara Velt PhD, Mara Velt",
        "Mara Velt 12, Mara Velt",
        "Edited Jon Ekdal,",
        "Illustration Jon Ekdal,",
        "mara@herald.example,",
        "Staff,",
        "Chief Reporter,",
        "November 5,",
        "Ab Cd Ef Gh Ij Kl Mn,",
        "Read More,",
        "https://herald.example/mara,"
    })
    void onlyANameIsLeftOfALine(String line, @Nullable String name) {
        assertThat(AuthorNames.of(List.of(line))).isEqualTo(name == null ? List.of() : List.of(name));
    }

    @Test
    void aNameCountsOnceAndInOrder() {
        assertThat(AuthorNames.of(List.of("Mara Velt and Jon Ekdal", "MARA VELT, Ina Holt")))
                .containsExactly("Mara Velt", "Jon Ekdal", "Ina Holt");
    }

    @Test
    void aSurerBylineWinsOverANearerOne() {
        String title = "<h1>Quay of Kelm open</h1>";

        assertThat(bylines(title + "<p class=byline>Mara Velt</p><a rel=author>Jon Ekdal</a>"))
                .containsExactly("Jon Ekdal");
        assertThat(bylines(title + "<a rel=author>Jon Ekdal</a><span itemprop=author>Ina Holt</span>"))
                .containsExactly("Ina Holt");
        assertThat(bylines(title + "<a href=/author/mara-velt>Mara Velt</a>")).containsExactly("Mara Velt");
        assertThat(bylines(title + "<a href=/author/>Mara Velt</a>")).isEmpty();
        assertThat(bylines(title + "<div class=author-bio><span class=byline>Mara Velt</span></div>"))
                .containsExactly("Mara Velt");
        String far = title + "<p>" + "Ferry ".repeat(700) + "</p><a rel=author>Mara Velt</a>";
        assertThat(bylines(far)).containsExactly("Mara Velt");
        assertThat(bylines(far + "<a rel=author>Jon Ekdal</a>")).isEmpty();
    }

    private static List<String> bylines(String html) {
        PageTree page = PageTree.of(Jsoup.parse(html));
        ClassMarks marks = new ClassMarks(page);
        return VisibleBylines.of(marks, new PrintedHeadline(page, marks, "Quay of Kelm open"));
    }
}
