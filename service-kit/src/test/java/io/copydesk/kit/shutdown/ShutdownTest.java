package io.copydesk.kit.shutdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ShutdownTest {
    private final List<String> closed = new CopyOnWriteArrayList<>();

    @Test
    void closesTheLastOpenedFirst() {
        Shutdown shutdown = new Shutdown(Duration.ofSeconds(20))
                .add("server", () -> closed.add("server"))
                .add("client", () -> closed.add("client"));
        shutdown.close();

        assertThat(closed).containsExactly("client", "server");
    }

    @Test
    void closesTheRestWhenOneThrows() {
        Shutdown shutdown = new Shutdown(Duration.ofSeconds(20))
                .add("server", () -> closed.add("server"))
                .add("client", () -> {
                    throw new IOException("stuck");
                });
        shutdown.close();

        assertThat(closed).containsExactly("server");
    }

    @Test
    void closesEachThingOnce() {
        Shutdown shutdown = new Shutdown(Duration.ofSeconds(20)).add("server", () -> closed.add("server"));
        shutdown.close();
        shutdown.close();

        assertThat(closed).containsExactly("server");
    }

    @Test
    @Timeout(20)
    void givesUpOnWhatHangsWhenTheTimeIsOver() {
        CountDownLatch never = new CountDownLatch(1);
        Shutdown shutdown = new Shutdown(Duration.ofMillis(50))
                .add("server", () -> closed.add("server"))
                .add("client", never::await);
        shutdown.close();

        assertThat(closed).isEmpty();
        never.countDown();
    }
}
