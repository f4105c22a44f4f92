package io.copydesk.extraction.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalLanguageTest {

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "pt-BR, pt",
        "NB_no, no",
        "iw, he",
        "zh-Hant-TW, zh",
        "sr-Latn, sr",
        "bs, hr",
        "qx, qx",
        "'', ''"
    })
    void isThePrimarySubtagUnderWhichTheDetectorReportsTheLanguage(String tag, String canonical) {
        assertThat(CanonicalLanguage.of(tag)).isEqualTo(canonical);
    }
}
