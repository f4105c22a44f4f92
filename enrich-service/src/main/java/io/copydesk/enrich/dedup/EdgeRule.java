package io.copydesk.enrich.dedup;

import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Fingerprint.Samples;
import io.copydesk.enrich.sketch.Shingles.Containment;
import io.copydesk.schemas.Relation.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides how two different texts relate, from their fingerprints alone, by the thresholds of {@link EdgeConstants}. Pure functions. */
final class EdgeRule {

    private EdgeRule() {}

    /**
     * What two texts share, if that is enough for a link; symmetric.
     *
     * @param unpacked the samples of {@code a}
     */
    static Optional<SharedText> between(Fingerprint a, Samples unpacked, Fingerprint b) {
        if (a.gapTo(b) > EdgeConstants.WINDOW) {
            return Optional.empty();
        }
        Samples others = b.samples();
        if (unpacked.shingles().sharedKeys(others.shingles()) < EdgeConstants.LEAST_SHARED_KEYS) {
            return Optional.empty();
        }
        Containment text = unpacked.shingles().in(others.shingles());
        double shorter = Math.max(text.ofFirst(), text.ofSecond());
        int least = Math.min(EdgeConstants.LEAST_COMMON, Math.max(2, Math.min(text.first(), text.second()) * 3 / 4));
        if (text.common() < least || shorter < EdgeConstants.LEAST_OF_SHORTER) {
            return Optional.empty();
        }
        Containment beginning = unpacked.lead().in(others.lead());
        double lead = Math.max(beginning.ofFirst(), beginning.ofSecond());
        boolean bothTitled = a.isTitled() && b.isTitled();
        boolean mayBeEdited = !bothTitled
                && (text.common() >= EdgeConstants.EDITED_COMMON && shorter >= EdgeConstants.EDITED_OF_SHORTER
                        || text.common() >= EdgeConstants.EDITED_COMMON_WITH_LEAD
                                && shorter >= EdgeConstants.EDITED_OF_SHORTER_WITH_LEAD
                                && lead >= EdgeConstants.EDITED_LEAD);
        double score = Math.round(shorter * 1000) / 1000.0;
        return Optional.of(new SharedText(score, mayBeEdited, edge(a, b, text, lead, score)));
    }

    private static @Nullable Edge edge(Fingerprint a, Fingerprint b, Containment text, double lead, double score) {
        boolean elsewhere = !a.site().equals(b.site());
        boolean agency = elsewhere && (a.agency() || b.agency());
        double longer = Math.min(text.ofFirst(), text.ofSecond());
        boolean titled = elsewhere
                && a.isTitledLike(b)
                && score >= EdgeConstants.TITLED_OF_SHORTER
                && longer >= EdgeConstants.TITLED_OF_LONGER;
        boolean cut = agency && score >= EdgeConstants.CUT_OF_SHORTER && longer >= EdgeConstants.CUT_OF_LONGER;
        if (text.ofBoth() >= EdgeConstants.COPY_OF_BOTH
                || text.ofBoth() >= EdgeConstants.COPY_OF_BOTH_WITH_LEAD
                        && (elsewhere || lead >= EdgeConstants.COPY_LEAD)
                || titled
                || cut) {
            return new Edge(agency ? Kind.SYNDICATED : Kind.NEAR, score, EdgeConstants.COPY.label());
        }
        boolean passage =
                elsewhere && text.shared() >= EdgeConstants.PASSAGE && score >= EdgeConstants.PASSAGE_OF_SHORTER;
        return passage || score >= EdgeConstants.PART_OF_SHORTER
                ? new Edge(Kind.PART, score, EdgeConstants.PART.label())
                : null;
    }
}
