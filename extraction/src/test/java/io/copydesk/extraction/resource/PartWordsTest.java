package io.copydesk.extraction.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "date; 1",
                "update-box; 3",
                "post-updates; 7",
                "posted; 0",
                "dat; 0",
                "''; 0",
                "d; 0",
                "DATE; 0",
                "Ēpost-; 4"
            })
    void findsAllPartsOfAText(String text, int bits) {
        PartWords words = PartWords.of(Map.of("date", 1, "update", 2, "post-", 4));

        assertThat(words.in(text)).isEqualTo(bits);
    }

    @Test
    void aPartIsTwoLettersLongAtLeast() {
        assertThatThrownBy(() -> PartWords.of(Map.of("x", 1))).isInstanceOf(IllegalArgumentException.class);
    }
}
