package io.copydesk.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.standalone.command.CommandLineRun;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short campaign with real kills. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BenchChaosCommandIT {

    @TempDir
    private Path folder;

    @Test
    void aReplayThatIsKilledBetweenADecisionAndItsMarkersEndsAsAnUndisturbedOne() {
        CommandLineRun run = CommandLineRun.of(
                BenchCommands::run,
                "bench",
                "chaos",
                "--prepared",
                "1",
                "--random",
                "0",
                "--disturbances",
                "0",
                "--pages",
                "150",
                "--folder",
                folder.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.report())
                .as("a kill may come too late for its transaction, and is followed by another")
                .containsEntry("prepared, a transaction was prepared", "1")
                .containsEntry("prepared, right in the end", run.report().get("prepared, kills"));
    }
}
