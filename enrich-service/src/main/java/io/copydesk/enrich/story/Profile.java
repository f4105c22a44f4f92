package io.copydesk.enrich.story;

import io.copydesk.enrich.features.Sketch;
import io.copydesk.enrich.features.Term;
import io.copydesk.enrich.features.Term.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What of a work is compared with others, laid out for that.
 *
 * @param language primary language tag, {@code null} when unknown
 * @param within terms that are compared within a language, sorted by text
 * @param across terms that are compared across languages, sorted by text
 * @param withinNorm sum of the squares of their weights
 * @param acrossNorm likewise
 */
record Profile(
        Sketch sketch, @Nullable String language, Term[] within, Term[] across, long withinNorm, long acrossNorm) {

    static Profile of(Sketch sketch) {
        Term[] within = terms(sketch, false);
        Term[] across = terms(sketch, true);
        return new Profile(sketch, primary(sketch.language()), within, across, norm(within), norm(across));
    }

    /** An unknown language may be any. */
    boolean sameLanguage(Profile other) {
        return language == null || other.language == null || language.equals(other.language);
    }

    private static @Nullable String primary(@Nullable String tag) {
        int end = tag == null ? -1 : tag.indexOf('-');
        return end < 0 ? tag : tag.substring(0, end);
    }

    private static Term[] terms(Sketch sketch, boolean across) {
        return sketch.terms().stream()
                .filter(term -> across == (term.kind() == Kind.ACROSS))
                .toArray(Term[]::new);
    }

    private static long norm(Term[] terms) {
        long sum = 0;
        for (Term term : terms) {
            sum += (long) term.weight() * term.weight();
        }
        return sum;
    }
}
