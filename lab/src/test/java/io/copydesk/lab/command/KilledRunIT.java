package io.copydesk.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.standalone.command.CommandLineRun;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Watching that is killed without warning, broker and all, loses nothing and stays polite. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KilledRunIT {

    @TempDir
    private Path folder;

    @Test
    void losesNothingAndStaysPolite() {
        CommandLineRun run = CommandLineRun.of(
                BenchCommands::run,
                "bench",
                "kills",
                "--times",
                "2",
                "--seconds",
                "4",
                "--sites",
                "8",
                "--folder",
                folder.toString());

        assertThat(run.report())
                .as(run.err())
                .containsEntry("kills", "2")
                .containsEntry("items lost", "0")
                .containsEntry("broken/one-in-flight", "0")
                .containsEntry("broken/pause", "0")
                .containsEntry("broken/retry-after", "0")
                .containsEntry("broken/robots", "0")
                .containsEntry("broken/410", "0")
                .containsEntry("broken/301", "0")
                .containsEntry("fetched again needlessly", "0");
        assertThat(Long.parseLong(run.report().get("items fetched"))).isGreaterThan(40);
        assertThat(Long.parseLong(run.report().get("clean stop, ms"))).isLessThan(10_000);
        assertThat(run.exitCode()).isZero();
    }
}
