package io.copydesk.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceRestartsIT {

    private static final Pattern PRODUCERS = Pattern.compile("stream-client \\[([^]]++)]");

    /** One snapshot is written, and is committed, while the state is filled; too few articles follow until the kill for another. */
    @Test
    void aKilledServiceLearnsFromTheChangelogWhatChangedSinceItsSnapshot(@TempDir Path folder) throws Exception {
        List<RestartTime> times = new ArrayList<>();

        ServiceRestarts.measure(
                new RestartPlan(List.of(1_500), 1, 2, 1, false, List.of("enrich.snapshot-changes=1000"), folder),
                times::add,
                line -> {});

        assertThat(times).singleElement().satisfies(time -> {
            assertThat(time.articles()).isEqualTo(1_500);
            assertThat(time.total()).isPositive();
            assertThat(time.phases()).containsOnlyKeys(RestartTime.PHASES);
            assertThat(time.phases().values().stream().reduce(Duration.ZERO, Duration::plus))
                    .isEqualTo(time.total());
        });
        String log = Files.readString(folder.resolve("enrich-service.log"));
        assertThat(log).contains("the changelog tells what was written since the snapshot");
    }

    /** With a copy after each fifty articles one is under way at most kills. */
    @Test
    void aKilledServiceThatLostItsStateTakesADecisionsCopy(@TempDir Path folder) throws Exception {
        List<RestartTime> times = new ArrayList<>();

        ServiceRestarts.measure(
                new RestartPlan(
                        List.of(300),
                        2,
                        2,
                        1,
                        true,
                        List.of("enrich.snapshot-changes=50", "enrich.copy-articles=100", "enrich.copy-pause=0s"),
                        folder),
                times::add,
                line -> {});

        assertThat(times).hasSize(2);
        String log = Files.readString(folder.resolve("enrich-service.log"));
        assertThat(log).containsPattern("(?s)(of decisions from their copy in .*){2}");
        assertThat(PRODUCERS.matcher(log).results().map(found -> found.group(1)).distinct())
                .as("a start ends what the killed one had not committed, instead of waiting until it times out")
                .hasSize(1);
    }
}
