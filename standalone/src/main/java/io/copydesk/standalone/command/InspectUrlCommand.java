package io.copydesk.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "url",
        description =
                "Print the address to fetch and the identity of each URL: {\"input\",\"url\",\"key\"} or {\"input\",\"refused\"}.",
        footer = {
            "",
            "Without arguments, reads standard input: one URL per line, or BASE<TAB>URL for a link in the document at BASE."
        })
final class InspectUrlCommand implements Callable<Integer> {

    @Parameters(paramLabel = "URL", description = "Absolute URLs.")
    private List<String> urls = List.of();

    private final Console console;

    InspectUrlCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        InputLines.forEach(urls, console, this::print);
        return 0;
    }

    private void print(String arguments) {
        int tab = arguments.indexOf('\t');
        String input = arguments.substring(tab + 1);
        UrlKey result = tab < 0 ? UrlKey.of(input) : UrlKey.resolve(arguments.substring(0, tab), input);
        ObjectNode json = Json.object().put("input", input);
        ObjectNode line = result.fold(
                key -> json.put("url", key.url()).put("key", key.key()), reason -> json.put("refused", reason));
        console.out().println(Json.line(line));
    }
}
