package io.copydesk.extraction.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.dom.PageTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class LinkListsTest {

    private static final float DOUBTFUL = 0.6f;
    private static final float SURE = 0.9f;
    private static final String TITLE = "Ferries to Lindhaven run again";

    @Test
    void takesATitleOfAnotherArticleOutThatStandsAloneInAList() {
        assertThat(kept(DOUBTFUL, item(list(), TITLE, true))).containsExactly(false);
    }

    @Test
    void keepsWhatTheClassifierIsSureOf() {
        assertThat(kept(SURE, item(list(), TITLE, true))).containsExactly(true);
    }

    @Test
    void keepsAnOfferWithItsPrice() {
        assertThat(kept(DOUBTFUL, item(list(), "This lamp at Moor & Daughters for €39", true)))
                .containsExactly(true);
    }

    @Test
    void keepsAListThatAlsoHoldsText() {
        Region list = list();
        assertThat(kept(DOUBTFUL, item(list, TITLE, true), item(list, "The quay stays shut.", false)))
                .containsExactly(true, true);
    }

    @Test
    void keepsALongListAndLinksOutsideOfLists() {
        Region list = list();
        Block[] many = new Block[6];
        Arrays.setAll(many, i -> item(list, TITLE, true));
        assertThat(kept(DOUBTFUL, many)).containsOnly(true);
        assertThat(kept(DOUBTFUL, item(region("div", null), TITLE, true))).containsExactly(true);
    }

    private static boolean[] kept(float likelihood, Block... blocks) {
        boolean[] kept = new boolean[blocks.length];
        float[] all = new float[blocks.length];
        Arrays.fill(kept, true);
        Arrays.fill(all, likelihood);
        List<Block> page = new ArrayList<>(List.of(blocks));
        LinkLists.drop(page, all, kept);
        return kept;
    }

    private static Region list() {
        return region("ul", null);
    }

    private static Region region(String tag, Region parent) {
        PageTree page = PageTree.of(Jsoup.parse("<" + tag + "></" + tag + ">"));
        return new Region(page, page.body() + 1, parent, ClassWords.Classes.NONE, 0);
    }

    private static Block item(Region list, String text, boolean linked) {
        int chars = linked ? text.length() : 0;
        return new Block(0, region("li", list), BlockKind.ITEM, text, chars, linked ? 1 : 0, 0);
    }
}
