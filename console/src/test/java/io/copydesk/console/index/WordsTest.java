package io.copydesk.console.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void aSnippetIsAroundTheFirstWordAndNeverLong() {
        String text = "word ".repeat(500) + "harbour " + "word ".repeat(500);
        assertThat(Words.snippet(text, "-word Harbour")).contains("harbour").hasSizeLessThan(260);
        assertThat(Words.snippet("short", "none")).isEqualTo("short");
        assertThat(Words.snippet("x".repeat(10_000), "x")).hasSizeLessThan(260);
        assertThat(Words.snippet("", "x")).isEmpty();
    }

    @Test
    void anyTextIsASearch() {
        for (String typed :
                new String[] {"(((", "\"", "a* *b ~1 ^2 \\", "|+-", "\u0000\uD800", "word ".repeat(10_000)}) {
            assertThatCode(() -> Words.query(typed, Map.of("text", 1f)).toString())
                    .doesNotThrowAnyException();
        }
    }
}
