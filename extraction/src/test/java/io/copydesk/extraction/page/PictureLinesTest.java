package io.copydesk.extraction.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PictureLinesTest {

    private static final String PARAGRAPH =
            "<p>" + "The ferries of Lindhaven run again since Monday. ".repeat(4) + "</p>";
    private static final String PICTURE = "<img src=quay.jpg width=640 alt='The old quay at dawn'>";

    @Test
    void takesOutWhatThePictureHasItself() {
        assertThat(removed("<div>" + PICTURE + "<span>The old quay at dawn.</span></div>"))
                .containsExactly("The old quay at dawn.");
    }

    @Test
    void takesOutALineInItalicsRightBelow() {
        assertThat(removed("<p>" + PICTURE + "<br><em>Waiting for the first ferry</em></p>"))
                .containsExactly("Waiting for the first ferry");
        assertThat(removed("<p>" + PICTURE + "</p><p><em>Waiting for the first ferry</em></p>"))
                .containsExactly("Waiting for the first ferry");
        assertThat(removed(PARAGRAPH + "<p><em>Waiting for the first ferry</em></p>"))
                .isEmpty();
    }

    @Test
    void takesOutTheOnlyLineInABoxWithAPicture() {
        assertThat(removed("<div><div>" + PICTURE + "</div><div>Waiting for the first ferry</div></div>"))
                .containsExactly("Waiting for the first ferry");
    }

    @Test
    void keepsParagraphsTitlesQuotesAndHeadings() {
        assertThat(removed("<p>" + PICTURE + "Waiting for the first ferry, they stood on the quay.</p>"))
                .isEmpty();
        assertThat(removed("<div>" + PICTURE + "<p>Best for</p></div>")).isEmpty();
        assertThat(removed("<div>" + PICTURE + "<p>2. Ferry of the year</p></div>"))
                .isEmpty();
        assertThat(removed("<p>" + PICTURE + "<br><em>“Why are we here at dawn?”</em></p>"))
                .isEmpty();
        assertThat(removed("<div>" + PICTURE + "<h2>Waiting for the first ferry</h2></div>"))
                .isEmpty();
    }

    @Test
    void keepsLinesBelowIconsAndFigures() {
        assertThat(removed("<div><img src=i.png width=24><p>Waiting for the first ferry</p></div>"))
                .isEmpty();
        assertThat(removed("<figure>" + PICTURE + "</figure><p><em>Waiting for the first ferry</em></p>"))
                .isEmpty();
    }

    @Test
    void keepsTheLinesOfAPageThatIsPictures() {
        ScannedPage page = Scans.scan("<div>" + PICTURE + "<span>The old quay at dawn.</span></div>");
        PictureLines.drop(page.blocks());
        assertThat(page.blocks()).allMatch(b -> b.removed == null);
    }

    private static List<String> removed(String html) {
        ScannedPage page = Scans.scan(PARAGRAPH + PARAGRAPH + html + PARAGRAPH);
        PictureLines.drop(page.blocks());
        return page.blocks().stream()
                .filter(b -> b.removed != null)
                .map(b -> b.text)
                .toList();
    }
}
