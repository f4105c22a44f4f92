package io.copydesk.lab.command;

import io.copydesk.standalone.command.Commands;
import io.copydesk.standalone.command.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code copydesk bench …}, run like all commands. */
@Command(name = "copydesk", synopsisSubcommandLabel = "COMMAND")
public final class BenchCommands {

    private BenchCommands() {}

    /** Runs one command and returns its exit code: 0 done, 1 failed, 2 not possible as asked. */
    public static int run(String... arguments) {
        return run(Console.system(), arguments);
    }

    static int run(Console console, String... arguments) {
        CommandLine line = new CommandLine(new BenchCommands())
                .addSubcommand(new CommandLine(new BenchCommand())
                        .addSubcommand(new BenchBoilerplateCommand(console))
                        .addSubcommand(new BenchCapacityCommand(console))
                        .addSubcommand(new BenchChaosCommand(console))
                        .addSubcommand(new BenchCleanCommand(console))
                        .addSubcommand(new BenchClusterCommand(console))
                        .addSubcommand(new BenchConsoleCommand(console))
                        .addSubcommand(new BenchEditsCommand(console))
                        .addSubcommand(new BenchFetchCommand(console))
                        .addSubcommand(new BenchFrontierCommand(console))
                        .addSubcommand(new BenchKillsCommand(console))
                        .addSubcommand(new BenchLanguageCommand(console))
                        .addSubcommand(new BenchLoadCommand(console))
                        .addSubcommand(new BenchPipelineCommand(console))
                        .addSubcommand(new BenchPoisonCommand(console))
                        .addSubcommand(new BenchRestartCommand(console))
                        .addSubcommand(new BenchSilenceCommand(console))
                        .addSubcommand(new BenchSimulateCommand(console))
                        .addSubcommand(new BenchWebsubCommand(console))
                        .addSubcommand(new BenchWithdrawalsCommand(console))
                        .addSubcommand(new BenchWorstCommand(console)));
        return Commands.execute(line, console, arguments);
    }
}
