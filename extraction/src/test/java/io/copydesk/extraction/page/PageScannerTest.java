package io.copydesk.extraction.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageScannerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<p>x</p>; PARAGRAPH",
                "<div>x</div>; LOOSE",
                "<h4>x</h4>; HEADING",
                "<ul><li><p>x</p></li></ul>; ITEM",
                "<dl><dd>x</dd></dl>; ITEM",
                "<blockquote><p>x</p></blockquote>; QUOTE",
                "<pre>x</pre>; PREFORMATTED",
                "<figure>x</figure>; CAPTION",
                "<table><tr><td>x</td></tr></table>; CELL",
                "<table><tr><td><p>x</p></td></tr></table>; PARAGRAPH",
                "<ul><li><article>x</article></li></ul>; LOOSE"
            })
    void theNearestTagGivesABlockItsKind(String html, BlockKind kind) {
        assertThat(Scans.scan(html).blocks())
                .singleElement()
                .extracting(b -> b.kind)
                .isEqualTo(kind);
    }

    @Test
    void oneBreakIsALineAndTwoAreABlock() {
        assertThat(texts("<p>Kelm <br> quay<br><br>ferry<hr>lamp")).containsExactly("Kelm\nquay", "ferry", "lamp");
    }

    @Test
    void whiteSpaceCollapsesOutsideOfPreformattedTextAndInvisibleCharactersGo() {
        assertThat(texts("<p> Kelm \n\t\u00A0 qu\u00ADay\u200B </p>")).containsExactly("Kelm quay");
        assertThat(texts("<pre>a\nb</pre>")).containsExactly("a\nb");
    }

    @Test
    void linksAndEmphasisAreCountedInCharacters() {
        Block block = Scans.scan("<p><a>Kelm</a> and <b><a>quay</a>s</b></p>")
                .blocks()
                .get(0);

        assertThat(block.links).isEqualTo(2);
        assertThat(block.linkChars).isEqualTo(8);
        assertThat(block.strongChars).isEqualTo(5);
        assertThat(block.linkDensity()).isEqualTo(8 / 14.0);
    }

    @Test
    void aLinkAroundTwoBlocksCountsInBoth() {
        assertThat(Scans.scan("<a><div>Kelm</div><div>quay</div></a>").blocks()).allMatch(b -> b.links == 1);
    }

    @Test
    void whatBrowsersDoNotPrintIsNotRead() {
        assertThat(texts("<script>x</script><p>Kelm<span hidden> dark</span><button>Ok</button> quay"))
                .containsExactly("Kelm quay");
    }

    @Test
    void aCustomElementIsABlockAndAnUnknownOneIsNot() {
        assertThat(texts("<x-a>Kelm</x-a><x-a>quay</x-a>")).containsExactly("Kelm", "quay");
        assertThat(texts("<xa>Kelm</xa> <xa>quay</xa>")).containsExactly("Kelm quay");
    }

    @Test
    void anInlineElementWithABoilerplateClassIsARegionOfItsOwn() {
        assertThat(texts("<p>Kelm <span class=share>Tell</span> quay")).containsExactly("Kelm", "Tell", "quay");
        assertThat(texts("<p>Kelm <span class=teaser>Tell</span> quay")).containsExactly("Kelm Tell quay");
    }

    @Test
    void regionsAreRangesOfBlocks() {
        ScannedPage page = Scans.scan("<p>a<div id=r><p>b<p>c</div><p>d");
        Region region = Scans.region(page, "r");

        assertThat(region.size()).isEqualTo(2);
        assertThat(page.of(region)).extracting(b -> b.text).containsExactly("b", "c");
        assertThat(page.root().contains(region)).isTrue();
        assertThat(region.contains(page.root())).isFalse();
    }

    @Test
    void whatIsHiddenAndHoldsMostOfTheTextIsLifted() {
        assertThat(isHidden(501, 333)).isFalse();
        assertThat(isHidden(501, 334)).isTrue();
        assertThat(isHidden(500, 100)).isTrue();
    }

    private static boolean isHidden(int hidden, int shown) {
        ScannedPage page = Scans.scan(
                "<div hidden id=h><div id=r>" + Scans.p("ferry", hidden) + "</div></div>" + Scans.p("quay", shown));
        HiddenMainText.lift(page);
        return Scans.region(page, "r").hidden;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<i hidden>| true",
                "<i hidden=until-found>| false",
                "<i aria-hidden=true>| true",
                "<i aria-hidden=false>| false",
                "<i style='color:red; DISPLAY : none'>| true",
                "<i style='visibility:hidden'>| true",
                "<i style='display:block'>| false",
                "<i>| false"
            })
    void attributesHideAnElement(String html, boolean hidden) {
        assertThat(Visibility.isHidden(Jsoup.parse(html).body().child(0))).isEqualTo(hidden);
    }

    private static List<String> texts(String html) {
        return Scans.scan(html).blocks().stream().map(b -> b.text).toList();
    }
}
