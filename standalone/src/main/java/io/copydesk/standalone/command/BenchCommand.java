package io.copydesk.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = "How fast and how good is it on this machine, and how fast could it be?",
        synopsisSubcommandLabel = "COMMAND")
final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say clean, fetch, frontier, furniture, kills, language, pipeline or worst");
    }
}
