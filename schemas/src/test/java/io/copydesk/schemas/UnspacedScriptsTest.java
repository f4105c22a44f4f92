package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnspacedScriptsTest {

    @ParameterizedTest
    @ValueSource(strings = {"東京", "かき", "サッカー", "서울", "𠮷", "々"})
    void charactersThatAreWordsAreOfThem(String text) {
        assertThat(text.codePoints()).allMatch(UnspacedScripts::contains).noneMatch(UnspacedScripts::isFreelySpaced);
    }

    @ParameterizedTest
    @ValueSource(strings = {"กรุงเทพ", "ນະຄອນ", "ភ្នំពេញ", "ရန်ကုန်"})
    void charactersWithSpacesAsTheWriterLikesAreOfThem(String text) {
        assertThat(text.codePoints()).allMatch(UnspacedScripts::contains).allMatch(UnspacedScripts::isFreelySpaced);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ternquay", "Αθήνα", "Ёлка", "שלום", "محمد", "हिन्दी", "தமிழ்", "12 ·、。"})
    void otherCharactersAreNot(String text) {
        assertThat(text.codePoints()).noneMatch(UnspacedScripts::contains).noneMatch(UnspacedScripts::isFreelySpaced);
    }
}
