package io.copydesk.enrich.dedup;

import io.copydesk.schemas.Relation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * That two texts share something; a function of the two.
 *
 * @param score 0–1, the share of the smaller text that both have
 * @param mayBeEdited whether one is an edition of the other, should no third text have what they share
 * @param edge what is known of the two alone, if anything
 */
record SharedText(
        double score, boolean mayBeEdited, @Nullable Edge edge) {

    /** Whether the two are copies, whatever else there is. */
    boolean isCopy() {
        return edge != null && edge.kind().merges();
    }

    /** What the link is once nothing speaks against an edition. */
    Edge asEdited() {
        return new Edge(Kind.NEAR, score, EdgeRule.EDITED);
    }
}
