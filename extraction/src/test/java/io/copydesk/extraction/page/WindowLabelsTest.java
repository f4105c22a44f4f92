package io.copydesk.extraction.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowLabelsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<span>(opens in new tab)</span>",
                "<span>, opens a new window</span>",
                "<span class='go-vh'>(öffnet im neuen Fenster)</span>",
                "<i> – Nouvelle fenêtre</i>",
                "<span>（在新窗口打开）</span>"
            })
    void knowsWhatSaysThatAWindowOpens(String html) {
        assertThat(isOne(html)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<span>The shop opens in a new tab of the market</span>",
                "<span>opens in <b>new tab</b></span>",
                "<span></span>"
            })
    void takesNothingElseForOne(String html) {
        assertThat(isOne(html)).isFalse();
    }

    @Test
    void leavesTheSentenceAroundItWhole() {
        assertThat(Scans.scan("<p>The <a href='/f'>fund<span>(opens in new tab)</span></a> paid for two cars.</p>")
                        .blocks())
                .extracting(block -> block.text)
                .containsExactly("The fund paid for two cars.");
    }

    private static boolean isOne(String html) {
        return WindowLabels.isOne(Jsoup.parseBodyFragment(html).body().child(0));
    }
}
