package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageRangeTest {

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "en, en-GB",
        "EN, en_us",
        "de, deu",
        "eng, en-US",
        "he, iw",
        "de-CH, de-1996-CH",
        "no, nb",
        "no, nn-NO",
        "nb, no",
        "nob, nor",
        "nb-NO, no-NO",
        "zh, yue",
        "zh, zh-Hant-HK",
        "yue, zh-yue-HK",
        "cmn, zh-CN",
        "zh-Hans, zh-CN",
        "zh-Hant, zh-TW",
        "zh-Hant-TW, zh-TW",
        "zh-CN, zh-Hans-CN",
        "sh, sr-Latn",
        "sr, sh",
        "hr, sh",
        "ms, zsm",
        "zsm, ms-MY",
        "fa, prs",
        "sw, swh"
    })
    void aTagIsOfALanguageRange(String wanted, String tag) {
        assertThat(LanguageRange.of(wanted).includes(tag)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "en, de",
        "en-GB, en",
        "en-GB, en-US",
        "e, en",
        "nn, no",
        "nn, nb",
        "nb, nn",
        "yue, zh",
        "zh-Hans, zh-TW",
        "zh-Hans, zh",
        "zh-TW, zh-Hant",
        "sr, hr",
        "sr, bs",
        "ms, id",
        "id, ms",
        "prs, fa",
        "sr-Latn, sr-RS"
    })
    void aTagIsNotOfAnother(String wanted, String tag) {
        assertThat(LanguageRange.of(wanted).includes(tag)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "_", "zh-", "-zh", "no--no", "\uD800", "english", "x-klingon"})
    void anyTextIsReadAndIsWhatItIs(String tag) {
        assertThat(LanguageRange.of(tag).includes(tag)).isTrue();
        assertThat(LanguageRange.of("de").includes(tag)).isFalse();
    }

    @Test
    void withoutLanguagesAnyTextIsWantedAndOtherwiseNoneWithoutTag() {
        assertThat(LanguageRange.isIn(List.of(), null)).isTrue();
        assertThat(LanguageRange.isIn(List.of(LanguageRange.of("no")), null)).isFalse();
        assertThat(LanguageRange.isIn(List.of(LanguageRange.of("de"), LanguageRange.of("no")), LanguageRange.of("nb")))
                .isTrue();
    }

    @Test
    void rangesOfOneTagAreEqualAndKeepIt() {
        assertThat(LanguageRange.of("zh-Hans"))
                .isEqualTo(LanguageRange.of("zh-Hans"))
                .hasToString("zh-Hans");
        assertThat(LanguageRange.of("zh-Hans")).isNotEqualTo(LanguageRange.of("zh"));
        assertThat(LanguageRange.ofNullable(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt_BR", "zh-Hant-TW", "yue", "de-CH-1996", "EN-gb"})
    void tagsHaveTheFormOfTags(String text) {
        assertThat(LanguageRange.isTag(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "English", "en-", "en--GB", "en-abcdefghi", "und und", "日本", "<b>"})
    void otherTextsDoNot(String text) {
        assertThat(LanguageRange.isTag(text)).isFalse();
        assertThat(LanguageRange.isTag("en" + "-abcdefgh".repeat(4))).isFalse();
    }
}
