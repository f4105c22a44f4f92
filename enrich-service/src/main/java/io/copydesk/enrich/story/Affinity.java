package io.copydesk.enrich.story;

import io.copydesk.enrich.sketch.TermVector;
import org.jspecify.annotations.Nullable;

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
        return (int) (UNIT * score / least(a.language(), b.language(), across));
    }

    /**
     * Whether {@link #between} of two works would be a {@link #UNIT} or more with no time between them: else it is less in any case. Reads little
     * of {@code b} and keeps nothing of it, as most works that share some keys are not similar.
     */
    static boolean mayBeSimilar(Profile a, Node b) {
        boolean across = !Profile.areSame(a.language(), b.language());
        double cosine = across
                ? b.original().cosineAcross(a.acrossTable(), StoryConstants.LEAST_SHARED)
                : b.original().cosineWithin(a.withinTable(), StoryConstants.LEAST_SHARED);
        return (int) (UNIT * cosine / least(a.language(), b.language(), across)) >= UNIT;
    }

    private static double least(@Nullable String one, @Nullable String other, boolean across) {
        if (across) {
            return StoryConstants.LEAST_ACROSS_LANGUAGES;
        }
        return isEnglish(one) || isEnglish(other) ? StoryConstants.LEAST : StoryConstants.LEAST_ELSEWHERE;
    }

    private static boolean isEnglish(@Nullable String language) {
        return language == null || language.equals("en");
    }
}
