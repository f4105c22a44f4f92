package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Utf16Test {

    @Test
    void loneSurrogatesAreReplacedAndPairsKept() {
        assertThat(Utf16.repaired("\ud800")).isEqualTo("\ufffd");
        assertThat(Utf16.repaired("a\udc00b\ud800c")).isEqualTo("a\ufffdb\ufffdc");
        assertThat(Utf16.repaired("\ud800\ud83d\ude00\udc00")).isEqualTo("\ufffd\ud83d\ude00\ufffd");
        assertThat(Utf16.repaired("\ude00\ud83d")).isEqualTo("\ufffd\ufffd");
        assertThat(Utf16.repairedOrNull(null)).isNull();
    }

    @Test
    void aWellFormedTextIsTheSameObject() {
        String text = "Tide \ud83c\udf0a";

        assertThat(Utf16.repaired(text)).isSameAs(text);
    }

    @Test
    void aPrefixSplitsNoPair() {
        assertThat(Utf16.prefix("ab", 2)).isEqualTo("ab");
        assertThat(Utf16.prefix("abc", 2)).isEqualTo("ab");
        assertThat(Utf16.prefix("a\ud83d\ude00b", 2)).isEqualTo("a");
        assertThat(Utf16.prefix("a\ud83d\ude00b", 3)).isEqualTo("a\ud83d\ude00");
        assertThat(Utf16.prefix("\ud83d\ude00", 0)).isEmpty();
        assertThat(Utf16.prefix("a\ud83dbc", 2)).isEqualTo("a\ud83d");
    }
}
