package io.copydesk.enrich.story;

import io.copydesk.enrich.sketch.TermVector;

/**
 * Similarity of two works: the cosine of their weighted terms, less by the time between them, in relation to what two works on one event
 * have at the least. A pure, symmetric function.
 */
final class Affinity {

    /** The least similarity of two works that are about one event. Whole numbers, so that sums do not depend on their order. */
    static final int UNIT = 1 << 20;

    private Affinity() {}

    /**
     * The similarity in {@link #UNIT}s, at most some six of them; 0 when the two cannot be about one event.
     *
     * @param a of two works the one that is compared with others as well
     */
    static int between(Profile a, Profile b) {
        if (a.gapTo(b) > StoryConstants.WINDOW || a.tellsLittle() || b.tellsLittle()) {
            return 0;
        }
        boolean across = !a.sameLanguage(b);
        TermVector left = across ? a.across() : a.within();
        TermVector right = across ? b.across() : b.within();
        long dot = right.dot(across ? a.acrossTable() : a.withinTable(), StoryConstants.LEAST_SHARED);
        if (dot == 0) {
            return 0;
        }
        double cosine = dot / Math.sqrt((double) left.norm() * right.norm());
        long gap = Math.min(StoryConstants.WINDOW, a.gapBetweenEvents(b));
        double loss = StoryConstants.LOSS_OVER_WINDOW * gap / StoryConstants.WINDOW;
        double score = cosine * (1 - loss);
        return (int) (UNIT * score / least(a, b, across));
    }

    private static double least(Profile a, Profile b, boolean across) {
        if (across) {
            return StoryConstants.LEAST_ACROSS_LANGUAGES;
        }
        return isEnglish(a) || isEnglish(b) ? StoryConstants.LEAST : StoryConstants.LEAST_ELSEWHERE;
    }

    private static boolean isEnglish(Profile profile) {
        return profile.language() == null || profile.language().equals("en");
    }
}
