package io.copydesk.enrich.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@link Similarities} of works that were parted of late, as most of them are as they were when the next report of their affair comes: half a
 * megabyte of 256 works, of one piece for each of {@value #SLOTS} hashes of the earliest work's id, the last one. For one thread.
 */
final class RecentSimilarities {

    private static final int SLOTS = 32;

    /** Fewer works are compared anew, as it costs little. */
    private static final int FEW = 16;

    private final @Nullable Similarities[] recent = new Similarities[SLOTS];

    /**
     * The similarities of works, until the next call.
     *
     * @param works the earliest first
     */
    Similarities of(List<Node> works) {
        if (works.size() < FEW) {
            return Similarities.of(works);
        }
        int slot = (int) works.get(0).fingerprint().idHash() & SLOTS - 1;
        Similarities known = recent[slot];
        if (known == null || known.works().get(0) != works.get(0)) {
            known = new Similarities();
            recent[slot] = known;
        }
        known.update(works);
        return known;
    }
}
