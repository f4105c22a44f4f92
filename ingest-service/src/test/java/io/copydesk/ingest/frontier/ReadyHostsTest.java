package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadyHostsTest {

    private final ReadyHosts ready = new ReadyHosts();

    @Test
    void givesHostsInTheOrderOfTheirTurnsAndThenOfTheirNames() {
        ready.set("c", 5);
        ready.set("b", 7);
        ready.set("a", 7);

        assertThat(ready.poll(4)).isNull();
        assertThat(ready.poll(5)).isEqualTo("c");
        assertThat(ready.poll(7)).isEqualTo("a");
        assertThat(ready.poll(7)).isEqualTo("b");
        assertThat(ready.poll(7)).isNull();
    }

    @Test
    void theLastTimeOfAHostCounts() {
        ready.set("a", 3);
        ready.set("a", 9);

        assertThat(ready.poll(8)).isNull();
        assertThat(ready.poll(9)).isEqualTo("a");
        assertThat(ready.poll(99)).isNull();
    }

    @Test
    void aTurnCanOnlyBeMovedForwardByALatestTime() {
        ready.notLaterThan("a", 9);
        ready.notLaterThan("a", 12);
        assertThat(ready.poll(8)).isNull();
        ready.notLaterThan("a", 4);

        assertThat(ready.poll(4)).isEqualTo("a");
        assertThat(ready.poll(99)).isNull();
    }

    @Test
    void aHostThatHadItsTurnCanHaveTheSameTimeAgain() {
        ready.set("a", 3);
        ready.poll(3);
        ready.set("a", 3);

        assertThat(ready.poll(3)).isEqualTo("a");
    }

    @Test
    void tellsTheFirstTurnThatIsStillValid() {
        assertThat(ready.next()).isEqualTo(Long.MAX_VALUE);
        ready.set("a", 3);
        ready.set("b", 7);
        assertThat(ready.next()).isEqualTo(3);

        ready.set("a", 9);
        assertThat(ready.next()).isEqualTo(7);

        ready.remove("b");
        assertThat(ready.next()).isEqualTo(9);
        assertThat(ready.poll(8)).isNull();
        assertThat(ready.poll(9)).isEqualTo("a");
        assertThat(ready.next()).isEqualTo(Long.MAX_VALUE);
    }
}
