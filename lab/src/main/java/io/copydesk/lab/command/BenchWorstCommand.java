package io.copydesk.lab.command;

import io.copydesk.lab.bench.WorstPage;
import io.copydesk.schemas.Json;
import io.copydesk.standalone.command.Console;
import io.copydesk.standalone.pipeline.UsageException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "worst",
        description = "Time and heap of cleaning hostile pages, by kind.",
        footer = {"", "The heap is the JVM's: COPYDESK_JAVA_OPTIONS=-Xmx256m copydesk bench worst"})
final class BenchWorstCommand implements Callable<Integer> {

    @Option(
            names = "--bytes",
            paramLabel = "N",
            defaultValue = "5200000",
            description = "Bytes of each page (default: ${DEFAULT-VALUE}, near the limit of a page).")
    private int bytes;

    @Option(names = "--json", description = "Print a line of JSON for each kind.")
    private boolean json;

    private final Console console;

    BenchWorstCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (bytes < 2) {
            throw new UsageException("--bytes must be at least 2");
        }
        if (!json) {
            line("%-20s %9s %9s %9s  %s", "kind", "ms", "ms, half", "peak MB", "answer");
        }
        WorstPage.measure(bytes, this::print);
        return 0;
    }

    private void print(WorstPage page) {
        if (json) {
            console.out().println(Json.line(page));
        } else {
            line(
                    "%-20s %9.1f %9.1f %9.1f  %s",
                    page.kind(), page.millis(), page.halfMillis(), page.peakMegabytes(), page.answer());
        }
    }

    private void line(String format, Object... values) {
        console.out().println(String.format(Locale.ROOT, format, values));
    }
}
