package io.copydesk.standalone.command;

import picocli.CommandLine.Command;

@Command(
        name = "articles",
        description = "Say what no page says of an article, while run is running.",
        synopsisSubcommandLabel = "COMMAND")
final class ArticlesCommand {}
