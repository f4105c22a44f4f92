package io.copydesk.enrich.dedup;

import io.copydesk.enrich.sketch.Fingerprint;
import java.util.List;

/**
 * Texts that are copies of each other, under the earliest article. Compared by identity: a regrouping forms new works.
 *
 * @param original the earliest article of all
 * @param texts the texts, that of the original first
 * @param holdsOthers whether one of these contains another text as a part, as a digest of the day does
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
