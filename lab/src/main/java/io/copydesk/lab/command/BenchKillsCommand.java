package io.copydesk.lab.command;

import io.copydesk.lab.live.KillPlan;
import io.copydesk.lab.live.KillReport;
import io.copydesk.lab.live.KilledInstances;
import io.copydesk.lab.live.KilledRuns;
import io.copydesk.standalone.command.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "kills",
        description =
                "Watch growing sites on loopback addresses with run, or with several instances of frontier and fetch; kill"
                        + " it, or one of them, without warning again and again; and say what was lost, which rules of"
                        + " politeness were broken and what was fetched needlessly.",
        footer = {"", "Exit code 1 when something was lost or a rule was broken."})
final class BenchKillsCommand implements Callable<Integer> {

    @Option(names = "--times", paramLabel = "N", defaultValue = "20", description = "Default: ${DEFAULT-VALUE}")
    private int times;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "12",
            description = "Of work between two kills on average. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--sites", paramLabel = "N", defaultValue = "18", description = "Default: ${DEFAULT-VALUE}")
    private int sites;

    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Of each of frontier and fetch, all processes of their own; 0: one run does it all. Default: ${DEFAULT-VALUE}")
    private int instances;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description =
                    "For the data and the words of the runs; a new one in the folder for temporary files by default.")
    private Path folder;

    private final Console console;

    BenchKillsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path where = folder == null ? Files.createTempDirectory("copydesk-kills-") : folder;
        console.say("data and words of the runs: " + where);
        KillPlan plan = new KillPlan(times, Duration.ofSeconds(seconds), sites, seed, where);
        KillReport report =
                instances > 0 ? KilledInstances.of(plan, instances, console::say) : KilledRuns.of(plan, console::say);
        print("seed", seed);
        print("kills", report.kills());
        print("seconds", report.took().toSeconds());
        print("requests", report.requests());
        print("items published", report.fates().published());
        print("items fetched", report.fates().fetched());
        print("items refused by robots.txt", report.fates().refused());
        print("items lost", report.fates().lost().size());
        report.judgement().broken().forEach((rule, count) -> print("broken/" + rule, count));
        print("fetched again after a kill", report.judgement().afterKills());
        print("fetched again needlessly", report.judgement().needless());
        print("pages twice in the topic", report.fates().repeated());
        report.starts().stream()
                .mapToLong(Duration::toMillis)
                .max()
                .ifPresent(longest -> print("first request after a start at most, ms", longest));
        print("clean stop, ms", report.stop().toMillis());
        report.fates().lost().forEach(url -> console.say("lost: " + url));
        report.judgement().examples().forEach(console::say);
        return report.clean() ? 0 : 1;
    }

    private void print(String label, long value) {
        console.out().println(label + "\t" + value);
    }
}
