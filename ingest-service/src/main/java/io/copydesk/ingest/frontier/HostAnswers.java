package io.copydesk.ingest.frontier;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a host can be believed when it says that a page is gone. Many hosts say so of pages that are there: while they are upgraded,
 * behind a broken cache, under load. Counts decay. Its JSON is persisted. Times are epoch milliseconds. Mutable, for one thread.
 */
@PersistedFields
final class HostAnswers {

    private static final double HOUR = 3_600_000.0;

    /** The half-life of what is true of the host as such. */
    private static final double LONG = 14 * 24 * HOUR;

    /** The half-life of what is true of these days. */
    private static final double SHORT = 48 * HOUR;

    /** Pages of whom one is asked to learn whether the host knows any. */
    private static final int CONTROLS = 4;

    /** The chance at most that a host which says so at random says so as often as it must. */
    private static final double CHANCE = 1e-6;

    private static final int LEAST_LOOKS = 3;

    /** More pages of the host at once than this, and than a share of those that were there, are a fault of the host. */
    private static final double MOST_AT_ONCE = 2;

    private static final double SHARE_AT_ONCE = 0.03;

    /** Pages that were there, and answers that said of one that it was gone and were wrong. */
    private double good;

    private double wrong;

    /** The same of these days: pages that were there, and those that went. */
    private double goodLately;

    private double goneLately;
    private long asOf;

    /** Pages that were there of late, by their keys, the last one at the end. */
    private final List<String> there = new ArrayList<>();

    /** When one of them was. */
    private long seen;

    /** A page was there. */
    void there(String page, long now) {
        age(now);
        good++;
        goodLately++;
        there.remove(page);
        there.add(page);
        if (there.size() > CONTROLS) {
            there.remove(0);
        }
        seen = now;
    }

    /** A page seems to be gone, for the first time. */
    void gone(String page, long now) {
        age(now);
        goneLately++;
        there.remove(page);
    }

    /** A page that seemed to be gone is there. */
    void wasWrong(int looks, long now) {
        age(now);
        wrong += looks;
    }

    /** How many answers in a row must say that a page is gone. */
    int looksNeeded() {
        double chance = (wrong + 0.5) / (good + wrong + 1);
        return (int) Math.max(LEAST_LOOKS, Math.ceil(Math.log(CHANCE) / Math.log(chance)));
    }

    /** Whether the host was ever wrong, as far as that is remembered. */
    boolean errs() {
        return wrong > 0.5;
    }

    /** Whether more pages go at once than a newsroom withdraws. */
    boolean losesMany() {
        return goneLately > MOST_AT_ONCE + SHARE_AT_ONCE * goodLately;
    }

    /** Whether another page was there since a time. */
    boolean knewOneSince(long time) {
        return seen > time;
    }

    /** A page to ask for, {@code null} when none is known that was there. */
    @Nullable
    String control() {
        return there.isEmpty() ? null : there.get(there.size() - 1);
    }

    /** A page cannot serve as one to ask for. */
    void forget(String page) {
        there.remove(page);
    }

    private void age(long now) {
        if (asOf > 0 && now > asOf) {
            double kept = Math.pow(0.5, (now - asOf) / LONG);
            double lately = Math.pow(0.5, (now - asOf) / SHORT);
            good *= kept;
            wrong *= kept;
            goodLately *= lately;
            goneLately *= lately;
        }
        asOf = Math.max(asOf, now);
    }
}
