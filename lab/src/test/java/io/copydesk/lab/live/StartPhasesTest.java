package io.copydesk.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartPhasesTest {

    private static final Instant BEGUN = Instant.parse("2030-01-01T00:00:00Z");
    private static final Instant OUTPUT = Instant.parse("2030-01-01T00:00:09Z");

    @Test
    void tellsThePartsOfAStart() {
        List<String> log = List.of(
                "2030-01-01T00:00:02.000Z INFO KafkaStreams - stream-client [a] State transition from CREATED to REBALANCING",
                "2030-01-01T01:00:03.000+01:00 INFO StreamThread - stream-thread [a-1] State transition from STARTING to"
                        + " PARTITIONS_ASSIGNED",
                "2030-01-01T00:00:03.500Z INFO StreamThread - stream-thread [a-2] State transition from STARTING to"
                        + " PARTITIONS_ASSIGNED",
                "a line of a stack trace",
                "2030-01-01T00:00:07.000Z INFO RestoredDecider - compared the store with the snapshot in 600 ms, read 100 decisions"
                        + " in 400 ms more, decided on 7 stored sketches in 250 ms",
                "2030-01-01T00:00:07.000Z INFO AnotherClass - read 100 pages in 90 ms",
                "2030-01-01T00:00:08.000Z INFO KafkaStreams - stream-client [a] State transition from REBALANCING to RUNNING");

        assertThat(StartPhases.of(log, BEGUN, OUTPUT))
                .containsEntry("jvm", Duration.ofMillis(2_000))
                .containsEntry("join", Duration.ofMillis(1_500))
                .containsEntry("restore", Duration.ofMillis(3_250))
                .containsEntry("decider", Duration.ofMillis(1_250))
                .containsEntry("output", Duration.ofMillis(1_000));
    }

    @Test
    void tellsNothingOfALogWithoutThem() {
        assertThat(StartPhases.of(List.of("2030-01-01T00:00:02.000Z INFO Brokers - attempt 1 of 6"), BEGUN, OUTPUT))
                .isEmpty();
    }
}
