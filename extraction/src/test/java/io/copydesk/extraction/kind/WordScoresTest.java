package io.copydesk.extraction.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordScoresTest {

    @Test
    void knownWordsCountByTheSquareRootOfTheirNumber() {
        WordScores scores = WordScores.of(0.5f, Map.of(7, 3f, -2, -1f));
        assertThat(scores.score(new int[] {7, -2, 99})).isEqualTo(0.5f + 2 / (float) Math.sqrt(2), within(1e-6f));
        assertThat(scores.score(new int[] {7})).isEqualTo(3.5f);
        assertThat(scores.score(new int[0])).isEqualTo(0.5f);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        List<String> lines = WordScores.of(-0.25f, Map.of(7, 3f, -2, -1.5f)).lines();
        assertThat(lines).containsExactly("-0.2500", "00000007 3.00", "fffffffe -1.50");
        assertThat(WordScores.parse(lines).lines()).isEqualTo(lines);
    }

    @Test
    void aLineWithoutAWeightIsRefused() {
        assertThatThrownBy(() -> WordScores.parse(List.of("0", "00000007")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
