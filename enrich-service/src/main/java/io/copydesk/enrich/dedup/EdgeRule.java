package io.copydesk.enrich.dedup;

import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Fingerprint.Samples;
import io.copydesk.enrich.sketch.Shingles.Containment;
import io.copydesk.schemas.Relation.Kind;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides how two different texts relate, from their sketches alone. Change a constant and the version in the rules' names
 * together.
 */
final class EdgeRule {

    static final String EXACT = "exact-1";
    static final String COPY = "copy-3";
    static final String EDITED = "edited-3";
    static final String PART = "part-3";

    /** Copies further apart than this are two publications. */
    static final long WINDOW = Duration.ofDays(30).toMillis();

    /** A text with more links is in a crowd, where light evidence tells nothing. */
    static final int MOST_LINKS = 16;

    /** A text is linked to so many of the last texts before it that it is like: a crowd is held together as a chain. */
    static final int MOST_EARLIER = 64;

    /** Further texts that share something with one of two editions and nothing with the other. */
    static final int MOST_STRANGERS = 1;

    /** Texts that share fewer keys are not compared, so that each may be found by them. */
    static final int LEAST_SHARED_KEYS = 2;

    /** Fewer common samples than this are a coincidence. */
    private static final int LEAST_COMMON = 3;

    /** A smaller share of the shorter text does not even tell that the two have met. */
    private static final double LEAST_OF_SHORTER = 0.05;

    /** Copies have most of their text in common, whatever they begin with. */
    private static final double COPY_OF_BOTH = 0.57;

    /** A third of it is enough on two sites, or when both begin alike: what pages of a site repeat stands elsewhere. */
    private static final double COPY_OF_BOTH_WITH_LEAD = 0.35;

    private static final double COPY_LEAD = 0.25;

    /** Under one headline on two sites, damaged or heavily edited text is a copy. */
    private static final double TITLED_OF_SHORTER = 0.30;

    private static final double TITLED_OF_LONGER = 0.15;

    /** Agency copy that was cut: nearly all of the shorter stands in the longer. */
    private static final double CUT_OF_SHORTER = 0.80;

    private static final double CUT_OF_LONGER = 0.12;

    /** Without headlines that tell, an edition of a text shares this much, or begins alike and shares less. */
    private static final double EDITED_OF_SHORTER = 0.40;

    private static final double EDITED_OF_SHORTER_WITH_LEAD = 0.10;
    private static final double EDITED_LEAD = 0.30;
    private static final int EDITED_COMMON = 20;
    private static final int EDITED_COMMON_WITH_LEAD = 6;

    /** A part is most of a short text within a longer one; on another site, a passage of about so many words. */
    private static final double PART_OF_SHORTER = 0.60;

    private static final double PASSAGE_OF_SHORTER = 0.05;
    private static final int PASSAGE = 25;

    private EdgeRule() {}

    /**
     * The link between two texts, the same whichever is first.
     *
     * @param unpacked the samples of {@code a}
     */
    static Optional<SharedText> between(Fingerprint a, Samples unpacked, Fingerprint b) {
        if (a.gapTo(b) > WINDOW) {
            return Optional.empty();
        }
        Samples others = b.samples();
        if (unpacked.shingles().sharedKeys(others.shingles()) < LEAST_SHARED_KEYS) {
            return Optional.empty();
        }
        Containment text = unpacked.shingles().in(others.shingles());
        double shorter = Math.max(text.ofFirst(), text.ofSecond());
        int least = Math.min(LEAST_COMMON, Math.max(2, Math.min(text.first(), text.second()) * 3 / 4));
        if (text.common() < least || shorter < LEAST_OF_SHORTER) {
            return Optional.empty();
        }
        Containment beginning = unpacked.lead().in(others.lead());
        double lead = Math.max(beginning.ofFirst(), beginning.ofSecond());
        boolean bothTitled = a.isTitled() && b.isTitled();
        boolean mayBeEdited = !bothTitled
                && (text.common() >= EDITED_COMMON && shorter >= EDITED_OF_SHORTER
                        || text.common() >= EDITED_COMMON_WITH_LEAD
                                && shorter >= EDITED_OF_SHORTER_WITH_LEAD
                                && lead >= EDITED_LEAD);
        double score = Math.round(shorter * 1000) / 1000.0;
        return Optional.of(new SharedText(score, mayBeEdited, edge(a, b, text, lead, score)));
    }

    private static @Nullable Edge edge(Fingerprint a, Fingerprint b, Containment text, double lead, double score) {
        boolean elsewhere = !a.site().equals(b.site());
        boolean agency = elsewhere && (a.agency() || b.agency());
        double longer = Math.min(text.ofFirst(), text.ofSecond());
        boolean titled = elsewhere && a.isTitledLike(b) && score >= TITLED_OF_SHORTER && longer >= TITLED_OF_LONGER;
        boolean cut = agency && score >= CUT_OF_SHORTER && longer >= CUT_OF_LONGER;
        if (text.ofBoth() >= COPY_OF_BOTH
                || text.ofBoth() >= COPY_OF_BOTH_WITH_LEAD && (elsewhere || lead >= COPY_LEAD)
                || titled
                || cut) {
            return new Edge(agency ? Kind.SYNDICATED : Kind.NEAR, score, COPY);
        }
        boolean passage = elsewhere && text.shared() >= PASSAGE && score >= PASSAGE_OF_SHORTER;
        return passage || score >= PART_OF_SHORTER ? new Edge(Kind.PART, score, PART) : null;
    }
}
