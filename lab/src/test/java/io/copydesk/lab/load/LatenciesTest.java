package io.copydesk.lab.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    private final Latencies latencies = new Latencies();

    @Test
    void countsFromThePlanToTheFirstResult() {
        for (int i = 1; i <= 200; i++) {
            latencies.planned(i);
            latencies.seen(i, i + 10L * i);
            latencies.seen(i, i + 90_000);
        }

        assertThat(latencies.summary()).isEqualTo(new LoadReport.Summary(200, 0, 1_000, 1_980, 2_000));
    }

    @Test
    void passesOverRecordsOfNoPlannedArrival() {
        latencies.planned(5);
        latencies.seen(4, 100);
        latencies.seen(5, 7);
        latencies.planned(6);

        assertThat(latencies.summary()).isEqualTo(new LoadReport.Summary(1, 1, 2, 2, 2));
    }

    @Test
    void hasNoFiguresWithoutResults() {
        latencies.planned(5);

        assertThat(latencies.summary()).isEqualTo(new LoadReport.Summary(0, 1, -1, -1, -1));
    }
}
