package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text is a notice here when it has an N, as a whole when all its lines have one. */
class BrokenLinesTest {

    @ParameterizedTest
    @CsvSource({
        "a/b/N, a/b|N",
        "a/ N /N, a|N|N",
        "a/N/b, a|N|b",
        "a/N/b/N, a|N|b|N",
        "a/N/b/c/N, a/N/b/c|N",
        "a/N/b/c, a/N/b/c",
        "a/b, a/b",
        "a, a",
        "N/b, N|b"
    })
    void theNoticesAtTheEndBecomeLinesOfTheirOwn(String lines, String expected) {
        assertThat(split(lines.replace('/', '\n')).replace('\n', '/')).isEqualTo(expected);
    }

    @Test
    void aNoticeAsAWholeStaysWholeUnlessALineOfItIsText() {
        assertThat(split("N\nN")).isEqualTo("N\nN");
        assertThat(BrokenLines.split(List.of(passage("word\nN")), p -> p.text().contains("N")))
                .hasSize(1);
        String text = "w".repeat(100);
        assertThat(BrokenLines.split(
                        List.of(passage(text + "\nN")), p -> p.text().contains("N")))
                .extracting(Passage::text)
                .containsExactly(text, "N");
        assertThat(BrokenLines.split(
                        List.of(passage(text.substring(1) + "\nN")),
                        p -> p.text().contains("N")))
                .hasSize(1);
    }

    @Test
    void verseAndPreformattedTextStayTogether() {
        assertThat(split("a\n".repeat(14) + "N")).endsWith("|N");
        assertThat(split("a\n".repeat(15) + "N")).doesNotContain("|");
        Passage code = new Passage(0, "a\nN", false, 0, true);
        assertThat(BrokenLines.split(List.of(code), p -> p.text().equals("N"))).containsExactly(code);
    }

    @Test
    void linesOfOnePassageAreJoinedAgain() {
        assertThat(BrokenLines.join(List.of(
                        new Passage(1, "a", false, 0),
                        new Passage(1, "b", false, 0),
                        new Passage(2, "c", false, 0),
                        new Passage(1, "d", false, 0))))
                .extracting(Passage::text)
                .containsExactly("a\nb", "c", "d");
    }

    private static String split(String text) {
        return String.join(
                "|",
                BrokenLines.split(List.of(passage(text)), BrokenLinesTest::isNotice).stream()
                        .map(Passage::text)
                        .toList());
    }

    private static boolean isNotice(Passage passage) {
        return passage.text().lines().allMatch(line -> line.strip().equals("N"));
    }

    private static Passage passage(String text) {
        return new Passage(3, text, false, 0);
    }
}
