package io.copydesk.lab.command;

import io.copydesk.lab.live.PushPlan;
import io.copydesk.lab.live.PushReport;
import io.copydesk.lab.live.PushedInstances;
import io.copydesk.lab.simulation.PushedMonth;
import io.copydesk.lab.simulation.PushedMonthReport;
import io.copydesk.standalone.command.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "websub",
        description =
                "Watch sites on loopback addresses whose hub delivers to two instances of frontier, while it drops messages and"
                        + " processes are killed without warning; measure from publication to the topic articles. Before"
                        + " that, a virtual month through the frontier's topology: whether leases are renewed in time.",
        footer = {"", "Exit code 1 when an item was lost or a lease ended before it was renewed."})
final class BenchWebsubCommand implements Callable<Integer> {

    @Option(names = "--sites", paramLabel = "N", defaultValue = "20", description = "Default: ${DEFAULT-VALUE}")
    private int sites;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "480",
            description = "For which the sites publish; 0 for the month alone. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "Between two items of a site, on average. Default: ${DEFAULT-VALUE}")
    private int every;

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "4",
            description = "Of a process, in turn of both frontiers, fetch and clean. Default: ${DEFAULT-VALUE}")
    private int kills;

    @Option(
            names = "--drop-one-in",
            paramLabel = "N",
            defaultValue = "10",
            description = "Messages that the hub drops for good; 0 for none. Default: ${DEFAULT-VALUE}")
    private int dropOneIn;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "30",
            description = "Of virtual time; 0 to leave that out. Default: ${DEFAULT-VALUE}")
    private int days;

    @Option(
            names = "--feeds",
            paramLabel = "N",
            defaultValue = "20",
            description = "Of the virtual month. Default: ${DEFAULT-VALUE}")
    private int feeds;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "For data and logs; a new one in the folder for temporary files by default.")
    private Path folder;

    private final Console console;

    BenchWebsubCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        print("seed", seed);
        boolean well = days == 0 || month();
        return (seconds == 0 || live()) && well ? 0 : 1;
    }

    private boolean month() {
        PushedMonthReport polled = month(false, 0);
        print("month: polls without a hub", polled.polls());
        print("month: delay without a hub, median, s", seconds(polled.medianDelay()));
        print("month: delay without a hub, longest, s", seconds(polled.longestDelay()));
        PushedMonthReport pushed = month(true, dropOneIn);
        print("month: items", pushed.items());
        print("month: items lost", pushed.lost());
        print("month: messages dropped", pushed.dropped());
        print("month: polls", pushed.polls());
        print("month: requests to the hub", pushed.hubRequests());
        print("month: leases granted", pushed.verified());
        print("month: feeds whose lease ended before it was renewed", pushed.lapsed());
        print("month: delay, median, s", seconds(pushed.medianDelay()));
        print("month: delay, 95th percentile, s", seconds(pushed.highDelay()));
        print("month: delay, longest, s", seconds(pushed.longestDelay()));
        return pushed.lost() == 0 && pushed.lapsed() == 0 && pushed.verified() >= feeds;
    }

    private PushedMonthReport month(boolean pushed, int drop) {
        return PushedMonth.run(
                feeds,
                pushed,
                drop,
                seed,
                Duration.ofDays(days),
                passed -> console.progress(
                        "simulated " + Duration.ofMillis(passed).toDays() + " days"));
    }

    private boolean live() throws IOException, InterruptedException {
        Path where = folder == null ? Files.createTempDirectory("copydesk-websub-") : folder;
        console.say("data and logs: " + where);
        PushReport report = PushedInstances.of(
                new PushPlan(
                        sites, Duration.ofSeconds(seconds), Duration.ofSeconds(every), kills, dropOneIn, seed, where),
                console::say);
        print("kills", report.kills());
        print("items published", report.published());
        print("items lost", report.lost().size());
        print("messages dropped", report.dropped());
        print("deliveries that found no instance", report.retried());
        print("polls", report.polls());
        delays("delivered", report.pushed());
        delays("delivered, not beside a kill", report.calm());
        delays("dropped", report.others());
        report.lost().forEach(url -> console.say("lost: " + url));
        return report.lost().isEmpty();
    }

    private void delays(String what, List<Duration> delays) {
        print(what + ": items", delays.size());
        print(what + ": median, s", seconds(PushReport.quantile(delays, 0.5).toMillis()));
        print(
                what + ": 95th percentile, s",
                seconds(PushReport.quantile(delays, 0.95).toMillis()));
        print(what + ": longest, s", seconds(PushReport.quantile(delays, 1).toMillis()));
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
    }

    private void print(String label, Object value) {
        console.out().println(label + "\t" + value);
    }
}
