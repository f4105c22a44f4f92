package io.copydesk.lab.command;

import io.copydesk.lab.simulation.FeedTrace;
import io.copydesk.lab.simulation.SilenceBench;
import io.copydesk.lab.simulation.UsualGap;
import io.copydesk.standalone.command.Console;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "silence",
        description =
                "Replay feeds that published as real ones did through the frontier, once as they were and once with each of"
                        + " them cut off at a random moment; count false alarms and the time until the end is told.")
final class BenchSilenceCommand implements Callable<Integer> {

    /** Of hundreds of feeds one publishes each few minutes, by day and by night. */
    private static final Duration NOTHING_OBSERVED = Duration.ofHours(12);

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
                all.pauses(NOTHING_OBSERVED.toMillis()),
                seed,
                passed -> console.progress(
                        "simulated " + Duration.ofMillis(passed).toDays() + " days"));
        line("feeds", found.feeds());
        SilenceBench.FalseAlarms alarms = found.alarms();
        line("false alarms", alarms.all());
        line("feeds with more than one", alarms.severalFeeds());
        String beside = "not after " + NOTHING_OBSERVED.toHours() + " hours without an item of any feed of the file";
        line("false alarms " + beside, alarms.besidePauses());
        line("feeds with more than one " + beside, alarms.severalBesidePauses());
        line("feeds cut off", found.cut());
        line("told", found.told());
        line("from its last item until told, hours, median", number(found.hours()));
        gaps("from its last item until told, over the ", found.overGap());
        gaps("from the cut until told, over the ", found.overGapFromEnd());
        gaps("second longest gap of the year, over the ", found.hindsight());
        line("seed", seed);
        return 0;
    }

    private void gaps(String name, Map<UsualGap, Double> medians) {
        medians.forEach((gap, value) -> line(name + gap.label() + " of gaps, median", number(value)));
    }

    private void line(String name, Object value) {
        console.out().println(name + "\t" + value);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : "-";
    }
}
