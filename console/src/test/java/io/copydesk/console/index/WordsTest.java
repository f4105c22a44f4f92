package io.copydesk.console.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Test
    void aSnippetIsAroundTheFirstWordAndNeverLong() {
        String text = "word ".repeat(500) + "harbour " + "word ".repeat(500);
        assertThat(Words.snippet(text, "-word Harbour")).contains("harbour").hasSizeLessThan(260);
        assertThat(Words.snippet("short", "none")).isEqualTo("short");
        assertThat(Words.snippet("x".repeat(10_000), "x")).hasSizeLessThan(260);
        assertThat(Words.snippet("", "x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ΑΘΗΝΑ, Αθήνα",
        "ΠΕΙΡΑΙΑΣ, Πειραιάς",
        "елка, Ёлка",
        "שלום, שָׁלוֹם",
        "محمد, مُحَمَّد",
        "cafe, cafe\u0301",
        "smorrebrod, Smørrebrød",
        "ＡＢＣ, abc"
    })
    void caseAndAccentsOfAnyScriptMakeNoDifference(String typed, String written) {
        assertThat(search(typed)).isEqualTo(search(written));
    }

    @ParameterizedTest
    @CsvSource({"かき, がき", "कि, की", "มา, มี"})
    void vowelSignsAndVoicedKanaAreLetters(String one, String other) {
        assertThat(search(one)).isNotEqualTo(search(other));
    }

    private static String search(String typed) {
        return Words.query(typed, Map.of("text", 1f)).toString();
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
