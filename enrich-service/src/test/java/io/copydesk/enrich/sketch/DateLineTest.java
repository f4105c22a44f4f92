package io.copydesk.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DateLineTest {

    private static final long DAY = Instant.parse("2031-05-03T00:00:00Z").toEpochMilli();

    @Test
    void readsTheDateOfAShortLineAmongTheFirst() {
        assertThat(DateLine.millis("The ferry runs again\nMay 3, 2031\nThe ferry runs.", "en"))
                .isEqualTo(DAY);
        assertThat(DateLine.millis("Posted: 7:37 PM, May 3, 2031\nThe ferry runs.", "en"))
                .isEqualTo(DAY);
        assertThat(DateLine.millis("3. Mai 2031, 8:00 Uhr\n\nDie Fähre fährt.", "de"))
                .isEqualTo(DAY);
    }

    @Test
    void datesInSentencesAndFartherDownAreThoseOfOtherEvents() {
        String sentence =
                "The ferry, which had not run since the storm of May 3, 2031 tore its pier away from the quay, runs again.";
        assertThat(DateLine.millis(sentence, "en")).isNull();
        assertThat(DateLine.millis("One\nTwo\nThree\nFour\nMay 3, 2031\nFive", "en"))
                .isNull();
        assertThat(DateLine.millis(null, "en")).isNull();
        assertThat(DateLine.millis("", "en")).isNull();
    }
}
