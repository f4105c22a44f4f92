package io.copydesk.enrich.story;

import org.jspecify.annotations.Nullable;

/**
 * The profiles of works that were compared of late, as the works of one affair are compared with each report that comes: what is packed is read once
 * for many of them. One profile of some three kilobytes for each of {@value #SLOTS} numbers, the last one. For one thread.
 */
final class RecentProfiles {

    private static final int SLOTS = 4096;

    private final @Nullable Profile[] profiles = new Profile[SLOTS];

    /** The profile of a work that is in the {@link TermIndex}. */
    Profile of(Node work) {
        Profile known = profiles[slot(work)];
        if (known == null || !known.isOf(work.original())) {
            known = work.profile();
            put(work, known);
        }
        return known;
    }

    /** Whether {@link #of} a work would take the place of what is kept of another one. */
    boolean displaces(Node work) {
        Profile known = profiles[slot(work)];
        return known != null && !known.isOf(work.original());
    }

    /** Keeps the profile of a work that is in the index. */
    void put(Node work, Profile profile) {
        profiles[slot(work)] = profile;
    }

    private static int slot(Node work) {
        return work.number() & SLOTS - 1;
    }
}
