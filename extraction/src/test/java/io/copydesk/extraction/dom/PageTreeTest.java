package io.copydesk.extraction.dom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PageTreeTest {

    private static PageTree page(String body) {
        return PageTree.of(Jsoup.parse("<html><body>" + body + "</body></html>"));
    }

    @Test
    void numbersElementsAndTextsInDocumentOrder() {
        PageTree page = page("<p>Quay <b>open</b></p><!-- no node --><div></div>");

        List<String> nodes = new ArrayList<>();
        for (int i = page.body(); i < page.end(page.body()); i++) {
            nodes.add(
                    page.isText(i) ? "'" + page.text(i) + "'" : page.element(i).normalName());
        }

        assertThat(nodes).containsExactly("body", "p", "'Quay '", "b", "'open'", "div");
    }

    @Test
    void knowsWhatIsAroundAndInsideANode() {
        PageTree page = page("<p>Quay <b>open</b></p><div></div>");
        int p = page.body() + 1;

        assertThat(page.parent(p)).isEqualTo(page.body());
        assertThat(page.parent(p + 2)).isEqualTo(p);
        assertThat(page.end(p)).isEqualTo(p + 4);
        assertThat(page.end(p + 1)).isEqualTo(p + 2);
        assertThat(page.end(p + 4)).isEqualTo(page.size());
        assertThat(page.parent(0)).isEqualTo(-1);
        assertThat(page.tag(p)).isEqualTo(Tag.P);
        assertThat(page.tag(p + 4)).isEqualTo(Tag.DIV);
    }

    @Test
    void numbersEachValueOfClassAndIdOnce() {
        PageTree page = page("<i class='lead big'></i><i class='lead big' id=lead></i><i id='lead big'></i><i></i>");
        int first = page.body() + 1;

        assertThat(page.classes(first)).isEqualTo(page.classes(first + 1)).isEqualTo(page.id(first + 2));
        assertThat(page.name(page.classes(first))).isEqualTo("lead big");
        assertThat(page.name(page.id(first + 1))).isEqualTo("lead");
        assertThat(page.names()).isEqualTo(3);
        assertThat(page.classes(first + 3)).isZero();
        assertThat(page.hasAttributes(first + 3)).isFalse();
    }

    @Test
    void marksWhatManyRulesAskOfAnElement() {
        PageTree page =
                page("<p id=a> \n </p><p> 3 <i>May</i></p><p>Quay</p><p><i>3</i></p><time itemprop=x datetime=y>");
        int[] each = children(page);

        assertThat(page.has(each[0], PageTree.TEXT | PageTree.DIGIT | PageTree.OTHERS))
                .isFalse();
        assertThat(page.has(each[1], PageTree.TEXT)).isTrue();
        assertThat(page.has(each[1], PageTree.DIGIT)).isTrue();
        assertThat(page.has(each[2], PageTree.DIGIT)).isFalse();
        assertThat(page.has(each[3], PageTree.TEXT | PageTree.DIGIT)).isFalse();
        assertThat(page.has(each[4], PageTree.ITEMPROP)).isTrue();
        assertThat(page.has(each[4], PageTree.DATETIME)).isTrue();
        assertThat(page.has(each[4], PageTree.PUBDATE)).isFalse();
        assertThat(page.attr(each[4], "datetime")).isEqualTo("y");
        assertThat(page.attr(each[4], "title")).isEmpty();
    }

    @Test
    void measuresTextsWithoutTheWhiteSpaceAround() {
        PageTree page = page("<p>\n  The quay \t</p>");

        assertThat(page.length(page.body() + 2)).isEqualTo("The quay".length());
        assertThat(PageTree.strippedLength(" \n\u3000Quay open\t")).isEqualTo(9);
        assertThat(PageTree.strippedLength("  ")).isZero();
    }

    @Test
    void knowsHeadings() {
        PageTree page = page("<h6>Quay</h6><h7>Quay</h7><hr>");
        int[] each = children(page);

        assertThat(page.tag(each[0]).isHeading()).isTrue();
        assertThat(page.tag(each[1]).isHeading()).isFalse();
        assertThat(page.tag(each[2]).isHeading()).isFalse();
    }

    @Test
    void growsWithThePage() {
        PageTree page = page("<div>".repeat(300) + "<p>Quay</p>".repeat(9000));

        assertThat(page.size()).isGreaterThan(18_000);
        assertThat(page.text(page.size() - 1)).isEqualTo("Quay");
    }

    @Test
    void aFramesetStandsForTheBody() {
        PageTree page = PageTree.of(Jsoup.parse("<html><frameset><frame src=a></frameset></html>"));

        assertThat(page.tag(page.body())).isEqualTo(Tag.FRAMESET);
    }

    private static int[] children(PageTree page) {
        List<Integer> children = new ArrayList<>();
        for (int i = page.body() + 1; i < page.end(page.body()); i = page.end(i)) {
            children.add(i);
        }
        return children.stream().mapToInt(Integer::intValue).toArray();
    }
}
