package io.copydesk.ingest.frontier;

import java.time.Duration;

/**
 * How far the word of feeds and sitemaps that a page of a host changed can be relied on: how often a visit on such a word shows an edit, and
 * how many of the host's edits were announced in this way. Counts decay. Its JSON is persisted. Times are epoch milliseconds. Mutable, for
 * one thread.
 *
 * <p>Some content systems date all pages by the last run of the system, so that each poll would have all of them fetched; others announce
 * every edit, so that few visits are needed beside. The constants were chosen with {@code copydesk bench edits --seed 1}.
 */
@PersistedFields
final class EditHints {

    /** After this time a count is half. */
    private static final double HALF_LIFE = Duration.ofDays(60).toMillis();

    /** Visits that are made before a host's word is judged. */
    private static final double TRIAL = 10;

    /** The share of them that must show an edit. */
    private static final double LEAST = 0.1;

    /** Of a host that is not believed, each word after so many is followed, to learn whether it is believed again. */
    private static final int SAMPLE = 500;

    /** Edits without a word that the start counts as: few, as most systems announce all edits or none. */
    private static final double PRIOR = 1;

    /** The largest share of edits that is taken to be announced. */
    private static final double MOST = 0.95;

    private float followed;
    private float right;
    private float edits;
    private int passedOver;
    private long asOf;

    /** Whether a page is fetched because of such a word. */
    boolean follows() {
        if (followed < TRIAL || right >= LEAST * followed) {
            return true;
        }
        passedOver++;
        if (passedOver >= SAMPLE) {
            passedOver = 0;
            return true;
        }
        return false;
    }

    /** A page was visited because of one. */
    void visited(long now) {
        age(now);
        followed++;
    }

    /** A visit showed an edit. */
    void found(boolean announced, long now) {
        age(now);
        edits++;
        right += announced ? 1 : 0;
    }

    /** The share of edits that are not announced, by what is known. */
    double unannounced() {
        return Math.max(1 - MOST, 1 - right / (edits + PRIOR));
    }

    private void age(long now) {
        if (asOf > 0 && now > asOf) {
            float kept = (float) Math.pow(0.5, (now - asOf) / HALF_LIFE);
            followed *= kept;
            right *= kept;
            edits *= kept;
        }
        asOf = Math.max(asOf, now);
    }
}
