package io.copydesk.lab.command;

import io.copydesk.extraction.Extractor;
import io.copydesk.lab.seeded.Campaign;
import io.copydesk.lab.seeded.Difference;
import io.copydesk.lab.seeded.PlantedFault;
import io.copydesk.lab.seeded.RareState;
import io.copydesk.lab.seeded.Simulator;
import io.copydesk.standalone.command.Console;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "simulate",
        description =
                "Run ingest and enrich on a simulated Kafka, each seed with other inputs, crashes, rebalances, stalled processes"
                        + " and orders of processing, and compare the final state with that of an undisturbed run. Prints"
                        + " the first difference of each seed that has one, and how often each rare state was reached."
                        + " Exits with 1 on a difference, and when " + Campaign.ENOUGH_SEEDS
                        + " seeds or more never reached a rare state.")
final class BenchSimulateCommand implements Callable<Integer> {

    /** How much of a value is printed. */
    private static final int SHOWN = 200;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "500",
            description = "Number of seeds. Default: ${DEFAULT-VALUE}")
    private long seeds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "First seed; --seed N --seeds 1 repeats one. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--fault",
            paramLabel = "NAME",
            defaultValue = "none",
            converter = FaultConverter.class,
            completionCandidates = FaultNames.class,
            description = "Plant a fault in the simulated Kafka, to see whether it is found: ${COMPLETION-CANDIDATES}."
                    + " Default: ${DEFAULT-VALUE}")
    private PlantedFault fault = PlantedFault.NONE;

    @Option(names = "--trace", description = "Print what happened in the first seed, one line for each action.")
    private boolean trace;

    private final Console console;

    BenchSimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        long begun = System.nanoTime();
        if (trace) {
            new Simulator(Extractor.create())
                    .run(seed, fault)
                    .trace()
                    .forEach(line -> console.out().println("trace\t" + seed + "\t" + line));
        }
        Campaign campaign = Campaign.run(
                seed, seeds, fault, done -> console.progress("simulated " + done + " of " + seeds + " seeds"));
        campaign.differences().forEach(this::print);
        for (RareState state : RareState.values()) {
            console.out()
                    .println("state\t" + state.label() + "\t" + campaign.times(state) + "\t" + state.description());
        }
        console.out()
                .println("total\tseeds " + campaign.seeds() + "\tinputs " + campaign.inputs() + "\tactions "
                        + campaign.actions() + "\tdifferences "
                        + campaign.differences().size() + "\tunreached states "
                        + campaign.unreached().size());
        console.say(
                "simulated " + campaign.seeds() + " seeds in " + (System.nanoTime() - begun) / 1_000_000_000L + " s");
        return campaign.isPassed() ? 0 : 1;
    }

    private void print(long at, Difference difference) {
        console.out()
                .println("difference\t" + at + "\t" + difference.topic() + "\t" + difference.key() + "\texpected "
                        + shown(difference.expected()) + "\tfound " + shown(difference.found()));
    }

    private static String shown(@Nullable String value) {
        return value == null ? "nothing" : value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    static final class FaultConverter implements ITypeConverter<PlantedFault> {
        @Override
        public PlantedFault convert(String label) {
            try {
                return PlantedFault.of(label);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    static final class FaultNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(PlantedFault.values()).map(PlantedFault::label).iterator();
        }
    }
}
