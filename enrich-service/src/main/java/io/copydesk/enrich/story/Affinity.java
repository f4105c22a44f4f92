package io.copydesk.enrich.story;

import io.copydesk.enrich.sketch.TermVector;

/** Similarity of two works: the cosine of their weighted terms, less by the time between them. A pure, symmetric function. */
final class Affinity {

    private Affinity() {}

    /** 0 when the two are not about one event, else their similarity, up to 1. */
    static double between(Profile a, Profile b) {
        long gap = a.sketch().fingerprint().gapTo(b.sketch().fingerprint());
        if (gap > StoryConstants.WINDOW
                || a.sketch().terms().size() < StoryConstants.LEAST_TERMS
                || b.sketch().terms().size() < StoryConstants.LEAST_TERMS) {
            return 0;
        }
        boolean across = !a.sameLanguage(b);
        TermVector left = across ? a.across() : a.within();
        TermVector right = across ? b.across() : b.within();
        long dot = left.dot(right, StoryConstants.LEAST_SHARED);
        if (dot == 0) {
            return 0;
        }
        double cosine = dot / Math.sqrt((double) left.norm() * right.norm());
        double score = cosine * (1 - StoryConstants.LOSS_OVER_WINDOW * gap / StoryConstants.WINDOW);
        return score >= threshold(a, b, across) ? score : 0;
    }

    private static double threshold(Profile a, Profile b, boolean across) {
        if (across) {
            return StoryConstants.THRESHOLD_ACROSS_LANGUAGES;
        }
        return isEnglish(a) || isEnglish(b) ? StoryConstants.THRESHOLD : StoryConstants.STRICT_THRESHOLD;
    }

    private static boolean isEnglish(Profile profile) {
        return profile.language() == null || profile.language().equals("en");
    }
}
