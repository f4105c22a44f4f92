package io.copydesk.enrich.story;

import org.jspecify.annotations.Nullable;

/**
 * The profiles of works that were compared of late, as the works of one affair are compared with each report that comes: what is packed is read once
 * for many of them. One profile of some three kilobytes for each of {@value #SLOTS} hashes of an id, the last one. For one thread.
 */
final class RecentProfiles {

    private static final int SLOTS = 4096;

    private final @Nullable Profile[] profiles = new Profile[SLOTS];

    /** The profile of a work. */
    Profile of(Node work) {
        int slot = (int) work.fingerprint().idHash() & SLOTS - 1;
        Profile known = profiles[slot];
        if (known == null || !known.isOf(work.original())) {
            known = work.profile();
            profiles[slot] = known;
        }
        return known;
    }
}
