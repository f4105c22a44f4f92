package io.copydesk.alerts.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedWordsTest {

    /** Phrase and text in one language each: the phrase is in the text. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | port closure      | The PORT-CLOSURE lasts
            en | vautrin           | Vautrin’s plan
            de | strasse           | in der Großen Straße
            fr | elysee            | Le palais de l'Élysée
            es | huelga portuaria  | LA HUELGA PORTUARIA sigue
            pt | eleicao           | A eleição
            it | citta             | La città vecchia
            nl | tweede kamer      | de Tweede Kamer
            pl | lodz              | w mieście Łódź
            cs | skoda             | závod Škoda
            sk | kosice            | v Košice
            hu | orseg             | az Őrség
            ro | bucuresti         | în București
            tr | istanbul          | İSTANBUL'da
            sv | malmo             | i Malmö
            da | aero              | på Ærø
            no | tromso            | i Tromsø
            fi | jyvaskyla         | Jyväskylä
            is | thingvellir       | Þingvellir
            hr | dakovo            | u Đakovo
            el | αθηνα             | ΣΤΗΝ ΑΘΉΝΑ
            ru | елка              | Новогодняя Ёлка
            uk | київ              | місто Київ
            bg | софия             | в София
            sr | београд           | у Београд
            ar | محمد              | قال مُحَمَّد أمس
            fa | ایران             | در ایـــران
            he | שלום              | אמר שָׁלוֹם
            hi | दिल्ली             | नई दिल्ली में
            bn | ঢাকা              | আজ ঢাকা শহরে
            ta | சென்னை             | நகரம் சென்னை
            th | กรุงเทพ             | ที่กรุงเทพมหานคร
            zh | 港口               | 昨天港口关闭
            ja | 東京               | 昨日東京都で
            ja | ガス               | ｶﾞｽ会社
            ja | サッカー           | サッカーW杯が始まる
            ja | コーヒー           | 缶コーヒー2本
            ja | ｻｯｶｰ              | サッカーの日
            ko | 정부               | 한국정부는 오늘
            vi | ha noi            | ở Hà Nội
            id | jakarta           | di Jakarta.
            """)
    void findsAPhraseWhateverItsCaseAccentsAndScript(String language, String phrase, String text) {
        assertThat(found(text, phrase)).as(language).containsExactly(phrase);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            port closure | closure of the port
            port         | a report
            мои          | мой дом
            दिल           | नई दिल्ली
            """)
    void whatIsNoSuchWordIsNotFound(String phrase, String text) {
        assertThat(found(text, phrase)).isEmpty();
    }

    @Test
    void aStarStandsForTheRestOfAWord() {
        assertThat(found("Strikers gather; the strike goes on", "strik*", "striker", "go*", "on*"))
                .containsExactlyInAnyOrder("strik*", "go*", "on*");
    }

    @Test
    void aBeginningMayBeAsLongAsAWord() {
        String beginning = "rindfleischetikettierungsüberwachungsaufgaben*";

        assertThat(found("das Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", beginning, "gas*"))
                .containsExactly(beginning);
    }

    @Test
    void phrasesThatBeginAlikeAreFoundEach() {
        assertThat(found("the port of Quay closes", "port", "port of", "port of quay", "port of call", "quay closes"))
                .containsExactlyInAnyOrder("port", "port of", "port of quay", "quay closes");
    }

    @Test
    void readsABoundedNumberOfWords() {
        assertThat(FoldedWords.of("word ".repeat(FoldedWords.LIMIT + 10))).hasSize(FoldedWords.LIMIT);
        assertThat(FoldedWords.of("\u0301".repeat(1000))).isEmpty();
        assertThat(FoldedWords.of("ﷺ".repeat(1000))).isNotEmpty();
        assertThat(FoldedWords.of("\ud83d")).isEmpty();
    }

    private static Set<String> found(String text, String... phrases) {
        Set<Phrase> found = new HashSet<>();
        new PhraseSet(List.of(phrases).stream().map(Phrase::of).toList()).find(FoldedWords.of(text), found);
        return found.stream().map(Phrase::written).collect(Collectors.toSet());
    }
}
