package io.copydesk.lab.command;

import io.copydesk.lab.chaos.ChaosCampaign;
import io.copydesk.lab.chaos.ChaosCampaign.Plan;
import io.copydesk.lab.chaos.ChaosCampaign.Result;
import io.copydesk.lab.chaos.DisturbedRun.Outcome;
import io.copydesk.lab.chaos.KilledReplays.Kill;
import io.copydesk.lab.chaos.RareState;
import io.copydesk.standalone.command.Console;
import io.copydesk.verify.check.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "chaos",
        description =
                "Kills replays and a deployment of broker and services, each in a JVM of its own, in many ways, and"
                        + " verifies every topic against an undisturbed run.",
        footer = {
            "",
            "Exit code 1 when a rule is broken, or a deployment that was disturbed in every way never reached one of the rare"
                    + " states."
        })
final class BenchChaosCommand implements Callable<Integer> {

    @Option(
            names = "--prepared",
            paramLabel = "N",
            defaultValue = "3",
            description = "Kills of a replay between a decision to commit and its markers. Default: ${DEFAULT-VALUE}")
    private int prepared;

    @Option(
            names = "--random",
            paramLabel = "N",
            defaultValue = "3",
            description = "Kills of a replay at random moments. Default: ${DEFAULT-VALUE}")
    private int random;

    @Option(
            names = "--disturbances",
            paramLabel = "N",
            defaultValue = "12",
            description =
                    "Of a deployment: the first 12 are of 12 kinds, the others kills at random. Default: ${DEFAULT-VALUE}")
    private int disturbances;

    @Option(
            names = "--full-disk",
            description = "Also a replay on a disk that is too small, a tmpfs; needs the right to mount.")
    private boolean fullDisk;

    @Option(
            names = "--previous",
            paramLabel = "DIR",
            description = "An unpacked distribution of another version, which some of the services run meanwhile.")
    private @Nullable Path previous;

    @Mixin
    private CorpusOptions corpus;

    private final Console console;

    BenchChaosCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path where = corpus.folder("copydesk-chaos-");
        console.say("data and logs: " + where);
        Result result = ChaosCampaign.run(
                new Plan(
                        prepared,
                        random,
                        disturbances,
                        fullDisk,
                        previous,
                        corpus.partitions,
                        corpus.pages,
                        corpus.seed,
                        where),
                console::say);
        print("seed", corpus.seed);
        print("partitions", corpus.partitions);
        print("undisturbed replay, ms", result.undisturbed().toMillis());
        kills("prepared", result.prepared());
        kills("random", result.random());
        if (fullDisk) {
            kills("full disk", List.of(Objects.requireNonNull(result.fullDisk())));
        }
        long findings = result.unsound();
        long missed =
                prepared - result.prepared().stream().filter(Kill::prepared).count();
        if (missed > 0) {
            console.say(missed + " kills did not meet a prepared transaction; the machine may be too slow to hit one");
        }
        Outcome deployment = result.deployment();
        if (deployment != null) {
            print("deployment, disturbances", deployment.disturbances());
            print("deployment, processes that ended by themselves", deployment.ended());
            print("deployment, findings", deployment.findings().count());
            for (RareState state : RareState.values()) {
                print("reached/" + state.text(), deployment.reached().contains(state) ? 1 : 0);
            }
            say(deployment.findings());
            findings += deployment.findings().count();
        }
        result.kills().forEach(kill -> say(kill.findings()));
        return findings == 0 && missed <= 0 && result.missed().isEmpty() ? 0 : 1;
    }

    private void kills(String kind, List<Kill> kills) {
        print(kind + ", kills", kills.size());
        print(
                kind + ", a transaction was prepared",
                kills.stream().filter(Kill::prepared).count());
        print(kind + ", right in the end", kills.stream().filter(Kill::isSound).count());
        print(kind + ", restart to running, median, ms", quantile(kills, Kill::restartMillis, 0.5));
        print(kind + ", restart to running, p95, ms", quantile(kills, Kill::restartMillis, 0.95));
        print(kind + ", second run whole, p95, ms", quantile(kills, Kill::totalMillis, 0.95));
    }

    private static long quantile(List<Kill> kills, ToLongFunction<Kill> of, double share) {
        long[] sorted = kills.stream().mapToLong(of).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private void say(Findings findings) {
        findings.examples().forEach(console::say);
    }

    private void print(String label, long value) {
        console.out().println(label + "\t" + value);
    }
}
