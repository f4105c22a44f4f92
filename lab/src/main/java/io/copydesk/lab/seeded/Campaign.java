package io.copydesk.lab.seeded;

import io.copydesk.extraction.Extractor;
import io.copydesk.lab.seeded.Simulator.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * What came of a number of seeds.
 *
 * @param seeds how many were run
 * @param inputs number of records in {@code pages}, of all seeds
 * @param actions number of actions of the schedulers, of all seeds
 * @param differences the first difference of each seed that has one
 * @param reached how often each rare state was reached
 */
public record Campaign(
        long seeds,
        long inputs,
        long actions,
        NavigableMap<Long, Difference> differences,
        Map<RareState, Long> reached) {

    /** From this number of seeds on, every rare state has to be reached. */
    public static final long ENOUGH_SEEDS = 500;

    /**
     * Runs seeds on all processors; the result does not depend on their number.
     *
     * @param first the first seed, followed by the next integers
     * @param progress receives the number of seeds that are done
     */
    public static Campaign run(long first, long seeds, PlantedFault fault, LongConsumer progress)
            throws InterruptedException {
        Extractor extractor = Extractor.create();
        AtomicLong next = new AtomicLong();
        int workers = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<Campaign>> parts = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                parts.add(pool.submit(() -> part(new Simulator(extractor), first, seeds, fault, next, progress)));
            }
            Campaign all = empty();
            for (Future<Campaign> part : parts) {
                all = all.plus(part.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static Campaign part(
            Simulator simulator, long first, long seeds, PlantedFault fault, AtomicLong next, LongConsumer progress) {
        Campaign part = empty();
        for (long i = next.getAndIncrement(); i < seeds; i = next.getAndIncrement()) {
            part = part.plus(of(simulator.run(first + i, fault)));
            synchronized (progress) {
                progress.accept(i + 1);
            }
        }
        return part;
    }

    private static Campaign empty() {
        return new Campaign(0, 0, 0, new TreeMap<>(), new EnumMap<>(RareState.class));
    }

    private static Campaign of(Result result) {
        NavigableMap<Long, Difference> differences = new TreeMap<>();
        result.difference().ifPresent(difference -> differences.put(result.seed(), difference));
        return new Campaign(1, result.inputs(), result.trace().size(), differences, result.reached());
    }

    private Campaign plus(Campaign other) {
        NavigableMap<Long, Difference> all = new TreeMap<>(differences);
        all.putAll(other.differences);
        Map<RareState, Long> counts = new EnumMap<>(RareState.class);
        counts.putAll(reached);
        other.reached.forEach((state, times) -> counts.merge(state, times, Long::sum));
        return new Campaign(seeds + other.seeds, inputs + other.inputs, actions + other.actions, all, counts);
    }

    /** How often a state was reached. */
    public long times(RareState state) {
        return reached.getOrDefault(state, 0L);
    }

    /** Rare states that no seed reached. */
    public List<RareState> unreached() {
        return Arrays.stream(RareState.values())
                .filter(state -> times(state) == 0)
                .toList();
    }

    /** Whether no seed had a difference, and the seeds, if they are enough, reached all rare states. */
    public boolean isPassed() {
        return differences.isEmpty() && (seeds < ENOUGH_SEEDS || unreached().isEmpty());
    }
}
