package io.copydesk.enrich.story;

import io.copydesk.enrich.sketch.HeldSketch;
import io.copydesk.enrich.sketch.Lead;
import io.copydesk.enrich.sketch.TermTable;
import io.copydesk.enrich.sketch.TermVector;
import org.jspecify.annotations.Nullable;

/** The parts of a work that are compared with other works; those that are packed are read once. For one thread. */
final class Profile {

    private static final int UNREAD = -1;
    private static final long UNKNOWN_TIME = Long.MAX_VALUE;

    private final HeldSketch sketch;
    private final @Nullable String language;
    private final long millis;
    private @Nullable TermVector within;
    private @Nullable TermVector across;
    private @Nullable TermTable withinTable;
    private @Nullable TermTable acrossTable;
    private Lead.@Nullable Words lead;
    private int terms = UNREAD;
    private @Nullable Long written;
    private boolean writtenIsRead;

    /** @param language primary language tag, {@code null} when unknown */
    Profile(HeldSketch sketch, @Nullable String language) {
        this.sketch = sketch;
        this.language = language;
        millis = sketch.fingerprint().eventMillisOr(UNKNOWN_TIME);
    }

    /** Whether it is of this sketch. */
    boolean isOf(HeldSketch other) {
        return sketch == other;
    }

    /** Primary language tag, {@code null} when unknown. */
    @Nullable
    String language() {
        return language;
    }

    /** Event time in milliseconds since 1970; {@code null} when it is not known. */
    @Nullable
    Long time() {
        return sketch.fingerprint().eventMillis();
    }

    /** Milliseconds between the event times of two works, between their arrivals when one has none; 0 when nothing is known. */
    long gapTo(Profile other) {
        if (millis != UNKNOWN_TIME && other.millis != UNKNOWN_TIME) {
            return Math.abs(millis - other.millis);
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
        Long mine = written();
        Long theirs = other.written();
        return mine == null || theirs == null
                ? sketch.fingerprint().gapTo(other.sketch.fingerprint())
                : Math.abs(mine - theirs);
    }

    private @Nullable Long written() {
        if (!writtenIsRead) {
            written = sketch.written();
            writtenIsRead = true;
        }
        return written;
    }

    /** Terms that are compared within a language. */
    TermVector within() {
        if (within == null) {
            within = sketch.within();
        }
        return within;
    }

    /** The same by their hashes. */
    TermTable withinTable() {
        if (withinTable == null) {
            withinTable = within().table();
        }
        return withinTable;
    }

    /** The terms across languages by their hashes. */
    TermTable acrossTable() {
        if (acrossTable == null) {
            acrossTable = across().table();
        }
        return acrossTable;
    }

    /** Terms that are compared across languages. */
    TermVector across() {
        if (across == null) {
            across = sketch.across();
        }
        return across;
    }

    /** Whether it has too few terms to be compared. */
    boolean tellsLittle() {
        if (terms == UNREAD) {
            terms = sketch.termCount();
        }
        return terms < StoryConstants.LEAST_TERMS;
    }

    /**
     * {@link Lead.Words#toldBy} of this work and another of its language; {@link Lead#ALL} of one of another language, whose words cannot be compared, and
     * where the lead of either is not known.
     */
    int toldBy(Profile other) {
        if (!sameLanguage(other)) {
            return Lead.ALL;
        }
        Lead.Words mine = lead();
        Lead.Words theirs = other.lead();
        return mine == null || theirs == null ? Lead.ALL : mine.toldBy(theirs);
    }

    private Lead.@Nullable Words lead() {
        if (lead == null) {
            Lead packed = sketch.lead();
            lead = packed == null ? null : packed.words();
        }
        return lead;
    }

    /** Whether the two languages are equal; an unknown one is equal to any. */
    boolean sameLanguage(Profile other) {
        return areSame(language, other.language);
    }

    /** {@link #sameLanguage} of two primary tags. */
    static boolean areSame(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }

    /** The primary language of a tag. */
    static @Nullable String primary(@Nullable String tag) {
        return tag == null || tag.indexOf('-') < 0
                ? tag
                : tag.substring(0, tag.indexOf('-')).intern();
    }
}
