package io.copydesk.lab.bench;

import io.copydesk.broker.EmbeddedBroker;
import io.copydesk.enrich.copy.CopyDownload;
import io.copydesk.enrich.copy.CopyLog;
import io.copydesk.enrich.copy.CopyUpload;
import io.copydesk.enrich.copy.KafkaCopyLog;
import io.copydesk.enrich.decide.Decider;
import io.copydesk.enrich.decide.DeciderSnapshot;
import io.copydesk.enrich.decide.DeciderUpdate;
import io.copydesk.enrich.decide.NotedDigests;
import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.StoredSketch;
import io.copydesk.lab.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsConfig;

/**
 * What a start costs that begins with the state of a decider: with its snapshot and its blocks as a kill leaves them, with their copy in a topic, and
 * with the stored sketches alone.
 */
final class Restart {

    /** Sketches that are read together. */
    private static final int BATCH = 4_096;

    private static final String APPLICATION = "bench";

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
        Path file = snapshot();
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
     * Sends the state that was written last to a broker, in an empty topic, which is reported as {@code copy} with the bytes of the topic, and takes it
     * from there into an empty folder: {@code lost} is the time from then until the next decision.
     *
     * @param desk the decider that was read
     * @param next the sketch that is decided on next, and is stored
     */
    void withCopy(Decider desk, int articles, Sketch next, Consumer<PipelineRate> out) {
        Path place = folder.resolve("copy");
        try (EmbeddedBroker broker = EmbeddedBroker.start(place.resolve("broker"))) {
            CopyLog log = KafkaCopyLog.of(
                    new StreamsConfig(Map.of(
                            StreamsConfig.APPLICATION_ID_CONFIG,
                            APPLICATION,
                            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                            broker.bootstrapServers(),
                            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                            StreamsConfig.EXACTLY_ONCE_V2)),
                    "decisions");
            List<Path> files = new DeciderSnapshot(desk, new NotedDigests()).files(snapshot());
            long start = System.nanoTime();
            try (CopyUpload upload = CopyUpload.of(DeciderSnapshot.form(), files)) {
                upload.send(log, bytes -> {});
            }
            double copied = articles / seconds(start);
            out.accept(new PipelineRate("copy", articles, copied, -1, records(place) / articles));
            Path lost = place.resolve("lost");
            start = System.nanoTime();
            CopyDownload.into(lost, DeciderSnapshot.form(), log);
            try (DeciderSnapshot.Opened opened = Objects.requireNonNull(
                    DeciderSnapshot.open(lost.resolve(snapshot().getFileName())))) {
                Decider read = opened.decider(stored::get, ByteBlocks.in(lost));
                read.put(next, Objects.requireNonNull(next.arrived()));
                out.accept(new PipelineRate("lost", articles, articles / seconds(start), -1, -1));
            }
            Folders.remove(lost);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Bytes of the topic's records. */
    private static long records(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file ->
                            file.getName(file.getNameCount() - 2).toString().startsWith(APPLICATION)
                                    && file.toString().endsWith(".log"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private Path snapshot() {
        return folder.resolve("decisions.snapshot");
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
