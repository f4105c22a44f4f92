package io.copydesk.enrich.dedup;

import io.copydesk.schemas.Relation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The link between two texts that share something; a function of the two.
 *
 * @param score 0–1, the share of the smaller text that is in both
 * @param mayBeEdited whether one is an edition of the other, unless third texts contain what they share
 * @param edge the edge that follows from the two alone; {@code null} for none
 */
record SharedText(
        double score, boolean mayBeEdited, @Nullable Edge edge) {

    /** Whether the two are copies, independent of other texts. */
    boolean isCopy() {
        return edge != null && edge.kind().merges();
    }

    /** The edge between two editions of one text. */
    Edge asEdited() {
        return new Edge(Kind.NEAR, score, EdgeConstants.EDITED.label());
    }
}
