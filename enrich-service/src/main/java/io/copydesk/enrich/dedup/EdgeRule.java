package io.copydesk.enrich.dedup;

import io.copydesk.enrich.features.Shingles.Containment;
import io.copydesk.enrich.features.Sketch;
import io.copydesk.schemas.Relation.Kind;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides how two different texts relate, from their sketches alone. Change a constant and the version in the rules' names
 * together.
 */
final class EdgeRule {

    static final String EXACT = "exact-1";
    static final String COPY = "copy-1";
    static final String PART = "part-1";

    /** Copies further apart than this are two publications. */
    static final long WINDOW = Duration.ofDays(30).toMillis();

    /** Fewer common samples than this are a coincidence. */
    private static final int LEAST_COMMON = 6;

    /** A copy holds most of the shorter text, and is not much longer. */
    private static final double COPY_OF_SHORTER = 0.50;

    private static final double COPY_OF_LONGER = 0.35;

    /** With an agency's credit in both, heavier editing is still a copy. */
    private static final double CREDITED_OF_SHORTER = 0.45;

    private static final double CREDITED_OF_LONGER = 0.25;

    /** A part is most of a short text within a longer one, or a passage that both hold. */
    private static final double PART_OF_SHORTER = 0.60;

    private static final double PASSAGE_OF_SHORTER = 0.12;
    private static final int PASSAGE_COMMON = 16;

    private EdgeRule() {}

    /** The edge between two texts, the same whichever is first. */
    static Optional<Edge> between(Sketch a, Sketch b) {
        if (a.gapTo(b) > WINDOW) {
            return Optional.empty();
        }
        Containment shared = a.shingles().in(b.shingles());
        double shorter = Math.max(shared.ofFirst(), shared.ofSecond());
        double longer = Math.min(shared.ofFirst(), shared.ofSecond());
        int least = Math.min(LEAST_COMMON, Math.max(2, Math.min(shared.first(), shared.second()) * 3 / 4));
        if (shared.common() < least) {
            return Optional.empty();
        }
        double score = Math.round(shorter * 1000) / 1000.0;
        boolean credited = a.agency() && b.agency();
        if (shorter >= COPY_OF_SHORTER && longer >= COPY_OF_LONGER
                || credited && shorter >= CREDITED_OF_SHORTER && longer >= CREDITED_OF_LONGER) {
            boolean agency = (a.agency() || b.agency()) && !a.site().equals(b.site());
            return Optional.of(new Edge(agency ? Kind.SYNDICATED : Kind.NEAR, score, COPY));
        }
        boolean passage = shared.common() >= PASSAGE_COMMON && shorter >= PASSAGE_OF_SHORTER;
        return passage || shorter >= PART_OF_SHORTER ? Optional.of(new Edge(Kind.PART, score, PART)) : Optional.empty();
    }
}
