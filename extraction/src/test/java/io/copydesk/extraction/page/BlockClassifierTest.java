package io.copydesk.extraction.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.notice.Passage;
import io.copydesk.extraction.page.MainTextFinder.Hints;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class BlockClassifierTest {

    private static final Hints HINTS = new Hints("Kelm gets its ferry back", null, null, false, false);
    private static final String LONG =
            "The ferry to Kelm sails again from Monday, two years after the old ship ran aground off the northern pier.";
    private static final String BOX =
            "Posters of all ferries of the line are in our shop, framed or unframed, in three sizes.";

    private static BlockClassifier model(String second) {
        return BlockClassifier.parse(List.of("first", "tree", "leaf 0", "second", "tree", second, "leaf -3", "leaf 3"));
    }

    private static List<String> read(BlockClassifier model, String html) {
        return MainTextFinder.create(model, NoticeScore.NONE)
                .find(PageTree.of(Jsoup.parse(html)), HINTS)
                .passages()
                .stream()
                .map(Passage::text)
                .toList();
    }

    @Test
    void decidesBlockByBlock() {
        String page = "<article><p>" + LONG + "</p><p>" + LONG + LONG + "</p><p>" + BOX + "</p></article>";

        assertThat(read(model("LENGTH 4.6 2"), page)).containsExactly(LONG, LONG + LONG);
    }

    @Test
    void saysItsBestWhenItWouldLeaveNothing() {
        String page = "<article><p>" + LONG + "</p><p>" + BOX + "</p></article>";

        assertThat(read(model("LENGTH 99 2"), page)).containsExactly(LONG, BOX);
    }

    @Test
    void neverTakesTheHeadlineForText() {
        String page = "<article><div>Kelm gets its ferry back</div><p>" + LONG + "</p><p>" + BOX + "</p></article>";

        assertThat(read(model("LENGTH 0 2"), page)).containsExactly(LONG, BOX);
    }

    @Test
    void refusesAModelOfAnotherForm() {
        assertThatThrownBy(() -> BlockClassifier.parse(List.of("first", "tree", "leaf 1")))
                .hasMessageContaining("two parts");
        assertThatThrownBy(() -> model("COLOUR 1 2")).hasMessageContaining("COLOUR");
    }

    @Test
    void theBundledModelFitsTheFeatures() {
        assertThat(read(BlockClassifier.load(), "<article><p>" + LONG + "</p><p>" + LONG + LONG + "</p></article>"))
                .containsExactly(LONG, LONG + LONG);
    }
}
