package io.copydesk.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.standalone.pipeline.Settlement.Remaining;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final Remaining SILENT = () -> {
        throw new ExecutionException(new TimeoutException("Timed out waiting for a node assignment"));
    };

    @Test
    void waitsForAClusterThatDoesNotAnswerForAWhile() throws Exception {
        Iterator<Remaining> answers =
                List.<Remaining>of(() -> 7, SILENT, SILENT, () -> 7, () -> 0).iterator();
        List<Long> progress = new ArrayList<>();

        new Settlement(() -> answers.next().count(), () -> {}, Duration.ofMinutes(5)).await(progress::add);

        assertThat(progress).containsExactly(7L, 0L);
    }

    @Test
    void givesUpOnAClusterThatNeverAnswers() {
        assertThatThrownBy(() -> new Settlement(SILENT, () -> {}, Duration.ZERO).await(open -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Timed out waiting for a node assignment");
    }

    @Test
    void doesNotWaitWhereTheClusterRefuses() {
        Remaining refused = () -> {
            throw new ExecutionException(new GroupAuthorizationException("copydesk-clean"));
        };

        assertThatThrownBy(() -> new Settlement(refused, () -> {}, Duration.ofMinutes(5)).await(open -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("cannot list the offsets of the consumer groups: ");
    }

    @Test
    void givesUpWhenNothingIsProcessed() {
        assertThatThrownBy(() -> new Settlement(() -> 3, () -> {}, Duration.ZERO).await(open -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("3 records have waited");
    }
}
