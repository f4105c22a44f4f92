package io.copydesk.extraction.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TeaserListsTest {

    private static final String TEASER = "<div class=t><h3><a>Lighthouse of Kelm dark</a></h3><p>Since May.</p></div>";
    private static final String TEXT = "<div class=t><p>Nothing to see here.</p></div>";

    @Test
    void threeTeasersAreAListAndTwoAreNot() {
        assertThat(isList(TEASER.repeat(3))).isTrue();
        assertThat(isList(TEASER.repeat(2))).isFalse();
    }

    @Test
    void fourFifthsOfTheChildrenMustBeTeasers() {
        assertThat(isList(TEASER.repeat(4) + TEXT)).isTrue();
        assertThat(isList(TEASER.repeat(3) + TEXT)).isFalse();
    }

    @Test
    void childrenMustLookAlike() {
        assertThat(isList(TEASER.repeat(2) + TEASER.replace("class=t", "class=u")))
                .isFalse();
    }

    @Test
    void aShortLinkOrALongTextIsNoTeaser() {
        String shorter = "<div><h3><a>Lamp of Kelm is out</a></h3></div>";
        String longer = "<div><h3><a>Lamp of Kelm is out!</a></h3></div>";

        assertThat(isList(shorter.repeat(3))).isFalse();
        assertThat(isList(longer.repeat(3))).isTrue();
        String withText = "<div><h3><a>Lamp of Kelm is out!</a></h3>%s</div>";
        assertThat(isList(withText.formatted(Scans.p("ferry", 580)).repeat(3))).isTrue();
        assertThat(isList(withText.formatted(Scans.p("ferry", 581)).repeat(3))).isFalse();
    }

    @Test
    void whatTheDeclaredTextHoldsIsNoTeaser() {
        ScannedPage page = Scans.scan("<div id=l>" + TEASER.repeat(3) + "</div>");
        page.blocks().forEach(b -> b.anchored = true);

        assertThat(TeaserLists.isOne(page, Scans.region(page, "l"))).isFalse();
    }

    private static boolean isList(String html) {
        ScannedPage page = Scans.scan("<div id=l>" + html + "</div>");
        return TeaserLists.isOne(page, Scans.region(page, "l"));
    }
}
