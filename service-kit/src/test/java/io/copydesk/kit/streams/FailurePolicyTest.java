package io.copydesk.kit.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FailurePolicyTest {
    private final SettableClock clock = new SettableClock();
    private final List<String> replaced = new ArrayList<>();
    private final FailurePolicy policy = new FailurePolicy(2, Duration.ofMinutes(10), clock, replaced::add);

    @Test
    void replacesAThreadWhoseTroubleMayPass() {
        assertThat(policy.handle(passing())).isEqualTo(REPLACE_THREAD);
        assertThat(policy.failure()).isEmpty();
        assertThat(replaced).containsExactly(Thread.currentThread().getName());
    }

    @Test
    void stopsAtOnceWhenTheTroubleIsABug() {
        NullPointerException bug = new NullPointerException();

        assertThat(policy.handle(bug)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(policy.failure()).contains(bug);
        assertThat(replaced).isEmpty();
    }

    @Test
    void givesUpAfterTooManyReplacementsWithinTheWindow() {
        policy.handle(passing());
        policy.handle(passing());

        assertThat(policy.handle(passing())).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(policy.failure()).isPresent();
    }

    @Test
    void forgetsReplacementsThatAreOlderThanTheWindow() {
        policy.handle(passing());
        policy.handle(passing());
        clock.now = clock.now.plus(Duration.ofMinutes(10));

        assertThat(policy.handle(passing())).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void keepsTheFirstCauseWhenSeveralThreadsDie() {
        IllegalStateException first = new IllegalStateException("first");
        policy.handle(first);
        policy.handle(new IllegalStateException("second"));

        assertThat(policy.failure()).contains(first);
    }

    @Test
    void endsOnACircleOfCauses() {
        RuntimeException a = new RuntimeException("a");
        a.initCause(new RuntimeException("b", a));

        assertThat(policy.handle(a)).isEqualTo(SHUTDOWN_CLIENT);
    }

    private static StreamsException passing() {
        return new StreamsException("task", new TimeoutException("no answer"));
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
