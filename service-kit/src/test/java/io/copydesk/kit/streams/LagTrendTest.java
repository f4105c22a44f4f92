package io.copydesk.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LagTrendTest {

    private final AtomicLong nanos = new AtomicLong();
    private final LagTrend trend = new LagTrend(nanos::get);

    @Test
    void aLagThatGrowsOrStandsStillIsMeasuredFromItsLastDecrease() {
        look(1, 5);
        look(2, 4);
        look(3, 4);
        look(5, 9);

        assertThat(trend.lag()).isEqualTo(9);
        assertThat(trend.growing()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void nothingThatWaitsIsNoGrowth() {
        look(1, 0);
        look(4, 0);
        nanos.addAndGet(1);

        assertThat(trend.growing()).isEqualTo(Duration.ofNanos(1));
    }

    private void look(long second, long lag) {
        nanos.set(Duration.ofSeconds(second).toNanos());
        trend.observe(lag);
    }
}
