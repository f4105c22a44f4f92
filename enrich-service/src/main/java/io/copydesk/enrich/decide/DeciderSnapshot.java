package io.copydesk.enrich.decide;

import io.copydesk.enrich.dedup.Works;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import io.copydesk.enrich.story.StoryForest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A decider, and what it was decided from, in a file.
 *
 * @param decider the decider
 * @param decided a digest of each stored sketch that the decider was given, by the article's id
 */
public record DeciderSnapshot(Decider decider, NotedDigests decided) {

    /** The form of the file and the constants of all rules: a file that others wrote is of no use. */
    private static final String FORM = "decider 2 " + Works.RULES + " " + StoryForest.RULES;

    /** Writes it in the place of {@code file}. */
    public void write(Path file) throws IOException {
        try (SnapshotWriter out = SnapshotWriter.begin(file)) {
            out.putText(FORM);
            decided.write(out);
            decider.write(out);
            out.finish();
        }
    }

    /**
     * The snapshot in {@code file}.
     *
     * @param sketches as {@link Decider} takes it
     * @return {@code null} when it was written with other rules
     * @throws java.nio.file.NoSuchFileException when there is none
     * @throws IOException when it cannot be read
     */
    public static @Nullable DeciderSnapshot read(Path file, Function<String, @Nullable Sketch> sketches)
            throws IOException {
        try (Opened opened = open(file)) {
            return opened == null ? null : new DeciderSnapshot(opened.decider(sketches), opened.decided());
        }
    }

    /** Opens {@code file} and reads its digests alone; otherwise as {@link #read}. */
    public static @Nullable Opened open(Path file) throws IOException {
        SnapshotReader in = SnapshotReader.open(file);
        try {
            if (FORM.equals(in.getText())) {
                return new Opened(in, NotedDigests.read(in));
            }
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
        in.close();
        return null;
    }

    /** A file whose decider was not read yet, which takes longer than the rest. */
    public static final class Opened implements Closeable {

        private final SnapshotReader in;
        private final NotedDigests decided;

        private Opened(SnapshotReader in, NotedDigests decided) {
            this.in = in;
            this.decided = decided;
        }

        public NotedDigests decided() {
            return decided;
        }

        /**
         * Reads the decider; to be called once, by any thread.
         *
         * @param sketches as {@link Decider} takes it
         */
        public Decider decider(Function<String, @Nullable Sketch> sketches) throws IOException {
            return Decider.read(in, sketches);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
