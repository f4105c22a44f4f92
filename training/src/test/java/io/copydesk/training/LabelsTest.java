package io.copydesk.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.Extractor;
import io.copydesk.extraction.ExtractorOptions;
import io.copydesk.extraction.Layer;
import io.copydesk.extraction.SourceDocument;
import io.copydesk.extraction.page.BlockSheet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private static final String FIRST =
            "The ferry to Kelm left two hours late on Monday because its only pilot had overslept, the harbour office said.";
    private static final String SECOND =
            "Passengers waited on the quay, where a baker handed out the rolls that should have gone on board with them.";
    private static final String BOX =
            "Our shop has posters of all ferries of the line, framed or unframed, in three sizes.";

    private static BlockSheet sheet(String body) {
        String html = "<html><body><article>" + body + "</article></body></html>";
        SourceDocument document = new SourceDocument(
                "https://kelm.example/a", "text/html", "utf-8", html.getBytes(StandardCharsets.UTF_8), null);
        return Extractor.create(ExtractorOptions.DEFAULT.without(Layer.MODEL))
                .sheet(document)
                .orElseThrow();
    }

    private static GoldPage gold(String text, List<String> with, List<String> without) {
        return new GoldPage(
                "set", "id", "https://kelm.example/a", "kelm.example", text, null, with, without, Path.of("a"));
    }

    private static float share(Labels labels, BlockSheet sheet, String text) {
        return labels.share()[index(sheet, text)];
    }

    private static int index(BlockSheet sheet, String text) {
        for (int i = 0; i < sheet.size(); i++) {
            if (sheet.text(i).equals(text)) {
                return i;
            }
        }
        throw new AssertionError("no block " + text);
    }

    @Test
    void aBlockIsTheArticlesAsFarAsItsTextIs() {
        BlockSheet sheet = sheet("<p>" + FIRST + "</p><p>" + BOX + "</p><p>" + SECOND + "</p>");

        Labels labels = Labels.of(gold(FIRST + "\n" + SECOND, List.of(), List.of()), sheet);

        assertThat(share(labels, sheet, FIRST)).isEqualTo(1);
        assertThat(share(labels, sheet, SECOND)).isEqualTo(1);
        assertThat(share(labels, sheet, BOX)).isZero();
        assertThat(labels.weight()[index(sheet, BOX)]).isPositive();
    }

    @Test
    void textIsCountedOnceForTheLongestBlock() {
        String quote = "a baker handed out the rolls that should have gone on board";
        BlockSheet sheet = sheet("<p>" + FIRST + "</p><blockquote>" + quote + "</blockquote><p>" + SECOND + "</p>");

        Labels labels = Labels.of(gold(FIRST + "\n" + SECOND, List.of(), List.of()), sheet);

        assertThat(share(labels, sheet, quote)).isZero();
        assertThat(share(labels, sheet, SECOND)).isEqualTo(1);
    }

    @Test
    void segmentsSayNothingOfOtherBlocks() {
        BlockSheet sheet = sheet("<p>" + FIRST + "</p><p>" + BOX + "</p><p>" + SECOND + "</p>");

        Labels labels = Labels.of(
                gold(null, List.of("left two hours late"), List.of("posters of all ferries of the line")), sheet);

        assertThat(share(labels, sheet, FIRST)).isEqualTo(1);
        assertThat(share(labels, sheet, BOX)).isZero();
        assertThat(labels.weight()[index(sheet, BOX)]).isPositive();
        assertThat(labels.weight()[index(sheet, SECOND)]).isZero();
    }
}
