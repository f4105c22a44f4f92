package io.copydesk.lab.chaos;

import io.copydesk.lab.process.Folders;
import io.copydesk.lab.process.JvmProcess;
import io.copydesk.standalone.Copydesk;
import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.verify.check.Findings;
import io.copydesk.verify.check.Reference;
import io.copydesk.verify.check.Truth;
import io.copydesk.verify.check.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code copydesk replay} on its embedded broker, killed once, run again on the same data folder, and verified against an
 * undisturbed run. For one thread.
 */
public final class KilledReplays {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final List<String> OPTIONS = List.of("-Xmx1g");

    /** What it says as soon as broker and services run. */
    private static final Pattern RUNNING = Pattern.compile("(?m)^read \\d+ items");

    /** What it says when its disk is full. */
    private static final Pattern FULL = Pattern.compile("no space left");

    private static final int FULL_MEBIBYTES = 30;
    private static final int ENOUGH_MEBIBYTES = 2_000;

    /** The window is a few milliseconds wide: of so many attempts for each kill one should meet it. */
    private static final int ATTEMPTS = 4;

    /**
     * One kill.
     *
     * @param prepared whether a transaction was decided and not completed
     * @param afterMillis time from the start to the kill
     * @param restartMillis time from the second start to broker and services running
     * @param totalMillis duration of the second run
     * @param exitCode of the second run
     * @param findings of the verification
     */
    public record Kill(
            boolean prepared, long afterMillis, long restartMillis, long totalMillis, int exitCode, Findings findings) {

        /** Whether the second run ended well and left what an undisturbed run leaves. */
        public boolean isSound() {
            return exitCode == 0 && findings.count() == 0;
        }
    }

    private final ChaosCorpus corpus;
    private final Path reference;
    private final int partitions;
    private final Path folder;
    private final Random random;
    private int decisions;

    KilledReplays(ChaosCorpus corpus, Path reference, int partitions, long seed, Path folder) {
        this.corpus = corpus;
        this.reference = reference;
        this.partitions = partitions;
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** Runs it undisturbed into a new folder, which leaves the reference; returns the duration. */
    Duration undisturbed() throws IOException, InterruptedException {
        Path data = folder.resolve("undisturbed");
        long begun = System.nanoTime();
        try (JvmProcess replay = start(log(data), data, "--out", reference.toString())) {
            int code = replay.await(LIMIT);
            if (code != 0) {
                throw new IllegalStateException("the undisturbed run ended with " + code + "; see " + log(data));
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        CoordinatorFiles files = new CoordinatorFiles(data.resolve("broker"));
        files.poll();
        decisions = files.prepared();
        Folders.remove(data);
        return took;
    }

    /**
     * Kills runs when a transaction is prepared until {@code times} kills have met one that was, or {@code times} runs at random
     * moments.
     *
     * @param within for random moments, the time from the start in which they lie
     */
    List<Kill> run(int times, boolean whenPrepared, Duration within, Consumer<Kill> each)
            throws IOException, InterruptedException {
        List<Kill> kills = new ArrayList<>();
        int hits = 0;
        for (int attempt = 0; hits < times && attempt < ATTEMPTS * times; attempt++) {
            Path data = folder.resolve((whenPrepared ? "prepared-" : "random-") + attempt);
            Kill kill = kill(data, whenPrepared, within);
            if (kill != null) {
                kills.add(kill);
                hits += kill.prepared() || !whenPrepared ? 1 : 0;
                each.accept(kill);
            }
            if (kill == null || kill.isSound()) {
                Folders.remove(data);
                Files.deleteIfExists(log(data));
            }
        }
        return kills;
    }

    /**
     * Runs it on a disk that is too small, then again when there is room.
     *
     * @return the second run
     * @throws IllegalStateException when the first did not end, or did not name the cause
     */
    Kill onFullDisk() throws IOException, InterruptedException {
        Path disk = folder.resolve("disk");
        try (CappedDisk capped = CappedDisk.mount(disk, FULL_MEBIBYTES)) {
            Path data = disk.resolve("data");
            Path log = folder.resolve("disk.log");
            long begun = System.nanoTime();
            try (JvmProcess replay = start(log, data)) {
                int code = replay.await(LIMIT);
                if (code == 0 || !LogFile.whole(log).has(FULL)) {
                    throw new IllegalStateException(
                            "on a full disk: exit code " + code + ", or its cause is not named; see " + log);
                }
            }
            long after = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            capped.resize(ENOUGH_MEBIBYTES);
            return again(log, data, false, after);
        }
    }

    /** Returns null when the run ended before its moment came. */
    private @Nullable Kill kill(Path data, boolean whenPrepared, Duration within)
            throws IOException, InterruptedException {
        CoordinatorFiles files = new CoordinatorFiles(data.resolve("broker"));
        int after = random.nextInt(Math.max(1, decisions));
        long millis = (long) (random.nextDouble() * within.toMillis());
        long begun = System.nanoTime();
        long killed;
        try (JvmProcess replay = start(log(data), data)) {
            while (replay.isAlive() && !isMoment(whenPrepared, files, after, millis, begun)) {
                TimeUnit.MICROSECONDS.sleep(500);
            }
            if (!replay.isAlive()) {
                return null;
            }
            replay.kill();
            killed = System.nanoTime();
        }
        files.poll();
        return again(log(data), data, files.isAnyPrepared(), TimeUnit.NANOSECONDS.toMillis(killed - begun));
    }

    private static boolean isMoment(boolean whenPrepared, CoordinatorFiles files, int after, long millis, long begun)
            throws IOException {
        if (whenPrepared) {
            files.poll();
            return files.prepared() > after && files.isAnyPrepared();
        }
        return System.nanoTime() - begun > TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private Kill again(Path log, Path data, boolean prepared, long afterMillis)
            throws IOException, InterruptedException {
        LogFile words = LogFile.fromNowOn(log);
        long begun = System.nanoTime();
        try (JvmProcess replay = start(log, data)) {
            words.await(RUNNING, replay::isAlive, LIMIT);
            long restarted = System.nanoTime() - begun;
            int code = replay.await(LIMIT);
            long total = System.nanoTime() - begun;
            return new Kill(
                    prepared,
                    afterMillis,
                    TimeUnit.NANOSECONDS.toMillis(restarted),
                    TimeUnit.NANOSECONDS.toMillis(total),
                    code,
                    verify(data));
        }
    }

    private Findings verify(Path data) throws IOException, InterruptedException {
        Truth truth = new Truth(corpus.inputIds(), Reference.deadLetters(reference), reference, null, false);
        try (Cluster cluster = Cluster.join(null, data)) {
            return Verification.of(cluster.clients(), Deployment.PREFIX, truth, Verification.PATIENCE);
        }
    }

    private JvmProcess start(Path log, Path data, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "replay",
                corpus.file().toString(),
                "--data",
                data.toString(),
                "--partitions",
                Integer.toString(partitions)));
        arguments.addAll(List.of(options));
        return JvmProcess.start(log, Copydesk.class, OPTIONS, arguments);
    }

    private static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }
}
