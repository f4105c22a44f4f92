package io.copydesk.lab.command;

import io.copydesk.lab.simulation.FeedTrace;
import io.copydesk.lab.simulation.SilenceBench;
import io.copydesk.standalone.command.Console;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "silence",
        description =
                "Replay feeds that published as real ones did through the frontier, once as they were and once with each of"
                        + " them cut off at a random moment; count false alarms and the time until the end is told.")
final class BenchSilenceCommand implements Callable<Integer> {

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            required = true,
            description = "Lines ID TAB SECOND,SECOND,… in a .tsv or .tsv.xz file.")
    private Path trace;

    @Option(
            names = "--half",
            paramLabel = "1|2",
            description = "Only the feeds of the trace's odd (1) or even (2) lines.")
    private Integer half;

    private final Console console;

    BenchSilenceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (half != null && half != 1 && half != 2) {
            throw new UsageException("--half must be 1 or 2, not " + half);
        }
        FeedTrace all;
        try {
            all = FeedTrace.read(trace);
        } catch (IOException e) {
            throw new UsageException("cannot read the trace " + trace + ": " + e.getMessage());
        }
        SilenceBench found = SilenceBench.run(
                half == null ? all : all.half(half),
                seed,
                passed -> console.progress(
                        "simulated " + Duration.ofMillis(passed).toDays() + " days"));
        line("feeds", found.feeds());
        line("false alarms", found.falseAlarms());
        line("feeds with more than one", found.feedsWithSeveral());
        line("feeds cut off", found.cut());
        line("told", found.told());
        line("told after, in 90th percentiles of the feed's gaps, median", number(found.overUsualGap()));
        line("told after, in mean gaps, median", number(found.overMeanGap()));
        line("seed", seed);
        return 0;
    }

    private void line(String name, Object value) {
        console.out().println(name + "\t" + value);
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "-";
    }
}
