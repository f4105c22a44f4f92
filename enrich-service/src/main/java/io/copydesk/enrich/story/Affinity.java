package io.copydesk.enrich.story;

import io.copydesk.enrich.sketch.TermVector;
import java.time.Duration;

/** How much two works tell of the same event: a cosine over weighted terms, a pure function of the two. */
final class Affinity {

    /** Works further apart in time tell of two events. */
    static final long WINDOW = Duration.ofDays(14).toMillis();

    /** Below this two works are about different events. */
    static final double THRESHOLD = 0.30;

    /** Where no table tells how rare words are, more must be alike. */
    private static final double WITHOUT_TABLE = 0.40;

    private static final double ACROSS_LANGUAGES = 0.20;
    private static final int LEAST_SHARED = 3;
    private static final int LEAST_TERMS = 4;

    /** At the end of the window, two works must be this much more alike. */
    private static final double LOSS_OVER_WINDOW = 0.3;

    private Affinity() {}

    /** 0 when the two do not belong together, else how well they do. */
    static double between(Profile a, Profile b) {
        long gap = a.sketch().fingerprint().gapTo(b.sketch().fingerprint());
        if (gap > WINDOW
                || a.sketch().terms().size() < LEAST_TERMS
                || b.sketch().terms().size() < LEAST_TERMS) {
            return 0;
        }
        boolean across = !a.sameLanguage(b);
        TermVector left = across ? a.across() : a.within();
        TermVector right = across ? b.across() : b.within();
        long dot = left.dot(right, LEAST_SHARED);
        if (dot == 0) {
            return 0;
        }
        double score = dot / Math.sqrt((double) left.norm() * right.norm()) * (1 - LOSS_OVER_WINDOW * gap / WINDOW);
        return score >= threshold(a, b, across) ? score : 0;
    }

    private static double threshold(Profile a, Profile b, boolean across) {
        if (across) {
            return ACROSS_LANGUAGES;
        }
        return isEnglish(a) || isEnglish(b) ? THRESHOLD : WITHOUT_TABLE;
    }

    private static boolean isEnglish(Profile profile) {
        return profile.language() == null || profile.language().equals("en");
    }
}
