package io.copydesk.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombiningMarksTest {

    @ParameterizedTest
    @CsvSource({
        "U+0301, true", // acute accent
        "U+093F, true", // vowel sign of Devanagari
        "U+0E35, true", // vowel of Thai
        "U+11132, true", // vowel sign of Chakma, outside the basic plane
        "U+20DD, false", // enclosing circle
        "U+00B4, false", // acute accent that stands for itself
        "U+0915, false", // letter
        "U+0061, false"
    })
    void aMarkBelongsToTheLetterBeforeIt(String codePoint, boolean mark) {
        assertEquals(mark, CombiningMarks.isMark(Integer.parseInt(codePoint.substring(2), 16)));
    }
}
