package io.copydesk.lab.command;

import io.copydesk.lab.live.RestartPlan;
import io.copydesk.lab.live.RestartTime;
import io.copydesk.lab.live.ServiceRestarts;
import io.copydesk.standalone.command.Console;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "restart",
        description =
                "Fill the state of an enrich service with invented articles, kill it without warning while more arrive, and"
                        + " print how long its next start took: seconds until an article that was sent after the kill is"
                        + " readable in enriched-articles, and the parts of that.")
final class BenchRestartCommand implements Callable<Integer> {

    @Option(
            names = "--articles",
            paramLabel = "N",
            split = ",",
            defaultValue = "10000,100000",
            description = "Articles in the state at the kill. Default: ${DEFAULT-VALUE}")
    private List<Integer> articles;

    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "3",
            description = "Kills at each size. Default: ${DEFAULT-VALUE}")
    private int times;

    @Option(names = "--partitions", paramLabel = "N", defaultValue = "4", description = "Default: ${DEFAULT-VALUE}")
    private int partitions;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--lost",
            description = "Delete the service's state after each kill, but for the id of the instance in its group.")
    private boolean lost;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the service, for example streams.commit-interval=100ms.")
    private List<String> settings = List.of();

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "For the data and the service's log; a new one in the folder for temporary files by default.")
    private @Nullable Path folder;

    private final Console console;

    BenchRestartCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (articles.stream().anyMatch(size -> size < 1) || times < 1 || partitions < 1) {
            throw new UsageException("--articles, --times and --partitions must be at least 1");
        }
        Path where = folder == null ? Files.createTempDirectory("copydesk-restart-") : folder;
        console.say("data and log of the service: " + where);
        console.out().println("articles\tseconds\t" + String.join("\t", RestartTime.PHASES));
        List<Integer> sizes = articles.stream().sorted().toList();
        ServiceRestarts.measure(
                new RestartPlan(sizes, times, partitions, seed, lost, settings, where), this::print, console::progress);
        return 0;
    }

    private void print(RestartTime time) {
        StringBuilder line = new StringBuilder(time.articles() + "\t" + seconds(time.total()));
        RestartTime.PHASES.forEach(
                phase -> line.append('\t').append(seconds(time.phases().get(phase))));
        console.out().println(line);
        console.flush();
    }

    private static String seconds(@Nullable Duration duration) {
        return duration == null ? "-" : String.format(Locale.ROOT, "%.2f", duration.toMillis() / 1000.0);
    }
}
