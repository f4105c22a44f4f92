package io.copydesk.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.kit.health.Health;
import io.copydesk.kit.metrics.Metrics;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class RunningServiceTest {

    private final CountDownLatch interrupted = new CountDownLatch(1);

    /** What starting one of them does. */
    private interface Start {
        void run() throws InterruptedException;
    }

    @Test
    void servicesThatWaitForEachOtherStart() throws InterruptedException {
        CountDownLatch both = new CountDownLatch(2);
        Start meeting = () -> {
            both.countDown();
            both.await();
        };

        RunningService.startAll(List.of(service(meeting), service(meeting)));

        assertThat(both.getCount()).isZero();
    }

    @Test
    void oneThatCannotStartEndsTheWaitForTheOthers() {
        Start failing = () -> {
            throw new StreamsFailedException("news-clean failed: no space left on the disk", null);
        };

        assertThatThrownBy(() -> RunningService.startAll(List.of(service(this::endless), service(failing))))
                .isInstanceOf(StreamsFailedException.class)
                .hasMessage("news-clean failed: no space left on the disk");
        assertThat(interrupted)
                .satisfies(
                        latch -> assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue());
    }

    @Test
    void aStartThatIsNotWantedAnyMoreEnds() {
        AtomicInteger asked = new AtomicInteger();

        assertThatThrownBy(() ->
                        RunningService.startAll(List.of(service(this::endless)), () -> asked.incrementAndGet() > 2))
                .isInstanceOf(CancellationException.class);
        assertThat(interrupted)
                .satisfies(
                        latch -> assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue());
    }

    private void endless() throws InterruptedException {
        try {
            new CountDownLatch(1).await();
        } finally {
            interrupted.countDown();
        }
    }

    private static RunningService service(Start start) {
        return new RunningService() {
            @Override
            public String group() {
                return "news-clean";
            }

            @Override
            public void start() throws InterruptedException {
                start.run();
            }

            @Override
            public CompletableFuture<Void> ended() {
                return new CompletableFuture<>();
            }

            @Override
            public Health live() {
                return Health.failing("not started");
            }

            @Override
            public Health ready() {
                return Health.failing("not started");
            }

            @Override
            public AutoCloseable bind(Metrics metrics) {
                return () -> {};
            }

            @Override
            public void close() {}
        };
    }
}
