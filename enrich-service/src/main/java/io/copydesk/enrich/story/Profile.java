package io.copydesk.enrich.story;

import io.copydesk.enrich.sketch.Lead;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.TermVector;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a work that are compared with other works.
 *
 * @param language primary language tag, {@code null} when unknown
 */
record Profile(Sketch sketch, @Nullable String language) {

    static Profile of(Sketch sketch) {
        return new Profile(sketch, primary(sketch.fingerprint().language()));
    }

    /** Event time in milliseconds since 1970; {@code null} when it is not known. */
    @Nullable
    Long time() {
        return sketch.fingerprint().eventMillis();
    }

    /** Milliseconds between the event times of two works, between their arrivals when one has none; 0 when nothing is known. */
    long gapTo(Profile other) {
        if (sketch.fingerprint().hasEventTime() && other.sketch.fingerprint().hasEventTime()) {
            return sketch.fingerprint().gapTo(other.sketch.fingerprint());
        }
        Long mine = sketch.arrived();
        Long theirs = other.sketch.arrived();
        return mine == null || theirs == null ? 0 : Math.abs(mine - theirs);
    }

    /**
     * Milliseconds between what two works tell of: between the days that both texts give for themselves, else between their event times.
     * 0 when one has none: when it arrived says nothing about that.
     */
    long gapBetweenEvents(Profile other) {
        Long mine = sketch.written();
        Long theirs = other.sketch.written();
        return mine == null || theirs == null
                ? sketch.fingerprint().gapTo(other.sketch.fingerprint())
                : Math.abs(mine - theirs);
    }

    /** Whether it has too few words to be similar to all reports of its event. */
    boolean isShort() {
        return sketch.fingerprint().words() < StoryConstants.SHORT_WORDS;
    }

    /** Terms that are compared within a language. */
    TermVector within() {
        return sketch.terms().within();
    }

    /** Terms that are compared across languages. */
    TermVector across() {
        return sketch.terms().across();
    }

    /**
     * {@link Lead#toldBy} of this work and others of its language; {@link Lead#ALL} of works of another, whose words cannot be compared. Unpacks the
     * lead of this work once.
     */
    ToIntFunction<Profile> told() {
        Lead lead = sketch.lead();
        if (lead == null) {
            return other -> Lead.ALL;
        }
        Lead.Words mine = lead.words();
        return other -> {
            Lead theirs = other.sketch.lead();
            return theirs == null || !sameLanguage(other) ? Lead.ALL : mine.toldBy(theirs);
        };
    }

    /** Whether the two languages are equal; an unknown one is equal to any. */
    boolean sameLanguage(Profile other) {
        return isSameLanguage(language, other.language);
    }

    /** Whether two languages are equal; {@code null} is equal to any. */
    static boolean isSameLanguage(@Nullable String language, @Nullable String other) {
        return language == null || other == null || language.equals(other);
    }

    private static @Nullable String primary(@Nullable String tag) {
        return tag == null || tag.indexOf('-') < 0
                ? tag
                : tag.substring(0, tag.indexOf('-')).intern();
    }
}
