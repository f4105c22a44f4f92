package io.copydesk.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.standalone.command.CommandLineRun;
import org.junit.jupiter.api.Test;

class BenchSimulateCommandTest {

    @Test
    void printsTheStatesThatWereReachedAndTheTotal() {
        CommandLineRun run = simulate("--seeds", "2", "--trace");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines()).anyMatch(line -> line.startsWith("trace\t1\t"));
        assertThat(run.lines()).anyMatch(line -> line.startsWith("state\tcrash-after-commit\t"));
        assertThat(run.lines()).last().asString().startsWith("total\tseeds 2\t").contains("\tdifferences 0\t");
    }

    @Test
    void endsWithOneAndNamesTheSeedWhenTheEndIsNotThatOfTheUndisturbedRun() {
        CommandLineRun run = simulate("--seeds", "20", "--fault", "store-write-lost");

        assertThat(run.exitCode()).isOne();
        assertThat(run.lines())
                .anyMatch(line -> line.matches("difference\t\\d+\t[^\t]+\t[^\t]+\texpected .*\tfound .*"));
    }

    @Test
    void listsTheFaultsWhenOneIsUnknown() {
        CommandLineRun run = simulate("--fault", "gremlins");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("gremlins").contains("offset-committed-early");
    }

    private static CommandLineRun simulate(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "bench";
        arguments[1] = "simulate";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return CommandLineRun.of(BenchCommands::run, arguments);
    }
}
