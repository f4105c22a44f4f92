package io.copydesk.lab.bench;

import io.copydesk.enrich.decide.Decider;
import io.copydesk.enrich.decide.DeciderSnapshot;
import io.copydesk.enrich.decide.DeciderUpdate;
import io.copydesk.enrich.decide.NotedDigests;
import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.StoredSketch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What a start costs that begins with the state of a decider: with its snapshot and its blocks as a kill leaves them, and with the stored sketches
 * alone.
 */
final class Restart {

    /** Sketches that are read together. */
    private static final int BATCH = 4_096;

    private final StoredSketches stored;
    private final Path folder;

    /** @param folder where the blocks of the decider are */
    Restart(StoredSketches stored, Path folder) {
        this.stored = stored;
        this.folder = folder;
    }

    /**
     * Writes the state of a decider, goes on without it, and reports {@code snapshot}, the writing, and {@code restart}, the time until the next decision.
     *
     * @param articles how many it has
     * @param next the sketch that is decided on next
     * @return the decider that was read
     */
    Decider withState(Decider desk, int articles, Sketch next, Consumer<PipelineRate> out) {
        Path file = folder.resolve("snapshot");
        try {
            long start = System.nanoTime();
            new DeciderSnapshot(desk, new NotedDigests()).write(file, null);
            long each = Files.size(file) / articles;
            out.accept(new PipelineRate("snapshot", articles, articles / seconds(start), -1, each));
            start = System.nanoTime();
            try (DeciderSnapshot.Opened opened = Objects.requireNonNull(DeciderSnapshot.open(file))) {
                Decider read = opened.decider(stored::get, ByteBlocks.in(folder));
                stored.put(next);
                read.put(next, Objects.requireNonNull(next.arrived()));
                out.accept(new PipelineRate("restart", articles, articles / seconds(start), -1, each));
                return read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads all stored sketches, decides on them and reports it as {@code rebuild}, without the restoring of the store from its changelog.
     *
     * @param articles how many there are, with the numbers from 0 on
     */
    void withoutState(int articles, Consumer<PipelineRate> out) {
        long start = System.nanoTime();
        List<Sketch> all = new ArrayList<>(articles);
        for (int from = 0; from < articles; from += BATCH) {
            List<byte[]> read = IntStream.range(from, Math.min(articles, from + BATCH))
                    .mapToObj(stored::bytesOf)
                    .toList();
            read.parallelStream().map(StoredSketch::read).forEachOrdered(all::add);
        }
        all.sort(Comparator.comparing(Sketch::fingerprint, Fingerprint.ORDER));
        DeciderUpdate update = new DeciderUpdate(new Decider(stored::get, ByteBlocks.in(folder)));
        all.forEach(sketch -> update.put(sketch, Objects.requireNonNull(sketch.arrived())));
        update.finish((id, cause) -> {
            throw cause;
        });
        out.accept(new PipelineRate("rebuild", articles, articles / seconds(start), -1, -1));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
