package io.copydesk.extraction.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.dom.PageTree;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoverCardsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The leader <a>Holm</a><span id=x class="rollover-block"><a href="/h">All about Holm</a></span> said | The leader Holm
            The leader <a>Ida Holm</a> <span id=x><b>Ida Holm</b> <img src=h.jpg> has led it since 2019</span> said | The leader Ida Holm
            The leader Ida <a>Holm</a><span id=x><b>Ida Holm</b> <a href="/h">More</a></span> said | The leader Ida Holm
            """)
    void isABoxBehindALink(String html, String before) {
        assertThat(HoverCards.isOne(element(html), before)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The <span id=x class="has-tooltip"><a href="/h">Holm</a> family</span> said | The
            The leader <a>Holm</a> of the <span id=x class="tooltip-term"><a href="/t">pier</a> council</span> said | The leader Holm of the
            <span id=x class="tooltip"><a href="/h">Ida Holm</a> and others</span> said | ''
            The leader <a>Holm</a><span id=x class="tooltip-term"> said</span> no more | The leader Holm
            From <a>New York</a> <em id=x><a href="/t">to Boston and New York</a> by rail</em> | From New York
            """)
    void isNoBoxWhatReadersSee(String html, String before) {
        assertThat(HoverCards.isOne(element(html), before)).isFalse();
    }

    @Test
    void aSentenceGoesOnBehindTheBox() {
        String html =
                "<p>The leader <a href='/h'>Holm</a><span class='hovercard'><a href='/h'>Holm leads the council</a></span> said no.</p>";
        ScannedPage page = PageScanner.scan(PageTree.of(Jsoup.parse(html)), ClassWords.load());
        assertThat(page.blocks())
                .singleElement()
                .satisfies(block -> assertThat(block.text).isEqualTo("The leader Holm said no."));
    }

    private static Element element(String html) {
        return Jsoup.parse("<p>" + html + "</p>").expectFirst("#x");
    }
}
