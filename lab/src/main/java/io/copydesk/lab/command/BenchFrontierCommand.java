package io.copydesk.lab.command;

import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.lab.simulation.Curve;
import io.copydesk.lab.simulation.FeedTrace;
import io.copydesk.lab.simulation.FrontierBench;
import io.copydesk.lab.simulation.TrialScore;
import io.copydesk.standalone.command.Console;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "frontier",
        description =
                "Run the frontier against a simulated web under a virtual clock, and other projects' poll schedules on the"
                        + " same web. Prints missed items, discovery delay, requests and violations of politeness rules; of"
                        + " several settings also what each other schedule reaches with as many requests.")
final class BenchFrontierCommand implements Callable<Integer> {

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--feeds", paramLabel = "N", defaultValue = "5000", description = "Default: ${DEFAULT-VALUE}")
    private int feeds;

    @Option(names = "--days", paramLabel = "N", defaultValue = "30", description = "Default: ${DEFAULT-VALUE}")
    private int days;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description =
                    "Feeds that publish as real ones did in a year: lines ID TAB SECOND,SECOND,… in a .tsv or .tsv.xz"
                            + " file. Default: invented feeds.")
    private Path trace;

    @Option(
            names = "--window",
            paramLabel = "N",
            defaultValue = "30",
            description = "Items that a feed of the trace holds. Default: ${DEFAULT-VALUE}")
    private int window;

    @Option(
            names = "--half",
            paramLabel = "1|2",
            description =
                    "Only the feeds of the trace's odd (1) or even (2) lines, to choose settings on one half alone.")
    private Integer half;

    @Option(names = "--feeds-only", description = "With --trace: items have no pages; several times as fast.")
    private boolean feedsOnly;

    @Option(
            names = "--items-per-poll",
            paramLabel = "N",
            split = ",",
            description =
                    "Target new items per poll, or several; higher = fewer requests, later discovery. Default: the"
                            + " setting frontier.items-per-poll.")
    private List<Double> itemsPerPoll = List.of();

    private final Console console;

    BenchFrontierCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (trace == null && (feedsOnly || half != null)) {
            throw new UsageException("--feeds-only and --half need --trace FILE");
        }
        if (half != null && half != 1 && half != 2) {
            throw new UsageException("--half must be 1 or 2, not " + half);
        }
        long begun = System.nanoTime();
        FrontierBench bench = bench();
        console.out()
                .println("schedule\titems\tmissed\tmissed-share\tmedian-delay-minutes\tdelay-over-rhythm\twithin-half"
                        + "\trequests\trequests-per-item\tdelay-90th-percentile-minutes"
                        + "\tmedian-of-feeds-median-delays-minutes");
        bench.frontier().forEach(this::print);
        bench.schedules().forEach(this::print);
        if (bench.frontier().size() > 1) {
            Curve curve = Curve.of(List.copyOf(bench.frontier().values()));
            bench.schedules().forEach((schedule, score) -> compare(curve, schedule, score));
        }
        console.out().println("items that no schedule can find\t" + bench.unseeable());
        bench.broken().forEach((rule, times) -> console.out().println("broken/" + rule + "\t" + times));
        long late = bench.falseNotModified().stream()
                .filter(polls -> polls > FrontierBench.FALSE_NOT_MODIFIED_POLLS)
                .count();
        int most = bench.falseNotModified().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        console.out()
                .println("false-304\t" + bench.falseNotModified().size() + "\tnot found in time\t" + late
                        + "\tmost polls\t" + most);
        console.out()
                .println("requests\tfeeds " + bench.feedRequests() + "\tpages " + bench.pageRequests() + "\trobots.txt "
                        + bench.robotsRequests());
        console.out().println("seed\t" + seed + "\tseconds\t" + (System.nanoTime() - begun) / 1_000_000_000L);
        return bench.rulesBroken() == 0 ? 0 : 1;
    }

    private FrontierBench bench() {
        if (trace == null) {
            return FrontierBench.invented(seed, feeds, days, settings(), this::progress);
        }
        FeedTrace real;
        try {
            real = FeedTrace.read(trace);
        } catch (IOException e) {
            throw new UsageException("cannot read the trace " + trace + ": " + e.getMessage());
        }
        FeedTrace feedsOfTrace = half == null ? real : real.half(half);
        return FrontierBench.ofTrace(feedsOfTrace, seed, window, !feedsOnly, settings(), this::progress);
    }

    private void progress(long passed) {
        console.progress("simulated " + Duration.ofMillis(passed).toDays() + " days");
    }

    private List<FrontierSettings> settings() {
        FrontierSettings defaults = FrontierSettings.defaults();
        return itemsPerPoll.isEmpty()
                ? List.of(defaults)
                : itemsPerPoll.stream()
                        .map(items -> defaults.toBuilder().itemsPerPoll(items).build())
                        .toList();
    }

    private void print(String schedule, TrialScore score) {
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s\t%d\t%d\t%.4f\t%.1f\t%.3f\t%.3f\t%d\t%.3f\t%.1f\t%.1f",
                        schedule,
                        score.published(),
                        score.missed(),
                        score.missedShare(),
                        minutes(score.medianDelay()),
                        score.delayOverRhythm(),
                        score.withinHalf(),
                        score.requests(),
                        score.requestsPerItem(),
                        minutes(score.lateDelay()),
                        minutes(score.feedDelay())));
    }

    private void compare(Curve curve, String schedule, TrialScore score) {
        OptionalDouble delay = curve.delayAt(score.requestsPerItem());
        OptionalDouble requests = curve.requestsAt(score.medianDelay());
        console.out()
                .println("frontier against " + schedule + "\tmedian-delay-minutes at its requests\t"
                        + (delay.isPresent() ? number(minutes(delay.getAsDouble())) : "outside of the settings")
                        + "\trequests-per-item at its delay\t"
                        + (requests.isPresent() ? number(requests.getAsDouble()) : "outside of the settings"));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static double minutes(double millis) {
        return millis / 60_000;
    }
}
