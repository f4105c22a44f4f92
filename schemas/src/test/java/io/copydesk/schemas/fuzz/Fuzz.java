package io.copydesk.schemas.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Checks a property on mutations of seed documents.
 *
 * <pre>{@code
 * new Fuzz("feed", FeedFuzzTest.class, seeds).rounds(500, bytes -> FeedParser.parse(bytes, null));
 * }</pre>
 *
 * <p>The inputs are the same in every build. {@code -Dfuzz.seed=N} tries others, {@code -Dfuzz.rounds=N} multiplies the rounds. The
 * input that fails is written to {@code target/fuzz/}; once the fault is mended it becomes a file in the test resources, in the folder
 * {@code NAME} beside the test class, whose files are checked as they are before anything else and are seeds from then on.
 */
public final class Fuzz {

    /** A statement about any input. It fails by throwing. */
    @FunctionalInterface
    public interface Property {
        void check(byte[] input) throws Exception;
    }

    private static final long SEED = Long.getLong("fuzz.seed", 20_260_302L);
    private static final int FACTOR = Integer.getInteger("fuzz.rounds", 1);

    /** CPU time for one input of at most {@link Mutator#MAX_BYTES}: a hundred times what the slowest needs. */
    private static final long MAX_CPU_NANOS = TimeUnit.SECONDS.toNanos(4);

    /** Wall time for one input, for endless loops: far beyond the CPU limit, since builds share machines. */
    private static final long MAX_WALL_SECONDS = 120;

    private final String name;
    private final List<byte[]> seeds = new ArrayList<>();

    /**
     * A set of seeds.
     *
     * @param name of the parser, and of the folder with inputs that failed once
     * @param beside the class beside whose resources the folder is
     */
    public Fuzz(String name, Class<?> beside, List<byte[]> seeds) {
        this.name = name;
        this.seeds.addAll(files(beside, name));
        this.seeds.addAll(seeds);
    }

    /** Seeds that are text. */
    public static List<byte[]> texts(String... texts) {
        return Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** The files of a resource folder beside {@code beside}, by name; none when there is no such folder. */
    public static List<byte[]> files(Class<?> beside, String folder) {
        URL url = beside.getResource(folder);
        if (url == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            List<byte[]> contents = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                contents.add(Files.readAllBytes(file));
            }
            return contents;
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("cannot read the seeds in " + url, e);
        }
    }

    /** Checks the property on each seed and on {@code rounds} mutations. */
    public void rounds(int rounds, Property property) {
        for (int i = 0; i < seeds.size(); i++) {
            check(seeds.get(i), "seed " + i, property);
        }
        for (int round = 0; round < rounds * FACTOR; round++) {
            Random random = new Random(SEED * 1_000_003 + name.hashCode() * 31L + round);
            check(new Mutator(seeds, random).next(), "round " + round, property);
        }
    }

    private void check(byte[] input, String which, Property property) {
        CompletableFuture<Long> done = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> run(input, property, done), "fuzz-" + name);
        thread.setDaemon(true);
        thread.start();
        try {
            long nanos = done.get(MAX_WALL_SECONDS, TimeUnit.SECONDS);
            if (nanos > MAX_CPU_NANOS) {
                throw failure(input, which, "took " + nanos / 1_000_000 + " ms of CPU time", null);
            }
        } catch (TimeoutException e) {
            throw failure(input, which, "did not end", null);
        } catch (ExecutionException e) {
            throw failure(input, which, String.valueOf(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void run(byte[] input, Property property, CompletableFuture<Long> done) {
        try {
            property.check(input.clone());
            done.complete(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        } catch (Throwable e) { // an Error, too, is a failure of this input
            done.completeExceptionally(e);
        }
    }

    private AssertionError failure(byte[] input, String which, String what, Throwable cause) {
        String file = "target/fuzz/" + name + "-" + SEED + "-" + which.replace(' ', '-');
        try {
            Files.createDirectories(Path.of("target/fuzz"));
            Files.write(Path.of(file), input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AssertionError(
                name + ", " + which + " of -Dfuzz.seed=" + SEED + ": " + what + "; input of " + input.length
                        + " bytes in " + file,
                cause);
    }
}
