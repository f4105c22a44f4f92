package io.copydesk.extraction.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.metadata.PageElements;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class LayoutWordsTest {

    private static int[] words(String html) {
        return LayoutWords.of(PageElements.of(Jsoup.parse(html)), List.of(), "");
    }

    @Test
    void eachWordCountsOnceHoweverItIsWritten() {
        int[] once = words("<p class='product-card'>a");
        assertThat(once).hasSize(2);
        assertThat(words("<p class='productCard product_card2 PRODUCT'>a<p id=card>b"))
                .containsExactlyInAnyOrder(once);
    }

    @Test
    void theSameWordAtAnotherPlaceIsAnother() {
        int[] named = words("<p class=cart>a");
        int[] linked = words("<a href='https://shop.example/cart'>a</a>");
        assertThat(linked).hasSize(1).doesNotContain(named);
        assertThat(words("<a href=/cart>a</a>")).containsExactly(linked);
        assertThat(words("<body class=cart>a")).hasSize(2).contains(named);
    }

    @Test
    void whatReadersSeeIsNotRead() {
        assertThat(words("<p>cart</p><a href='//shop.example'>cart</a>")).isEmpty();
    }

    @Test
    void namesAndTypesOfTheHeadAreRead() {
        assertThat(words("<meta property='og:type' content=product><link rel=next>"))
                .hasSize(4);
        assertThat(LayoutWords.of(
                        PageElements.of(Jsoup.parse("")), List.of("\"Product\""), "https://a.example/shop/x1"))
                .hasSize(2);
    }

    @Test
    void aHostilePageHasBoundedWords() {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            html.append("<p class=x").append(letters(i)).append(">a</p>");
        }
        assertThat(words(html.toString())).hasSize(1 << 14);
        assertThat(words("<p class='" + "ab ".repeat(99) + "cd ef gh'>a")).hasSizeLessThan(4);
    }

    private static String letters(int number) {
        return Integer.toString(number, 26)
                .chars()
                .map(c -> c <= '9' ? c - '0' + 'a' : c + 10)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
