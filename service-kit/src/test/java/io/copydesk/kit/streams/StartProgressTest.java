package io.copydesk.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StartProgressTest {

    private static final TopicPartition FIRST = new TopicPartition("desk-latest-changelog", 0);
    private static final TopicPartition SECOND = new TopicPartition("desk-latest-changelog", 1);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // nanoTime may overflow
    private final StartProgress progress = new StartProgress(now::get);

    @Test
    void everyStepOfARestoreIsProgress() {
        pass(9);
        progress.onRestoreStart(FIRST, "latest", 0, 100);
        assertThat(progress.standstill()).isZero();
        pass(9);
        progress.onBatchRestored(FIRST, "latest", 49, 50);
        assertThat(progress.standstill()).isZero();
        pass(9);
        progress.onRestoreEnd(FIRST, "latest", 100);
        assertThat(progress.standstill()).isZero();
        progress.onRestoreStart(SECOND, "latest", 0, 100);
        pass(9);
        progress.onRestoreSuspended(SECOND, "latest", 0);
        assertThat(progress.standstill()).isZero();
        pass(9);
        assertThat(progress.standstill()).isEqualTo(Duration.ofSeconds(9));
        progress.made();
        assertThat(progress.standstill()).isZero();
    }

    @Test
    void aBatchOfNoRecordsIsNoProgress() {
        progress.onRestoreStart(FIRST, "latest", 1, 3);
        pass(9);
        progress.onBatchRestored(FIRST, "latest", 1, 0);

        assertThat(progress.standstill()).isEqualTo(Duration.ofSeconds(9));
        assertThat(progress.unfinished()).isEqualTo("desk-latest-changelog-0 at position 1 of 3");
    }

    @Test
    void namesTheRestoresThatHaveNotEnded() {
        progress.onRestoreStart(SECOND, "latest", 7, 30);
        progress.onRestoreStart(FIRST, "latest", 0, 100);
        progress.onBatchRestored(FIRST, "latest", 49, 50);
        assertThat(progress.unfinished())
                .isEqualTo(
                        "desk-latest-changelog-0 at position 50 of 100, desk-latest-changelog-1 at position 7 of 30");

        progress.onRestoreEnd(FIRST, "latest", 100);
        progress.onRestoreSuspended(SECOND, "latest", 0);
        progress.onBatchRestored(SECOND, "latest", 8, 1);
        assertThat(progress.unfinished()).isEmpty();
    }

    @Test
    void countsWhatIsLeftToRestore() {
        progress.onRestoreStart(SECOND, "latest", 7, 30);
        progress.onRestoreStart(FIRST, "latest", 0, 100);
        progress.onBatchRestored(FIRST, "latest", 49, 50);
        assertThat(progress.partitions()).isEqualTo(2);
        assertThat(progress.remaining()).isEqualTo(23 + 50);

        progress.onRestoreEnd(FIRST, "latest", 100);
        assertThat(progress.partitions()).isEqualTo(1);
        assertThat(progress.remaining()).isEqualTo(23);
    }

    @Test
    void waitsBeyondTheLimitWhileThereIsProgressAndNoLonger() {
        AtomicLong looks = new AtomicLong();
        StartProgress[] restoring = new StartProgress[1];
        // Each look at the clock is a second later; a batch arrives at every fifth, thirty times.
        restoring[0] = new StartProgress(() -> {
            long seconds = looks.incrementAndGet();
            return Duration.ofSeconds(seconds).toNanos();
        });
        restoring[0].onRestoreStart(FIRST, "latest", 0, 1000);
        CompletableFuture<Void> never = new CompletableFuture<>() {
            private int calls;

            @Override
            public Void get(long time, java.util.concurrent.TimeUnit unit) throws TimeoutException {
                if (++calls % 5 == 0 && calls <= 150) {
                    restoring[0].onBatchRestored(FIRST, "latest", calls, 1);
                }
                throw new TimeoutException();
            }
        };

        assertThatThrownBy(() -> restoring[0].await(never, LIMIT)).isInstanceOf(TimeoutException.class);

        assertThat(restoring[0].unfinished()).isEqualTo("desk-latest-changelog-0 at position 151 of 1000");
    }

    @Test
    void returnsWhenTheStartIsDone() throws Exception {
        pass(60);
        progress.await(CompletableFuture.completedFuture(null), LIMIT);
        assertThat(progress.standstill()).isZero();
    }

    private void pass(long seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
