package io.copydesk.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.standalone.command.CommandLineRun;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a hub's message to an article, with two instances of frontier of which one is killed, and messages that never come. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BenchWebsubIT {

    @TempDir
    private Path folder;

    @Test
    void nothingThatAHubDeliversOrDropsIsLost() {
        CommandLineRun run = CommandLineRun.of(
                BenchCommands::run,
                "bench",
                "websub",
                "--days",
                "0",
                "--sites",
                "6",
                "--seconds",
                "30",
                "--every",
                "6",
                "--kills",
                "1",
                "--drop-one-in",
                "5",
                "--folder",
                folder.toString());

        assertThat(run.report()).as(run.err()).containsEntry("kills", "1").containsEntry("items lost", "0");
        assertThat(Integer.parseInt(run.report().get("messages dropped"))).isPositive();
        assertThat(Integer.parseInt(run.report().get("delivered: items"))).isGreaterThan(10);
        assertThat(Double.parseDouble(run.report().get("delivered: median, s"))).isLessThan(5);
        assertThat(run.exitCode()).isZero();
    }
}
