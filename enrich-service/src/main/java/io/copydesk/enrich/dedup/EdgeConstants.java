package io.copydesk.enrich.dedup;

import io.copydesk.enrich.rule.RuleVersion;
import java.time.Duration;

/**
 * All constants by which two texts are compared, and the rules that are published with them. Raise {@link #VERSION} whenever one
 * changes. Found by hand on the development sets, see docs/quality.md; shares are 0–1.
 */
final class EdgeConstants {

    static final int VERSION = 6;

    /** Equal texts; has no constants. */
    static final RuleVersion EXACT = new RuleVersion("exact", 1);

    static final RuleVersion COPY = new RuleVersion("copy", VERSION);
    static final RuleVersion EDITED = new RuleVersion("edited", VERSION);
    static final RuleVersion PART = new RuleVersion("part", VERSION);

    /** Most milliseconds between the event times of two linked texts. */
    static final long WINDOW = Duration.ofDays(30).toMillis();

    /** Fewest common samples of linked texts; fewer are a coincidence. */
    static final int LEAST_COMMON = 3;

    /** Least share of the shorter of two linked texts. */
    static final double LEAST_OF_SHORTER = 0.05;

    /** A text is linked to at most so many of the latest texts before it, so that a crowd of copies forms a chain. */
    static final int MOST_EARLIER = 64;

    /**
     * Texts are compared because of a key that they share only when fewer than so many texts of their slice of time have it between them, or from them to the
     * border of their slices.
     */
    static final int MOST_AROUND = 64;

    /** Copy: least share of both texts in common. */
    static final double COPY_OF_BOTH = 0.57;

    /** Copy: the same on two sites, or when the beginnings have {@link #COPY_LEAD} in common; pages of one site share boilerplate. */
    static final double COPY_OF_BOTH_WITH_LEAD = 0.35;

    static final double COPY_LEAD = 0.25;

    /** Copy under one headline on two sites: least share of the shorter and of the longer text. */
    static final double TITLED_OF_SHORTER = 0.30;

    static final double TITLED_OF_LONGER = 0.15;

    /** Shortened agency copy: least share of the shorter and of the longer text. */
    static final double CUT_OF_SHORTER = 0.80;

    static final double CUT_OF_LONGER = 0.12;

    /** Shortened copy that credits no agency, later than what it is of: least share of the shorter and of the longer text. */
    static final double CUT_LATER_OF_SHORTER = 0.85;

    static final double CUT_LATER_OF_LONGER = 0.20;

    /** Edition: least common samples and least share of the shorter text. */
    static final int EDITED_COMMON = 20;

    static final double EDITED_OF_SHORTER = 0.40;

    /** Edition whose beginning has {@link #EDITED_LEAD} in common. */
    static final int EDITED_COMMON_WITH_LEAD = 6;

    static final double EDITED_OF_SHORTER_WITH_LEAD = 0.10;
    static final double EDITED_LEAD = 0.30;

    /** Edition: least words of all passages in common, and then the least share of the shorter text. */
    static final int EDITED_PIECES = 70;

    /** Edition: least words of these passages beside the longest; a single one may be a quotation. */
    static final int EDITED_BESIDE_LONGEST = 20;

    static final double EDITED_OF_SHORTER_IN_PIECES = 0.25;

    /** Edition: most links of either text; with more, a text is in a crowd, where little in common is no evidence. */
    static final int MOST_LINKS = 16;

    /** Edition: maximum number of third texts linked to exactly one of the pair, when editions of one text count as one. */
    static final int MOST_LINKED_TO_ONE = 1;

    /** Part: least share of the shorter text. */
    static final double PART_OF_SHORTER = 0.60;

    /** Part: least words of the longest passage in common, if the shorter text has twice as many. */
    static final int PIECE = 10;

    /** Part on another site: least words of a passage, from its first sampled word sequence to its last. */
    static final int PASSAGE = 20;

    /** Part on one site: most further texts of the site that have something in common with both; more show what its pages are made of. */
    static final int MOST_OF_SITE_IN_BOTH = 2;

    private EdgeConstants() {}
}
