package io.copydesk.enrich;

import io.copydesk.enrich.copy.CopyDownload;
import io.copydesk.enrich.copy.CopyLog;
import io.copydesk.enrich.decide.Decider;
import io.copydesk.enrich.decide.DeciderSnapshot;
import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.enrich.sketch.Sketch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of a decider, which a thread of its own reads, and takes from a copy before where it is told to. For use by one task. */
final class SnapshotReading {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotReading.class);

    /** For a copy, from when its task is ready. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path file;
    private final @Nullable CopyLog copy;

    /** Not of the common pool, whose threads do parts of the reading. */
    private volatile @Nullable Thread thread;

    private final CompletableFuture<DeciderSnapshot.@Nullable Opened> opened;
    private final CompletableFuture<@Nullable Decider> decider;
    private volatile @Nullable Function<String, @Nullable Sketch> latest;

    /** Of the file when it was opened: another process may have had it until then, and its blocks. */
    private volatile String version = "";

    private SnapshotReading(Path file, @Nullable CopyLog copy) {
        this.file = file;
        this.copy = copy;
        this.opened = CompletableFuture.supplyAsync(this::open, this::start);
        this.decider = opened.thenApply(this::read);
    }

    private void start(Runnable work) {
        Thread started = new Thread(work, "decider-snapshot");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    /** Begins to read; whether there is such a file is told later. */
    static SnapshotReading begin(Path file) {
        return new SnapshotReading(file, null);
    }

    /** Begins to take it from a copy, in the place of what is there, and to read it then. */
    static SnapshotReading begin(Path file, CopyLog copy) {
        return new SnapshotReading(file, copy);
    }

    /** Has something done when nothing in the folder is changed any more. */
    void whenOpened(Runnable action) {
        opened.whenComplete((file, failure) -> action.run());
    }

    boolean isOfCopy() {
        return copy != null;
    }

    /** Ends it, if it takes a copy that is not whole yet, and returns when nothing in the folder is changed any more. */
    void abandon() {
        Thread working = thread;
        if (copy != null && working != null) {
            working.interrupt();
            opened.exceptionally(failure -> null).join();
        }
    }

    Path file() {
        return file;
    }

    /**
     * Waits for its mark and digests.
     *
     * @return {@code null} when the file was written with other rules
     * @throws java.nio.file.NoSuchFileException when there is none
     * @throws IOException when it cannot be read, or is not there after a time
     */
    DeciderSnapshot.@Nullable Opened opened() throws IOException {
        if (copy != null) {
            awaitCopy();
        }
        return joined(opened);
    }

    private void awaitCopy() throws IOException {
        try {
            opened.handle((file, failure) -> file).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            abandon();
            throw new IOException("the copy was not there after " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            abandon();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Waits for the decider of a file that could be opened.
     *
     * @param sketches as {@link Decider} takes it
     */
    Decider decider(Function<String, @Nullable Sketch> sketches) throws IOException {
        latest = sketches;
        Decider read = Objects.requireNonNull(joined(decider), "a file of other rules has no decider");
        if (!version(file).equals(version)) {
            throw new IOException(file + " was written anew while it was read");
        }
        return read;
    }

    /** What no other file of this name has. */
    private static String version(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.fileKey() + " " + attributes.lastModifiedTime() + " " + attributes.size();
    }

    private DeciderSnapshot.@Nullable Opened open() {
        try {
            if (copy != null) {
                takeCopy(copy);
            }
            version = version(file);
            return DeciderSnapshot.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void takeCopy(CopyLog from) throws IOException {
        long begun = System.nanoTime();
        long bytes = CopyDownload.into(DecisionSnapshots.folderOf(file), DeciderSnapshot.form(), from);
        if (bytes == 0) {
            throw new NoSuchFileException(file.toString());
        }
        LOG.info(
                "took {} MB of decisions from their copy in {} ms",
                bytes >> 20,
                (System.nanoTime() - begun) / 1_000_000);
    }

    private @Nullable Decider read(DeciderSnapshot.@Nullable Opened from) {
        if (from == null) {
            return null;
        }
        try (from) {
            return from.decider(
                    id -> Objects.requireNonNull(latest, "asked for a sketch before there was a store")
                            .apply(id),
                    ByteBlocks.in(DecisionSnapshots.folderOf(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T joined(CompletableFuture<T> future) throws IOException {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failed) {
                throw failed.getCause();
            }
            throw e;
        }
    }
}
