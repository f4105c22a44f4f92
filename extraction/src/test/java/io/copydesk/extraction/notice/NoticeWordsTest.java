package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Read MORE, here          | read/more/here
            Straße Łódź øl           | strasse/lodz/ol
            l'été                    | l/ete
            soft\u00ADhyphen         | softhyphen
            75% left                 | 75/%/left
            ٧٥٪ ۴۲ ％                 | 75/%/42/%
            4K v2                    | 4/k/v/2
            ⓒ 2024                   | ©/2024
            会員限定 a               | 会/員/限/定/a
            カード                   | カ/ー/ト
            हिन्दी                    | हिनदी
            Σας                      | σας
            علی                      | علي
            ,.!                      | ''
            """)
    void foldsATextToTheWordsOfPatterns(String text, String words) {
        assertThat(String.join("/", NoticeWords.of(text))).isEqualTo(words);
    }

    @Test
    void theTableFoldsEveryCharacterOfItsScriptsAsTheWholeTextIsFolded() {
        for (char c = 1; c < 0x3000; c++) {
            String text = "a" + c + "b";
            String folded = FoldTable.fold(text);
            assertThat(folded == null ? NoticeWords.fold(text) : folded)
                    .as("U+%04X", (int) c)
                    .isEqualTo(NoticeWords.fold(text));
        }
    }
}
