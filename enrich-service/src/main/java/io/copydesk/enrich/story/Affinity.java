package io.copydesk.enrich.story;

import io.copydesk.enrich.features.Sketch;
import io.copydesk.enrich.features.Term;
import io.copydesk.enrich.features.Term.Kind;
import java.time.Duration;
import java.util.List;

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
    static double between(Sketch a, Sketch b) {
        long gap = a.gapTo(b);
        if (gap > WINDOW || a.terms().size() < LEAST_TERMS || b.terms().size() < LEAST_TERMS) {
            return 0;
        }
        boolean across = !sameLanguage(a, b);
        long dot = 0;
        int shared = 0;
        List<Term> left = a.terms();
        List<Term> right = b.terms();
        for (int i = 0, j = 0; i < left.size() && j < right.size(); ) {
            Term x = left.get(i);
            Term y = right.get(j);
            int order = x.text().compareTo(y.text());
            if (order == 0) {
                if (across == (x.kind() == Kind.ACROSS)) {
                    dot += (long) x.weight() * y.weight();
                    shared++;
                }
                i++;
                j++;
            } else if (order < 0) {
                i++;
            } else {
                j++;
            }
        }
        if (shared < LEAST_SHARED) {
            return 0;
        }
        double cosine = dot / Math.sqrt((double) norm(left, across) * norm(right, across));
        double score = cosine * (1 - LOSS_OVER_WINDOW * gap / WINDOW);
        return score >= threshold(a, b, across) ? score : 0;
    }

    /** An unknown language may be any. */
    static boolean sameLanguage(Sketch a, Sketch b) {
        return a.language() == null
                || b.language() == null
                || a.language().equals(b.language())
                || primary(a).equals(primary(b));
    }

    private static double threshold(Sketch a, Sketch b, boolean across) {
        if (across) {
            return ACROSS_LANGUAGES;
        }
        return isEnglish(a) || isEnglish(b) ? THRESHOLD : WITHOUT_TABLE;
    }

    private static boolean isEnglish(Sketch sketch) {
        return sketch.language() == null || primary(sketch).equals("en");
    }

    private static long norm(List<Term> terms, boolean across) {
        long sum = 0;
        for (Term term : terms) {
            sum += across == (term.kind() == Kind.ACROSS) ? (long) term.weight() * term.weight() : 0;
        }
        return sum;
    }

    private static String primary(Sketch sketch) {
        String tag = sketch.language();
        int end = tag.indexOf('-');
        return end < 0 ? tag : tag.substring(0, end);
    }
}
