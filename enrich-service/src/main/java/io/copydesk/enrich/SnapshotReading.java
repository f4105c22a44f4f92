package io.copydesk.enrich;

import io.copydesk.enrich.decide.Decider;
import io.copydesk.enrich.decide.DeciderSnapshot;
import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.enrich.sketch.Sketch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The file of a decider, which a thread of its own reads. For use by one task. */
final class SnapshotReading {

    /** Not the common pool, whose threads do parts of the reading. */
    private static final Executor THREADS = work -> {
        Thread thread = new Thread(work, "decider-snapshot");
        thread.setDaemon(true);
        thread.start();
    };

    private final Path file;
    private final CompletableFuture<DeciderSnapshot.@Nullable Opened> opened;
    private final CompletableFuture<@Nullable Decider> decider;
    private volatile @Nullable Function<String, @Nullable Sketch> latest;

    /** Of the file when it was opened: another process may have had it until then, and its blocks. */
    private volatile String version = "";

    private SnapshotReading(Path file) {
        this.file = file;
        this.opened = CompletableFuture.supplyAsync(this::open, THREADS);
        this.decider = opened.thenApply(this::read);
    }

    /** Begins to read; whether there is such a file is told later. */
    static SnapshotReading begin(Path file) {
        return new SnapshotReading(file);
    }

    Path file() {
        return file;
    }

    /**
     * Waits for its mark and digests.
     *
     * @return {@code null} when the file was written with other rules
     * @throws java.nio.file.NoSuchFileException when there is none
     * @throws IOException when it cannot be read
     */
    DeciderSnapshot.@Nullable Opened opened() throws IOException {
        return joined(opened);
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
            version = version(file);
            return DeciderSnapshot.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
