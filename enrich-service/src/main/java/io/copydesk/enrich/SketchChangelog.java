package io.copydesk.enrich;

import io.copydesk.enrich.snapshot.ChangelogMark;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changelog of the stored sketches, as far as a start reads it to learn what changed since a file was written.
 *
 * <p>A mark is a tombstone of a key that no sketch has: it leaves nothing in the store, and it is in the same transaction as what was
 * written before it. Where a reader of committed records finds it, the writer of the file owned the store, and only what follows the
 * mark was written since, by whatever instance and release. Where it was aborted, or compacted away a day later, it is not found.
 */
public interface SketchChangelog {

    /** One that tells nothing: all sketches are compared with the file. */
    SketchChangelog NONE = new SketchChangelog() {
        @Override
        public @Nullable ChangelogMark mark() {
            return null;
        }

        @Override
        public @Nullable Set<String> since(ChangelogMark mark, long limit) {
            return null;
        }
    };

    /** A mark that is yet to be written; {@code null} when none can be made now. */
    @Nullable
    ChangelogMark mark();

    /**
     * The keys of all committed records after the mark.
     *
     * @param limit of records to read
     * @return {@code null} when the mark is not among the committed records, when there are more than {@code limit}, or when they
     *     cannot be read now
     */
    @Nullable
    Set<String> since(ChangelogMark mark, long limit);
}
