package io.copydesk.enrich.story;

import io.copydesk.enrich.rule.RuleVersion;
import java.time.Duration;

/**
 * All constants by which works are linked to stories; the weights of terms are the sketch's. Raise {@link #VERSION} whenever one
 * changes. How they were chosen: docs/stories.md.
 */
final class StoryConstants {

    static final int VERSION = 4;

    static final RuleVersion RULE = new RuleVersion("story", VERSION);

    /** Most milliseconds between the event times of two works of one story. */
    static final long WINDOW = Duration.ofDays(14).toMillis();

    /** Least similarity of two works on one event, in English or with one in an unknown language; the least mean of a story. */
    static final double LEAST = 0.25;

    /** The same in other languages, which have no table of rare words: in the same relation to it as before there were means. */
    static final double LEAST_ELSEWHERE = LEAST * 4 / 3;

    /** The same across languages. */
    static final double LEAST_ACROSS_LANGUAGES = LEAST * 2 / 3;

    /** Most works that are parted into stories together. */
    static final int MOST_WORKS = 256;

    /**
     * The least share of what both works are similar to others that a link is of which the leads tell nothing in common, in percent; half a
     * percent less for each percent of the leads that both tell. The share is of the second greatest similarity of the work whose one is less.
     */
    static final int LEAST_SHARE = 90;

    /** From so many percent of the leads that both tell a link counts in any case. */
    static final int TOLD = 80;

    /** A work of fewer words, a title and a snippet, joins the story of the one work that it is most similar to. */
    static final int SHORT_WORDS = 40;

    /** Share of the similarity that is lost at the end of the window; proportionally less before. */
    static final double LOSS_OVER_WINDOW = 0.3;

    /** Fewest terms of a work that is compared, and fewest terms that two works share. */
    static final int LEAST_TERMS = 4;

    static final int LEAST_SHARED = 3;

    /** Number of the heaviest terms by which works are looked up, within and across languages each. */
    static final int KEYS = 26;

    /** Sum of shared keys from which two works are compared: three within one language, two across languages. */
    static final int ENOUGH_SHARED = 6;

    static final int SHARED_WITHIN = 2;
    static final int SHARED_ACROSS = 3;

    private StoryConstants() {}
}
