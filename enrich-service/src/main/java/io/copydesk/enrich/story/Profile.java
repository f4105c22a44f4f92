package io.copydesk.enrich.story;

import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.TermVector;
import org.jspecify.annotations.Nullable;

/**
 * What of a work is compared with others.
 *
 * @param language primary language tag, {@code null} when unknown
 */
record Profile(Sketch sketch, @Nullable String language) {

    static Profile of(Sketch sketch) {
        return new Profile(sketch, primary(sketch.fingerprint().language()));
    }

    /** Terms that are compared within a language. */
    TermVector within() {
        return sketch.terms().within();
    }

    /** Terms that are compared across languages. */
    TermVector across() {
        return sketch.terms().across();
    }

    /** An unknown language may be any. */
    boolean sameLanguage(Profile other) {
        return language == null || other.language == null || language.equals(other.language);
    }

    private static @Nullable String primary(@Nullable String tag) {
        int end = tag == null ? -1 : tag.indexOf('-');
        return end < 0 ? tag : tag.substring(0, end).intern();
    }
}
