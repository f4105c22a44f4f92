package io.copydesk.lab.simulation;

import java.util.Arrays;
import java.util.BitSet;

/** One invented page: when it is published, edited, withdrawn and back, and what visits saw of that. Times are epoch milliseconds. */
final class WatchedPage {

    /** Of a page that is never withdrawn, or never back. */
    static final long NEVER = Long.MAX_VALUE;

    final WatchedSite site;
    final String url;
    final long published;

    /** When a feed is known to name it. */
    final long found;

    /** When it is edited, sorted. */
    final long[] edits;

    /** When it is withdrawn, and there again. */
    final long goes;

    final long returns;

    /** Whether the last visit saw a notice in place of the text. */
    boolean noticed;

    private final BitSet seen = new BitSet();
    private int first = -1;
    private int last = -1;
    long firstSeen;
    long lastSeen;
    int requests;

    /** When its withdrawal was told; 0 before. */
    long told;

    WatchedPage(WatchedSite site, String url, long published, long found, long[] edits, long goes, long returns) {
        this.site = site;
        this.url = url;
        this.published = published;
        this.found = found;
        this.edits = edits;
        this.goes = goes;
        this.returns = returns;
    }

    boolean isGone(long now) {
        return now >= goes && now < returns;
    }

    /** The number of the version that is there, from 0. */
    int version(long now) {
        int at = Arrays.binarySearch(edits, now);
        return at < 0 ? -at - 1 : at + 1;
    }

    /** A visit saw it; true when its version is not that of the visit before. */
    boolean see(long now) {
        int version = version(now);
        seen.set(version);
        boolean edited = last >= 0 && last != version;
        last = version;
        lastSeen = now;
        if (first < 0) {
            first = version;
            firstSeen = now;
        }
        return edited;
    }

    /** Versions of its first week that there were when it was seen first, or later. */
    int versions() {
        return first < 0 ? 0 : version(published + 7 * Rhythms.DAY) - first + 1;
    }

    /** How many of them were seen. */
    int versionsSeen() {
        return first < 0 ? 0 : seen.get(first, first + versions()).cardinality();
    }

    /** Versions of its first week that were replaced before it was seen first. */
    int versionsBefore() {
        return Math.max(0, first);
    }

    /** When it is edited first, after its publication; {@link #NEVER} when it is not within a week. */
    long firstEdit() {
        return edits.length == 0 || edits[0] > published + 7 * Rhythms.DAY ? NEVER : edits[0] - published;
    }

    /** Whether a visit could learn that it is withdrawn: it was seen before, and is gone for four days after that of the week's end. */
    boolean canBeTold() {
        return firstSeen > 0
                && goes > firstSeen
                && goes < firstSeen + 7 * Rhythms.DAY
                && returns > firstSeen + 11 * Rhythms.DAY;
    }
}
