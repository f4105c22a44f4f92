package io.copydesk.enrich.decide;

import io.copydesk.enrich.dedup.Works;
import io.copydesk.enrich.memory.BlockFile;
import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.snapshot.ChangelogMark;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import io.copydesk.enrich.story.StoryForest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A decider, and what it was decided from, in a file.
 *
 * @param decider the decider
 * @param decided a digest of each stored sketch that the decider was given, by the article's id
 */
public record DeciderSnapshot(Decider decider, NotedDigests decided) {

    /** The form of the file and the constants of all rules: a file that others wrote is of no use. */
    private static final String FORM = "decider 9 " + Works.RULES + " " + StoryForest.RULES;

    /**
     * Writes it in the place of {@code file}, and deletes files of blocks beside it that are not the decider's.
     *
     * @param mark what was written to the store's changelog before is decided on; {@code null} for none
     */
    public void write(Path file, @Nullable ChangelogMark mark) throws IOException {
        try (SnapshotWriter out = SnapshotWriter.begin(file)) {
            out.putText(FORM);
            out.putText(mark == null ? null : mark.key());
            out.putLong(mark == null ? 0 : mark.offset());
            decided.write(out);
            decider.write(out);
            out.finish();
        }
        decider.written();
        BlockFile.deleteOthers(
                Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder"), decider.files());
    }

    /** What a file must have been written with to be of use. */
    public static String form() {
        return FORM;
    }

    /** {@code file}, to which it was {@linkplain #write written} last, and then the files beside it that it refers to, in a fixed order. */
    public List<Path> files(Path file) {
        return Stream.concat(Stream.of(file), decider.files().stream().sorted().map(file::resolveSibling))
                .toList();
    }

    /**
     * Opens {@code file} and reads its mark and digests alone.
     *
     * @return {@code null} when it was written with other rules
     * @throws java.nio.file.NoSuchFileException when there is none
     * @throws IOException when it cannot be read
     */
    public static @Nullable Opened open(Path file) throws IOException {
        SnapshotReader in = SnapshotReader.open(file);
        try {
            if (FORM.equals(in.getText())) {
                String key = in.getText();
                long offset = in.getLong();
                return new Opened(in, key == null ? null : new ChangelogMark(offset, key), NotedDigests.read(in));
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
        private final @Nullable ChangelogMark mark;
        private final NotedDigests decided;

        private Opened(SnapshotReader in, @Nullable ChangelogMark mark, NotedDigests decided) {
            this.in = in;
            this.mark = mark;
            this.decided = decided;
        }

        /** What was written to the store's changelog before is decided on; {@code null} when it was written without. */
        public @Nullable ChangelogMark mark() {
            return mark;
        }

        public NotedDigests decided() {
            return decided;
        }

        /**
         * Reads the decider; to be called once, by any thread. It changes the blocks that the file refers to, so nobody else may have them.
         *
         * @param sketches as {@link Decider} takes it
         * @param memory as {@link Decider} takes it
         */
        public Decider decider(Function<String, @Nullable Sketch> sketches, ByteBlocks.Source memory)
                throws IOException {
            return Decider.read(in, sketches, memory);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
