package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReadingPaceTest {

    private final AtomicLong clock = new AtomicLong();
    private final ReadingPace pace = new ReadingPace(
            new Console(new ByteArrayOutputStream(), new ByteArrayOutputStream(), false), "read", clock::get);

    @Test
    void tellsNoRateBeforeThereIsOne() {
        assertThat(pace.line(10, 100, 1)).isEqualTo("read 1 items, 10 %");
    }

    @Test
    void tellsTheRateAndTheTimeThatIsLeft() {
        clock.set(TimeUnit.SECONDS.toNanos(10));

        assertThat(pace.line(25, 100, 500)).isEqualTo("read 500 items, 25 %, 50 a second, 30 s left");
        assertThat(pace.line(1, 100, 500)).isEqualTo("read 500 items, 1 %, 50 a second, 17 min left");
        assertThat(pace.line(1, 10_000, 500)).endsWith("27.8 h left");
        assertThat(pace.line(100, 100, 900)).isEqualTo("read 900 items, 100 %, 90 a second");
    }

    @Test
    void hasNothingToDivideByWhereNothingIsThere() {
        clock.set(TimeUnit.SECONDS.toNanos(10));

        assertThat(pace.line(0, 0, 0)).isEqualTo("read 0 items, 100 %, 0 a second");
        assertThat(pace.line(0, 100, 0)).isEqualTo("read 0 items, 0 %, 0 a second");
    }
}
