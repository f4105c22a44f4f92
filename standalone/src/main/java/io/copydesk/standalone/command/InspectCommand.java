package io.copydesk.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "inspect",
        description =
                "Show how Copydesk reads a feed, sitemap, robots.txt, URL or date. One line of JSON for each input.",
        synopsisSubcommandLabel = "COMMAND")
final class InspectCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say url, dates, feed, sitemap or robots");
    }
}
