package io.copydesk.enrich.dedup;

import io.copydesk.enrich.sketch.Fingerprint;
import java.util.List;

/**
 * Texts that are copies of each other.
 *
 * @param original the earliest article of all
 * @param texts the texts, that of the original first
 * @param holdsOthers whether another text stands in one of these: a digest of the day, which belongs to many stories at once
 */
public record Work(Fingerprint original, List<Text> texts, boolean holdsOthers) {

    /** The original's article id. */
    public String id() {
        return original.id();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
