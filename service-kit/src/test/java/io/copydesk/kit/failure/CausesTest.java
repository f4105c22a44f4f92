package io.copydesk.kit.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CausesTest {

    private final IOException inner = new IOException("inner");
    private final IllegalStateException outer = new IllegalStateException("outer", inner);

    @Test
    void causesAreToldFromTheFailureInwards() {
        assertThat(Causes.of(outer)).containsExactly(outer, inner);
    }

    @Test
    void whatWasSuppressedIsNoCause() {
        IOException suppressed = new IOException("suppressed", new IOException("its cause"));
        outer.addSuppressed(suppressed);

        assertThat(Causes.of(outer)).containsExactly(outer, inner);
        assertThat(Causes.andSuppressed(outer)).containsExactly(outer, inner, suppressed, suppressed.getCause());
    }

    @Test
    void aCircleIsFollowedOnce() {
        inner.initCause(outer);

        assertThat(Causes.of(outer)).containsExactly(outer, inner);
    }

    @Test
    void aLongChainIsCut() {
        Throwable failure = new IOException("0");
        for (int i = 1; i < 10_000; i++) {
            failure = new IOException(String.valueOf(i), failure);
        }

        assertThat(Causes.of(failure)).hasSize(20).first().isSameAs(failure);
    }
}
