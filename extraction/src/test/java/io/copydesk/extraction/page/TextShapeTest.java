package io.copydesk.extraction.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextShapeTest {

    @Test
    void aCharacterOfAScriptWithoutSpacesWeighsThree() {
        assertThat(TextShape.weight("Kelm")).isEqualTo(4);
        assertThat(TextShape.weight("港口 x")).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is.|true",
                "\"It is?\" |true",
                "It is (so).)|true",
                "港口。|true",
                "It is:|false",
                "It. is|false",
                "'\")'|false"
            })
    void aSentenceEndsWithItsMarkQuotesAside(String text, boolean sentence) {
        assertThat(TextShape.endsSentence(text)).isEqualTo(sentence);
    }

    @Test
    void squeezedTextHasLettersAndDigitsOnly() {
        assertThat(TextShape.squeeze("Kelm's Quay – 12 Ä!")).isEqualTo("kelmsquay12ä");
        assertThat(TextShape.squeeze("Kelm's Quay", 6)).isEqualTo("kelmsq");
        assertThat(TextShape.isSqueezed("Kelm's Quay", "kelmsquay")).isTrue();
        assertThat(TextShape.isSqueezed("Kelm's Quay", "kelmsquays")).isFalse();
        assertThat(TextShape.isSqueezed("Kelm's Quays", "kelmsquay")).isFalse();
        assertThat(TextShape.words("  a b\n c ")).isEqualTo(3);
    }

    @Test
    void charactersAreCountedByKind() {
        TextCounts counts = TextCounts.of("Der Kelm, 12 Ж.\n\"Ya!\" |港口、x");

        assertThat(counts.words()).isEqualTo(6 + 1);
        assertThat(counts.capitalised()).isEqualTo(3);
        assertThat(counts.letters()).isEqualTo(3 + 4 + 1 + 2 + 2 + 1);
        assertThat(counts.digits()).isEqualTo(2);
        assertThat(counts.stops()).isEqualTo(2);
        assertThat(counts.commas()).isEqualTo(2);
        assertThat(counts.quotes()).isEqualTo(2);
        assertThat(counts.lines()).isEqualTo(2);
        assertThat(counts.marks()).isEqualTo(1);
        assertThat(counts.dense()).isEqualTo(2);
    }

    @Test
    void theFeaturesOfATextAreItsShape() {
        assertThat(features("kelm: 12, (c) www.herald.example?"))
                .containsEntry(Feature.STARTS_LOWER, 1f)
                .containsEntry(Feature.QUESTION, 1f)
                .containsEntry(Feature.COPYRIGHT, 1f)
                .containsEntry(Feature.ADDRESS, 1f)
                .containsEntry(Feature.SENTENCE_END, 1f)
                .containsEntry(Feature.STOPS, 3f)
                .containsEntry(Feature.COMMAS, 1 / 5f)
                .containsEntry(Feature.DIGITS, 2 / 33f)
                .containsEntry(Feature.PARAGRAPH, 1f)
                .doesNotContainKeys(
                        Feature.ENDS_COLON, Feature.ENDS_ELLIPSIS, Feature.QUOTES, Feature.DATE, Feature.CAPITALS);
        assertThat(features("Kelm 5 November 2024 and so on:"))
                .containsEntry(Feature.DATE, 1f)
                .containsEntry(Feature.ENDS_COLON, 1f)
                .containsEntry(Feature.CAPITALS, 2 / 7f)
                .doesNotContainKeys(Feature.QUESTION, Feature.STARTS_LOWER, Feature.SENTENCE_END);
        assertThat(features("Kelm […]")).containsEntry(Feature.ENDS_ELLIPSIS, 1f);
        assertThat(features("Kelm...")).containsEntry(Feature.ENDS_ELLIPSIS, 1f);
    }

    private static Map<Feature, Float> features(String text) {
        float[] row = new float[Feature.COUNT];
        ShapeFeatures.put(Scans.scan("<p>" + text + "</p>").blocks().get(0), row);
        return Stream.of(Feature.values())
                .filter(f -> row[f.ordinal()] != 0)
                .collect(Collectors.toMap(f -> f, f -> row[f.ordinal()]));
    }
}
