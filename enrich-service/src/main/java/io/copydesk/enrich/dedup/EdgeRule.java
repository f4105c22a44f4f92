package io.copydesk.enrich.dedup;

import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Passages;
import io.copydesk.enrich.sketch.Samples;
import io.copydesk.enrich.sketch.Shingles.Containment;
import io.copydesk.schemas.Relation.Kind;
import java.util.Optional;

/** Decides how two different texts relate, from their fingerprints alone, by the thresholds of {@link EdgeConstants}. Pure functions. */
final class EdgeRule {

    private EdgeRule() {}

    /** What two texts with these samples share, if that is enough for a link; symmetric. */
    static Optional<SharedText> between(Samples one, Samples other) {
        Fingerprint a = one.fingerprint();
        Fingerprint b = other.fingerprint();
        if (!mayBeLinked(a, b) || !one.sharesKeys(other)) {
            return Optional.empty();
        }
        Containment text = one.shingles().in(other.shingles());
        double shorter = Math.max(text.ofFirst(), text.ofSecond());
        int least = Math.min(EdgeConstants.LEAST_COMMON, Math.max(2, Math.min(text.first(), text.second()) * 3 / 4));
        boolean muchInCommon = text.common() >= least && shorter >= EdgeConstants.LEAST_OF_SHORTER;
        Containment beginning = one.lead().in(other.lead());
        double lead = Math.max(beginning.ofFirst(), beginning.ofSecond());
        double score = Math.round(shorter * 1000) / 1000.0;
        if (muchInCommon && isCopy(a, b, text, lead, score)) {
            Kind kind = isOfAgency(a, b) ? Kind.SYNDICATED : Kind.NEAR;
            return Optional.of(new SharedText(
                    score, mayBeEdited(a, b, text, lead), new Edge(kind, score, EdgeConstants.COPY.label())));
        }
        Passages passages = Passages.of(one, other);
        if (!muchInCommon && passages.longest() < EdgeConstants.PASSAGE) {
            return Optional.empty();
        }
        Edge part = isPart(a, b, passages, score) ? new Edge(Kind.PART, score, EdgeConstants.PART.label()) : null;
        boolean mayBeEdited =
                muchInCommon && (mayBeEdited(a, b, text, lead) || mayBeEditedInPieces(a, b, passages, shorter));
        return Optional.of(new SharedText(score, mayBeEdited, part));
    }

    /** Whether two texts are near enough in time to be linked. */
    static boolean mayBeLinked(Fingerprint a, Fingerprint b) {
        return a.gapTo(b) <= EdgeConstants.WINDOW;
    }

    private static boolean mayBeEdited(Fingerprint a, Fingerprint b, Containment text, double lead) {
        double shorter = Math.max(text.ofFirst(), text.ofSecond());
        boolean bothTitled = a.isTitled() && b.isTitled();
        return !bothTitled
                && (text.common() >= EdgeConstants.EDITED_COMMON && shorter >= EdgeConstants.EDITED_OF_SHORTER
                        || text.common() >= EdgeConstants.EDITED_COMMON_WITH_LEAD
                                && shorter >= EdgeConstants.EDITED_OF_SHORTER_WITH_LEAD
                                && lead >= EdgeConstants.EDITED_LEAD);
    }

    private static boolean mayBeEditedInPieces(Fingerprint a, Fingerprint b, Passages passages, double shorter) {
        return !(a.isTitled() && b.isTitled())
                && passages.words() >= EdgeConstants.EDITED_PIECES
                && passages.words() - passages.longest() >= EdgeConstants.EDITED_BESIDE_LONGEST
                && shorter >= EdgeConstants.EDITED_OF_SHORTER_IN_PIECES;
    }

    private static boolean isCopy(Fingerprint a, Fingerprint b, Containment text, double lead, double score) {
        if (isHeldByALaterText(a, b, lead)) {
            return false;
        }
        boolean elsewhere = isElsewhere(a, b);
        if (text.ofBoth() >= EdgeConstants.COPY_OF_BOTH
                || text.ofBoth() >= EdgeConstants.COPY_OF_BOTH_WITH_LEAD
                        && (elsewhere || lead >= EdgeConstants.COPY_LEAD)) {
            return true;
        }
        double longer = Math.min(text.ofFirst(), text.ofSecond());
        boolean titled = a.isTitledLike(b)
                && score >= EdgeConstants.TITLED_OF_SHORTER
                && longer >= EdgeConstants.TITLED_OF_LONGER;
        boolean cut =
                isOfAgency(a, b) && score >= EdgeConstants.CUT_OF_SHORTER && longer >= EdgeConstants.CUT_OF_LONGER;
        boolean cutLater = isShortenedLater(a, b)
                && score >= EdgeConstants.CUT_LATER_OF_SHORTER
                && longer >= EdgeConstants.CUT_LATER_OF_LONGER;
        return elsewhere && (titled || cut || cutLater);
    }

    /**
     * Whether one is later, longer, on another site and under another headline, begins with something else and credits no agency: an article of its
     * own, however much of the earlier text it holds.
     */
    private static boolean isHeldByALaterText(Fingerprint a, Fingerprint b, double lead) {
        return isElsewhere(a, b)
                && a.isTitled()
                && b.isTitled()
                && !a.isTitledLike(b)
                && !isOfAgency(a, b)
                && lead < EdgeConstants.COPY_LEAD
                && (isLater(a, b) && a.words() > b.words() || isLater(b, a) && b.words() > a.words());
    }

    /** Whether one is later and shorter than the other. */
    private static boolean isShortenedLater(Fingerprint a, Fingerprint b) {
        return isLater(a, b) && a.words() < b.words() || isLater(b, a) && b.words() < a.words();
    }

    /** Whether it is known to be later. */
    private static boolean isLater(Fingerprint a, Fingerprint b) {
        Long time = a.eventMillis();
        Long other = b.eventMillis();
        return time != null && other != null && time > other;
    }

    private static boolean isElsewhere(Fingerprint a, Fingerprint b) {
        return !a.site().equals(b.site());
    }

    private static boolean isOfAgency(Fingerprint a, Fingerprint b) {
        return isElsewhere(a, b) && (a.agency() || b.agency());
    }

    /** A passage on another site, or most of the shorter text, in one piece of it as far as their order is known. */
    private static boolean isPart(Fingerprint a, Fingerprint b, Passages passages, double score) {
        if (isElsewhere(a, b) && passages.longest() >= EdgeConstants.PASSAGE) {
            return true;
        }
        boolean inOnePiece = !passages.areKnown()
                || passages.longest() >= Math.min(EdgeConstants.PIECE, Math.min(a.words(), b.words()) / 2);
        return score >= EdgeConstants.PART_OF_SHORTER && inOnePiece;
    }
}
