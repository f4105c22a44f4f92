package io.copydesk.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.ingest.feed.FeedDate;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "dates",
        description = "Print the meaning of each date: {\"input\",\"date\"} in ISO 8601, or {\"input\",\"refused\"}.",
        footer = {"", "Without DATE, reads stdin, one date a line."})
final class InspectDatesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DATE", description = "RFC 822 or ISO 8601 dates as feeds write them.")
    private List<String> dates = List.of();

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "BCP 47 tag of the text, such as pl. Decides months whose name is ambiguous (listopada).")
    private String language;

    private final Console console;

    InspectDatesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        InputLines.forEach(dates, console, this::print);
        return 0;
    }

    private void print(String date) {
        ObjectNode json = Json.object().put("input", date);
        FeedDate.parse(date, language)
                .ifPresentOrElse(
                        iso -> json.put("date", iso),
                        () -> json.put("refused", "not a date, or one of an ambiguous month"));
        console.out().println(Json.line(json));
    }
}
