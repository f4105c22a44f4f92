package io.copydesk.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "alerts",
        description = "Rules of what to be told of; docs/alerts.md says what is in a file of rules.",
        synopsisSubcommandLabel = "COMMAND")
final class AlertsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say test");
    }
}
