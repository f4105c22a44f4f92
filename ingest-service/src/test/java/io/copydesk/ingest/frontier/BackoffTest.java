package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({"1, PT15S", "2, PT30S", "3, PT1M", "11, PT4H16M", "12, PT6H", "1000, PT6H"})
    void doublesTheWaitForASilentHostUpToSixHours(int failures, Duration wait) {
        assertThat(Backoff.ofHost(failures)).isEqualTo(wait.toMillis());
    }

    @ParameterizedTest
    @CsvSource({"1, PT5M", "2, PT10M", "9, PT21H20M", "10, P1D", "64, P1D", "2000000000, P1D"})
    void doublesTheWaitForAFailingFeedUpToTheLongest(int failures, Duration wait) {
        assertThat(Backoff.ofFeed(failures, Duration.ofDays(1).toMillis())).isEqualTo(wait.toMillis());
    }

    @ParameterizedTest
    @CsvSource({"1, PT2M", "2, PT10M", "3, PT50M", "4, PT4H10M", "5, PT20H50M", "6, PT20H50M"})
    void waitsFiveTimesLongerForAPageEachTime(int failures, Duration wait) {
        assertThat(Backoff.ofPage(failures)).isEqualTo(wait.toMillis());
    }
}
