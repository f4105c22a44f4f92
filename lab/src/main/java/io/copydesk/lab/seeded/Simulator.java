package io.copydesk.lab.seeded;

import io.copydesk.extraction.Extractor;
import io.copydesk.ingest.clean.Cleaner;
import io.copydesk.lab.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Runs seeds, each once undisturbed and once with all that may happen to the services, and compares the ends.
 *
 * <p>Simulated: partitions, tasks and the processes that share a transaction; consumer offsets, open and aborted transactions as readers
 * of committed records meet them; crashes at any record, rebalances, stalled processes that are fenced or time out; stores rebuilt from
 * their changelogs; the order in which inputs arrive. Not simulated: the broker and its log on disk, the protocols of consumer groups and
 * transactions, RocksDB, Kafka's code that restores stores and that calls the topologies' partitioners ({@link Routing} repeats them),
 * threads, the frontier and the fetcher. Each task runs in a {@link org.apache.kafka.streams.TopologyTestDriver}.
 *
 * <p>For one thread; the topologies are kept from seed to seed.
 */
public final class Simulator {

    private final Cleaner cleaner;

    private final Map<Integer, Map<Stage, StageRuntime>> runtimes = new HashMap<>();

    /** A simulator over the models of {@code extractor}, which several may share. */
    public Simulator(Extractor extractor) {
        this.cleaner = new Cleaner(extractor);
    }

    /**
     * What came of one seed.
     *
     * @param seed the seed
     * @param inputs number of records in {@code pages}
     * @param difference the first difference from the undisturbed run, or from what is known of the inputs
     * @param reached how often each rare state was reached
     * @param trace what happened, one line for each action
     * @param digest SHA-256 of the end
     */
    public record Result(
            long seed,
            int inputs,
            Optional<Difference> difference,
            Map<RareState, Long> reached,
            List<String> trace,
            String digest) {}

    /** Runs one seed: the same result every time. */
    public Result run(long seed, PlantedFault fault) {
        Inputs inputs = Inputs.of(seed);
        Map<Stage, StageRuntime> stages = runtimes.computeIfAbsent(inputs.partitions(), this::stages);
        EndState expected = undisturbed(stages, inputs, fault);
        Observer observer = new Observer();
        SeedRun run = inFolder(folder -> SeedRun.disturbed(seed, stages, inputs, fault, observer, folder));
        EndState found = EndState.of(run.log());
        Optional<Difference> difference = found.differenceFrom(expected).or(() -> unbalanced(inputs, expected));
        return new Result(seed, inputs.count(), difference, observer.counts(), run.trace(), found.digest());
    }

    /**
     * Runs a seed undisturbed with its inputs in the order in which they were made and in another one: the first difference between the last
     * values of the two ends.
     */
    public Optional<Difference> inOtherOrder(long seed, long order) {
        Inputs inputs = Inputs.of(seed);
        Map<Stage, StageRuntime> stages = runtimes.computeIfAbsent(inputs.partitions(), this::stages);
        EndState expected = undisturbed(stages, inputs, PlantedFault.NONE);
        return undisturbed(stages, Inputs.inOtherOrder(seed, order), PlantedFault.NONE)
                .differenceOfValuesFrom(expected);
    }

    private static EndState undisturbed(Map<Stage, StageRuntime> stages, Inputs inputs, PlantedFault fault) {
        return EndState.of(inFolder(folder -> SeedRun.undisturbed(stages, inputs, fault.ofTheServices(), folder))
                .log());
    }

    /** Runs over a folder for the files of the processes, which is removed afterwards. */
    private static SeedRun inFolder(Function<Path, SeedRun> run) {
        try {
            Path folder = Files.createTempDirectory("copydesk-simulated-");
            try {
                return run.apply(folder);
            } finally {
                Folders.remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Stage, StageRuntime> stages(int partitions) {
        Map<Stage, StageRuntime> stages = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            stages.put(stage, new StageRuntime(stage, partitions, cleaner));
        }
        return stages;
    }

    /** Each input has one line in the ledger, and those that can be no article, and no others, have a dead letter. */
    private static Optional<Difference> unbalanced(Inputs inputs, EndState found) {
        Map<String, String> ledger = found.of("ledger");
        Map<String, String> outcomes = new TreeMap<>();
        ledger.forEach((input, entry) -> outcomes.put(input, outcome(entry.contains("\"dead-letter\""))));
        Map<String, String> known = new TreeMap<>();
        inputs.accepted().forEach(input -> known.put(input, outcome(false)));
        inputs.refused().keySet().forEach(input -> known.put(input, outcome(true)));
        Map<String, String> letters = new TreeMap<>();
        found.of("dead-letters").keySet().forEach(letter -> letters.put(letter, outcome(true)));
        Map<String, String> planted = new TreeMap<>();
        inputs.refused().values().forEach(letter -> planted.put(letter, outcome(true)));
        return EndState.difference("ledger", known, outcomes)
                .or(() -> EndState.difference("dead-letters", planted, letters));
    }

    private static String outcome(boolean refused) {
        return refused ? "dead letter" : "article";
    }
}
