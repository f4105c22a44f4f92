package io.copydesk.lab.command;

import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.lab.simulation.FrontierBench;
import io.copydesk.lab.simulation.TrialScore;
import io.copydesk.standalone.command.Console;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "frontier",
        description =
                "Run the frontier against a simulated web under a virtual clock, and other projects' poll schedules on the"
                        + " same web. Prints missed items, discovery delay, requests and violations of politeness rules.")
final class BenchFrontierCommand implements Callable<Integer> {

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--feeds", paramLabel = "N", defaultValue = "5000", description = "Default: ${DEFAULT-VALUE}")
    private int feeds;

    @Option(names = "--days", paramLabel = "N", defaultValue = "30", description = "Default: ${DEFAULT-VALUE}")
    private int days;

    @Option(
            names = "--items-per-poll",
            paramLabel = "N",
            description = "Target new items per poll; higher = fewer requests, later discovery.")
    private Double itemsPerPoll;

    private final Console console;

    BenchFrontierCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        long begun = System.nanoTime();
        FrontierBench bench = FrontierBench.run(
                seed,
                feeds,
                days,
                settings(),
                passed -> console.progress(
                        "simulated " + Duration.ofMillis(passed).toHours() + " of " + 24L * days + " hours"));
        console.out()
                .println("schedule\titems\tmissed\tmissed-share\tmedian-delay-minutes\tdelay-over-rhythm\twithin-half"
                        + "\trequests\trequests-per-item");
        bench.scores().forEach(this::print);
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

    private FrontierSettings settings() {
        FrontierSettings settings = FrontierSettings.defaults();
        return itemsPerPoll == null
                ? settings
                : settings.toBuilder().itemsPerPoll(itemsPerPoll).build();
    }

    private void print(String schedule, TrialScore score) {
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s\t%d\t%d\t%.4f\t%.1f\t%.3f\t%.3f\t%d\t%.3f",
                        schedule,
                        score.published(),
                        score.missed(),
                        score.missedShare(),
                        score.medianDelay() / 60_000.0,
                        score.delayOverRhythm(),
                        score.withinHalf(),
                        score.requests(),
                        score.requestsPerItem()));
    }
}
