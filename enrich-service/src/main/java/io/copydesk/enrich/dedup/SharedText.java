package io.copydesk.enrich.dedup;

import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import io.copydesk.schemas.Relation.Kind;
import java.io.IOException;
import java.util.Objects;
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

    private static final int NO_EDGE = -1;

    void write(SnapshotWriter out) throws IOException {
        out.putDouble(score);
        out.putBoolean(mayBeEdited);
        out.putByte(edge == null ? NO_EDGE : edge.kind().ordinal());
        if (edge != null) {
            out.putName(edge.rule());
        }
    }

    static SharedText read(SnapshotReader in) throws IOException {
        double score = in.getDouble();
        boolean mayBeEdited = in.getBoolean();
        int kind = in.getByte();
        Edge edge = kind == NO_EDGE ? null : new Edge(Kind.values()[kind], score, Objects.requireNonNull(in.getName()));
        return new SharedText(score, mayBeEdited, edge);
    }

    /** Whether the two are copies, independent of other texts. */
    boolean isCopy() {
        return edge != null && edge.kind().merges();
    }

    /** The edge between two editions of one text. */
    Edge asEdited() {
        return new Edge(Kind.NEAR, score, EdgeConstants.EDITED.label());
    }
}
