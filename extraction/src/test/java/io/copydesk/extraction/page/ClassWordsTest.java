package io.copydesk.extraction.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.page.ClassWords.Meaning;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ClassWordsTest {

    @Test
    void onlyWholeWordsCount() {
        assertThat(ofClass("share")).containsExactly(Meaning.SHARE);
        assertThat(ofClass("post_SHARE-bar")).containsExactly(Meaning.SHARE);
        assertThat(ofClass("shareholder")).isEmpty();
    }

    @Test
    void wordsAreSplitAtHumpsAndPairsAreJoined() {
        assertThat(ofClass("articleBody")).containsExactly(Meaning.BODY);
        assertThat(ofClass("article-body")).containsExactly(Meaning.BODY);
        assertThat(ofClass("article body")).isEmpty();
    }

    @Test
    void someWordsCountOnlyAsTheWholeName() {
        assertThat(ofClass("x hidden y")).containsExactly(Meaning.HIDDEN);
        assertThat(ofClass("overflow-hidden")).isEmpty();
        assertThat(ofClass("hidden-x")).isEmpty();
    }

    @Test
    void aNumberAtTheEndIsNoPartOfAWordButOneAtTheBeginningIs() {
        assertThat(ofClass("sidebar2")).containsExactly(Meaning.SIDEBAR);
        assertThat(ofClass("2sidebar")).isEmpty();
    }

    @Test
    void aNegatedWordMeansNothing() {
        assertThat(ofClass("no-sidebar")).isEmpty();
        assertThat(ofClass("with-sidebar")).isEmpty();
        assertThat(ofClass("left-sidebar")).containsExactly(Meaning.SIDEBAR);
    }

    @Test
    void anIdCountsUnlessItIsTheSlugOfAHeading() {
        assertThat(of(new Element("div").attr("id", "share-on-quay"))).containsExactly(Meaning.SHARE);
        assertThat(of(new Element("div").attr("id", "share-on-the-quay"))).isEmpty();
    }

    private static List<Meaning> ofClass(String words) {
        return of(new Element("div").attr("class", words));
    }

    private static List<Meaning> of(Element element) {
        Document document = Document.createShell("");
        document.body().appendChild(element);
        PageTree page = PageTree.of(document);
        ClassWords.Classes classes = Scans.WORDS.on(page).of(page.body() + 1);
        return Arrays.stream(Meaning.values()).filter(classes::has).toList();
    }
}
