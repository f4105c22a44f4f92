package io.copydesk.lab.command;

import io.copydesk.lab.bench.PoisonedPipeline;
import io.copydesk.lab.bench.PoisonedPipeline.Round;
import io.copydesk.standalone.command.Console;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "poison",
        description =
                "Throughput of all services with and without records that nothing of ours wrote, in one run, and whether"
                        + " each of them ends in a dead letter.",
        footer = {"", "Exit code 1 when an input or a record of poison is missing, or a service ended."})
final class BenchPoisonCommand implements Callable<Integer> {

    @Option(
            names = "--inputs",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Of each round. Default: ${DEFAULT-VALUE}")
    private int inputs;

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "100",
            description = "One record of poison for so many inputs. Default: ${DEFAULT-VALUE}")
    private int every;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "4",
            description = "With poison, and as many without. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    private final Console console;

    BenchPoisonCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (inputs < 1 || every < 1 || rounds < 1) {
            throw new UsageException("--inputs, --every and --rounds must be at least 1");
        }
        console.out().println("inputs\tpoison\tinputs/s\tinputs missing\tpoison without a dead letter");
        List<Round> all = new ArrayList<>();
        PoisonedPipeline.measure(inputs, every, rounds, seed, round -> {
            all.add(round);
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%d\t%d\t%.1f\t%d\t%d",
                            round.inputs(),
                            round.poison(),
                            round.inputs() / round.seconds(),
                            round.missing(),
                            round.silent()));
            console.out().flush();
        });
        double with = seconds(all, round -> round.poison() > 0);
        double without = seconds(all, round -> round.poison() == 0);
        console.out().println(String.format(Locale.ROOT, "throughput with poison / without\t%.3f", without / with));
        return all.stream().allMatch(round -> round.missing() + round.silent() == 0) ? 0 : 1;
    }

    private static double seconds(List<Round> rounds, Predicate<Round> of) {
        return rounds.stream().filter(of).mapToDouble(Round::seconds).sum();
    }
}
