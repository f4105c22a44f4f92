package io.copydesk.ingest.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Morabel tuvanish oru | MORABEL, tuvanish: oru!",
                "You have 3 tokens left | You have 17 tokens left",
                "Seen on 4 March 2031 at dawn | Seen on 12 June 2031 at dawn",
                "Ask Ada for more | Ask Noel for more",
                "Dear Ada, the lamp of Eastmere is lit for you every single night | Dear Bo, the lamp of Eastmere is"
                        + " lit for you every single night",
                "Every reader of the lantern gets a bell and two candles for the winter | Every friend of the lantern gets"
                        + " a bell and two candles for the spring",
                "請在此登記以收取我們每天清晨的燈塔通訊 | 請在此登記以收取我們每天傍晚的燈塔通訊"
            })
    void knowsALineWhoseNumbersOrAFewWordsChanged(String line, String other) {
        assertThat(key(line).matches(key(other))).isTrue();
        assertThat(key(other).matches(key(line))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Read more | Read less",
                "Ask Ada for more | Ask Noel for less",
                "The council of Eastmere met on Monday to vote on the bridge | The council of Fenmarch met to hear what"
                        + " the harbour master had found",
                "The lamp is lit every night | The lamp is lit every night for you and your friends in the harbour"
            })
    void tellsOtherLinesApart(String line, String other) {
        assertThat(key(line).matches(key(other))).isFalse();
    }

    private static LineKey key(String line) {
        return LineKey.of(LineWords.of(line));
    }
}
