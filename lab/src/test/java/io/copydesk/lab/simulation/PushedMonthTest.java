package io.copydesk.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A hub that drops one message in ten, whose leases are of an hour, a day and ten days. */
class PushedMonthTest {

    private static final Duration TIME = Duration.ofDays(12);

    @Test
    void leasesAreRenewedAndNothingIsLost() {
        PushedMonthReport polled = PushedMonth.run(10, false, 0, 1, TIME, passed -> {});
        PushedMonthReport pushed = PushedMonth.run(10, true, 10, 1, TIME, passed -> {});

        assertThat(polled.verified()).isZero();
        assertThat(pushed.lapsed()).isZero();
        assertThat(pushed.lost()).isZero();
        assertThat(pushed.dropped()).isGreaterThan(100);
        assertThat(pushed.items()).isEqualTo(polled.items()).isGreaterThan(1000);
        assertThat(pushed.verified()).isGreaterThan(10 + 4 * 12);
        assertThat(pushed.medianDelay()).isLessThan(30_000).isLessThan(polled.medianDelay() / 10);
        assertThat(pushed.polls()).isLessThan(polled.polls());
    }
}
