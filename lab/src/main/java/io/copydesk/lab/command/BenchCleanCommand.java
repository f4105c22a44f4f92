package io.copydesk.lab.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.lab.bench.CleaningShares;
import io.copydesk.lab.bench.Comparison;
import io.copydesk.lab.bench.Corpus;
import io.copydesk.lab.bench.FlightRecorderWarmUp;
import io.copydesk.lab.bench.RawText;
import io.copydesk.lab.bench.Speed;
import io.copydesk.schemas.Json;
import io.copydesk.standalone.command.Console;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "clean",
        description =
                "Pages/s and MB/s of cleaning and of a bare Jsoup.parse, same pages, same JVM, one thread, page by page in turns;"
                        + " and the share of each part of cleaning.")
final class BenchCleanCommand implements Callable<Integer> {

    @Option(
            names = "--corpus",
            required = true,
            paramLabel = "DIR",
            description = "HTML, WARC(.gz) or JSON Lines files, or folders of them; held in memory. May be repeated.")
    private List<Path> corpus;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Rounds over all pages that count (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "20",
            description =
                    "Rounds before them that do not count, in which Java compiles what runs often (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--raw-text",
            description = "Also what a parse would save without the contents of scripts, style sheets and comments.")
    private boolean rawText;

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean json;

    private final Console console;

    BenchCleanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (rounds < 1 || warmUp < 0) {
            throw new UsageException("--rounds must be at least 1 and --warm-up at least 0");
        }
        Corpus pages = Corpus.read(corpus);
        if (pages.pages().isEmpty()) {
            throw new UsageException("no HTML page among what --corpus names");
        }
        if (pages.passedOver() > 0) {
            console.say(pages.passedOver() + " items are no HTML page and were passed over");
        }
        FlightRecorderWarmUp.run();
        try (CleaningShares shares = new CleaningShares()) {
            Comparison comparison = Comparison.measure(pages, warmUp, rounds, done -> {
                console.progress("round " + (done + 1) + " of " + (warmUp + rounds));
                if (done == warmUp) {
                    shares.start();
                }
            });
            Map<String, Double> parts = shares.stop();
            RawText raw = rawText ? RawText.measure(pages, rounds) : null;
            if (json) {
                ObjectNode report = Json.object(comparison);
                report.set("parts", Json.object(parts));
                if (raw != null) {
                    report.set("rawText", Json.object(raw));
                }
                console.out().println(Json.line(report));
            } else {
                print(comparison);
                line(
                        "parts of clean: %s",
                        parts.entrySet().stream()
                                .map(part -> String.format(Locale.ROOT, "%s %.3f", part.getKey(), part.getValue()))
                                .collect(Collectors.joining(", ")));
                if (raw != null) {
                    line(
                            "scripts, style sheets and comments: %.3f of the characters; parse without them %.3f of its time, search for them %.3f",
                            raw.share(), raw.parse(), raw.search());
                }
            }
        }
        return 0;
    }

    private void print(Comparison c) {
        line("%d pages, %.1f MB, %d with an article; %d rounds", c.pages(), c.bytes() / 1e6, c.articles(), c.rounds());
        line("%-12s %9s %9s %9s %9s %9s", "", "pages/s", "MB/s", "p50 ms", "p99 ms", "max ms");
        line("clean", c.clean());
        line("Jsoup.parse", c.parse());
        line("ratio %.3f (rounds: %s)", c.ratio(), spread(c.ratios()));
    }

    private void line(String name, Speed speed) {
        line(
                "%-12s %9.1f %9.2f %9.2f %9.2f %9.2f",
                name,
                speed.pagesPerSecond(),
                speed.megabytesPerSecond(),
                speed.p50Millis(),
                speed.p99Millis(),
                speed.maxMillis());
    }

    private static String spread(List<Double> ratios) {
        return String.format(Locale.ROOT, "%.3f to %.3f", ratios.get(0), ratios.get(ratios.size() - 1));
    }

    private void line(String format, Object... values) {
        console.out().println(String.format(Locale.ROOT, format, values));
    }
}
