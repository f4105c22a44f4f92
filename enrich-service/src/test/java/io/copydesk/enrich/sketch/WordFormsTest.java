package io.copydesk.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordFormsTest {

    @Test
    void aWordIsOneObjectWhateverItsCapitals() {
        WordForms forms = new WordForms(100);
        WordForm ferry = forms.of("ferry");

        assertThat(read(forms, "The FERRY and the Ferry.", 4, 9)).isSameAs(ferry);
        assertThat(read(forms, "The FERRY and the Ferry.", 18, 23)).isSameAs(ferry);
        assertThat(read(forms, "a ferryman", 2, 10)).isNotSameAs(ferry);
        assertThat(ferry.text()).isEqualTo("ferry");
        assertThat(ferry.hash()).isEqualTo(Shingles.hash("ferry"));
    }

    @Test
    void wordsThatAreAlikeButForTheirCaseInOtherScriptsDiffer() {
        WordForms forms = new WordForms(100);

        assertThat(forms.of("\u0131l")).isNotSameAs(forms.of("il"));
        assertThat(forms.of("\u0131l").text()).isEqualTo("\u0131l");
    }

    @Test
    void keepsMoreWordsThanItHasPlacesFor() {
        WordForms forms = new WordForms(0);
        List<WordForm> first = new ArrayList<>();
        IntStream.range(0, 1_000).forEach(i -> first.add(forms.of("word" + i)));

        for (int i = 0; i < first.size(); i++) {
            String written = "WORD" + i;
            assertThat(read(forms, written, 0, written.length())).isSameAs(first.get(i));
            assertThat(first.get(i).text()).isEqualTo("word" + i);
        }
    }

    @Test
    void wordsOfAHeadlineAreThoseOfTheText() {
        WordForms forms = new WordForms(100);
        Word inHeadline = WordTokenizer.of("Ferry’s 4,300 Crowns", forms).get(0);
        List<Word> inText = WordTokenizer.of("The ferry cost 4,300 crowns", forms);

        assertThat(inText.get(1).form()).isSameAs(inHeadline.form());
        assertThat(inText).extracting(Word::text).containsExactly("the", "ferry", "cost", "4300", "crowns");
        assertThat(inText).extracting(Word::number).containsExactly(false, false, false, true, false);
    }

    private static WordForm read(WordForms forms, String source, int start, int end) {
        long hash = Shingles.HASH_OF_NONE;
        for (int i = start; i < end; i++) {
            hash = Shingles.hash(hash, WordForms.small(source.charAt(i)));
        }
        return forms.of(source, start, end, hash);
    }
}
