package io.copydesk.lab.command;

import io.copydesk.lab.simulation.DecidingLoad;
import io.copydesk.lab.simulation.FeedTrace;
import io.copydesk.standalone.command.Console;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "capacity",
        description =
                "What the one task that decides holds and does when feeds publish as real ones did, and many times as many:"
                        + " a simulation of arrivals with costs that bench pipeline measured.")
final class BenchCapacityCommand implements Callable<Integer> {

    private static final int MOST_COPIES = 100_000;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            required = true,
            description = "Lines ID TAB SECOND,SECOND,… in a .tsv or .tsv.xz file, over a week at the least.")
    private Path trace;

    @Option(
            names = "--copies",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,10,60,380,1000,7600",
            description = "How many times as many feeds there are. Default: ${DEFAULT-VALUE}")
    private List<Integer> copies;

    @Option(
            names = "--kept",
            paramLabel = "DAYS",
            defaultValue = "60",
            description = "How long an article is kept. Default: ${DEFAULT-VALUE}")
    private int kept;

    @Option(
            names = "--heap-each",
            paramLabel = "BYTES",
            defaultValue = "826",
            description = "Heap of an article. Default: ${DEFAULT-VALUE}")
    private int heapEach;

    @Option(
            names = "--files-each",
            paramLabel = "BYTES",
            defaultValue = "1379",
            description = "Mapped files of an article. Default: ${DEFAULT-VALUE}")
    private int filesEach;

    @Option(
            names = "--micros",
            paramLabel = "N",
            defaultValue = "263",
            description = "CPU time of a decision. Default: ${DEFAULT-VALUE}")
    private long micros;

    @Option(
            names = "--share",
            paramLabel = "0-1",
            defaultValue = "1",
            description =
                    "Share of the articles that reach the task, such as that of works, whose costs are to be given then."
                            + " Default: all of them.")
    private double share;

    private final Console console;

    BenchCapacityCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (kept < 1 || heapEach < 0 || filesEach < 0 || micros < 1) {
            throw new UsageException("--kept and --micros must be at least 1, bytes at least 0");
        }
        if (!(share > 0 && share <= 1)) {
            throw new UsageException("--share must be above 0 and at most 1");
        }
        if (copies.stream().anyMatch(count -> count < 1 || count > MOST_COPIES)) {
            throw new UsageException("--copies must be from 1 to " + MOST_COPIES);
        }
        FeedTrace feeds = read();
        line(
                "%9s %12s %12s %9s %9s %11s %6s %11s %9s %9s",
                (Object[]) new String[] {
                    "feeds",
                    "articles/day",
                    "kept",
                    "heap GB",
                    "files GB",
                    "busiest /s",
                    "core",
                    "core, then",
                    "p99 s",
                    "most s"
                });
        Duration cost = Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros));
        copies.stream()
                .sorted()
                .map(count -> DecidingLoad.of(feeds, count, share, Duration.ofDays(kept), cost, seed))
                .forEach(this::print);
        return 0;
    }

    private FeedTrace read() {
        FeedTrace feeds;
        try {
            feeds = FeedTrace.read(trace);
        } catch (IOException e) {
            throw new UsageException("cannot read the trace " + trace + ": " + e.getMessage());
        }
        if (feeds.weeks() < 1) {
            throw new UsageException("the trace " + trace + " is shorter than a week");
        }
        return feeds;
    }

    private void print(DecidingLoad load) {
        line(
                "%9d %12.0f %12d %9.2f %9.2f %11.2f %6.3f %11.3f %9s %9s",
                load.feeds(),
                load.perDay(),
                load.held(),
                load.held() * heapEach / 1e9,
                load.held() * filesEach / 1e9,
                load.busiestHour(),
                load.use(),
                load.useInBusiestHour(),
                wait(load, load.wait99()),
                wait(load, load.longestWait()));
    }

    private static String wait(DecidingLoad load, double seconds) {
        return load.use() < 1 ? String.format(Locale.ROOT, "%.3f", seconds) : "-";
    }

    private void line(String format, Object... values) {
        console.out().println(String.format(Locale.ROOT, format, values));
    }
}
