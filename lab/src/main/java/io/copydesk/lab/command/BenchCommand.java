package io.copydesk.lab.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = "Measures speed and quality on this machine, beside the limit.",
        synopsisSubcommandLabel = "COMMAND")
final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "name one of boilerplate, capacity, chaos, clean, fetch, frontier, kills, language, load, pipeline, poison, restart, simulate, worst");
    }
}
