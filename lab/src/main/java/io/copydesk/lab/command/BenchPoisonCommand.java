package io.copydesk.lab.command;

import io.copydesk.lab.bench.PoisonedPipeline;
import io.copydesk.lab.bench.PoisonedPipeline.Beside;
import io.copydesk.lab.bench.PoisonedPipeline.Round;
import io.copydesk.standalone.command.Console;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "poison",
        description =
                "Throughput of all services alone, beside records that nothing of ours wrote, and beside as many sound"
                        + " records in the same topics, in one run; and whether each of the former ends in a dead letter.",
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
            description = "One other record for so many inputs. Default: ${DEFAULT-VALUE}")
    private int every;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "4",
            description = "Of each sort. Default: ${DEFAULT-VALUE}")
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
        console.out().println("beside\tothers\tinputs/s\tCPU ms/input\tinputs missing\tpoison without a dead letter");
        List<Round> all = new ArrayList<>();
        PoisonedPipeline.measure(inputs, every, rounds, seed, round -> {
            all.add(round);
            print(
                    "%s\t%d\t%.1f\t%.2f\t%d\t%d",
                    round.beside(),
                    round.others(),
                    round.inputs() / round.seconds(),
                    1e3 * round.cpuSeconds() / round.inputs(),
                    round.missing(),
                    round.silent());
        });
        for (Beside control : List.of(Beside.NOTHING, Beside.SOUND_RECORDS)) {
            print(
                    "poison / %s\tthroughput %.3f\tCPU %.3f",
                    control, ratio(all, control, round -> 1 / round.seconds()), ratio(all, control, Round::cpuSeconds));
        }
        return all.stream().allMatch(round -> round.missing() + round.silent() == 0) ? 0 : 1;
    }

    private void print(String format, Object... values) {
        console.out().println(String.format(Locale.ROOT, format, values));
        console.out().flush();
    }

    /** The geometric mean over the rounds of how many times that of the control poison's figure is. */
    private static double ratio(List<Round> rounds, Beside control, ToDoubleFunction<Round> figure) {
        return Math.exp(meanLog(rounds, Beside.POISON, figure) - meanLog(rounds, control, figure));
    }

    private static double meanLog(List<Round> rounds, Beside beside, ToDoubleFunction<Round> figure) {
        return rounds.stream()
                .filter(round -> round.beside() == beside)
                .mapToDouble(round -> Math.log(figure.applyAsDouble(round)))
                .average()
                .orElseThrow();
    }
}
