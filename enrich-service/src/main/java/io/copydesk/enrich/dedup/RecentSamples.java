package io.copydesk.enrich.dedup;

import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Samples;
import org.jspecify.annotations.Nullable;

/**
 * The samples of texts that were compared of late, as the texts around one are compared with each copy that comes: what is packed is read once for many
 * of them. Those of one text, some four kilobytes, for each of {@value #SLOTS} hashes of an id, the last one. For one thread.
 */
final class RecentSamples {

    private static final int SLOTS = 4096;

    private final @Nullable Samples[] samples = new Samples[SLOTS];

    /** The samples of a text that is in. */
    Samples of(Text text) {
        Fingerprint first = text.first();
        int slot = (int) first.idHash() & SLOTS - 1;
        Samples known = samples[slot];
        if (known == null || known.fingerprint() != first) {
            known = first.samples();
            samples[slot] = known;
        }
        return known;
    }
}
