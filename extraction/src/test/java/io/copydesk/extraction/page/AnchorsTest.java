package io.copydesk.extraction.page;

import static io.copydesk.extraction.page.Scans.p;
import static io.copydesk.extraction.page.Scans.sentence;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorsTest {

    private static final String A = "ferry";
    private static final String B = "quay";

    @Test
    void blocksOfTheDeclaredBodyAreAnchoredAndOthersDoubted() {
        assertThat(read(sentence(A, 200) + "\n" + sentence(B, 200), p(A, 200) + p(B, 200) + p("lamp", 200)))
                .containsExactly("anchored", "anchored", "doubted");
    }

    @Test
    void aShortDeclaredBodyIsIgnored() {
        assertThat(read(sentence(A, 299), p(A, 299) + p(B, 200))).containsExactly("-", "-");
        assertThat(read(sentence(A, 300), p(A, 300) + p(B, 200))).containsExactly("anchored", "doubted");
    }

    @Test
    void nothingIsDoubtedWhereMostOfTheDeclaredBodyIsNotOnThePage() {
        assertThat(read(sentence(A, 200) + sentence("lamp", 300), p(A, 200) + p(B, 200)))
                .containsExactly("anchored", "-");
    }

    @Test
    void aDeclaredBodyThatIsOnlyTheBeginningDoubtsNothing() {
        assertThat(read(sentence(A, 400), p(A, 400) + p(B, 730))).containsExactly("anchored", "doubted");
        assertThat(read(sentence(A, 400), p(A, 400) + p(B, 760))).containsExactly("anchored", "-");
    }

    @Test
    void shortLinesAndLinksAreNoEvidence() {
        String body = sentence(A, 400) + " Mara Velt of Kelm said so again to all";

        assertThat(
                        read(
                                body,
                                p(A, 400)
                                        + "<p>Mara Velt of Kelm said so</p><p><a>Mara Velt of Kelm said so again to all</a></p>"))
                .containsExactly("anchored", "doubted", "doubted");
    }

    private static List<String> read(String body, String html) {
        ScannedPage page = Scans.scan(html);
        Anchors.apply(page, body);
        return page.blocks().stream()
                .map(b -> b.anchored ? "anchored" : b.doubted ? "doubted" : "-")
                .toList();
    }
}
