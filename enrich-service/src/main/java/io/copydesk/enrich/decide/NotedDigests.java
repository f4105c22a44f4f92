package io.copydesk.enrich.decide;

import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import io.copydesk.schemas.Json;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The last digest noted under each id: 64 bits, so two different records are taken for equal with a probability of 2^-64, in some twenty
 * bytes an id. Open addressing with linear probing. For one thread.
 */
public final class NotedDigests {

    private static final double FULL = 0.8;
    private static final int GROWTH_SHIFT = 2;
    private static final long NONE = 0;

    private long[] ids = new long[64];
    private long[] digests = new long[ids.length];
    private int size;

    /** How many ids have a digest. */
    public int size() {
        return size;
    }

    /**
     * Notes {@code record} as the last one published, {@code null} as a tombstone.
     *
     * @return whether it differs from the one before
     */
    boolean changed(String id, @Nullable Object record) {
        return note(id, digest(record));
    }

    /**
     * Notes a digest, 0 for none.
     *
     * @return whether it differs from the one before
     */
    public boolean note(String id, long digest) {
        long key = Fingerprint.hashOf(id);
        int slot = find(key);
        long before = digests[slot];
        if (digest == before) {
            return false;
        }
        if (digest == NONE) {
            remove(slot);
        } else if (before != NONE) {
            digests[slot] = digest;
        } else {
            add(key, digest);
        }
        return true;
    }

    /** Whether this digest is the last one noted under the id. */
    public boolean isLast(String id, long digest) {
        return digests[find(Fingerprint.hashOf(id))] == digest;
    }

    void write(SnapshotWriter out) throws IOException {
        out.putInt(size);
        out.putLongs(ids);
        out.putLongs(digests);
    }

    static NotedDigests read(SnapshotReader in) throws IOException {
        NotedDigests read = new NotedDigests();
        read.size = in.getInt();
        read.ids = in.getLongs();
        read.digests = in.getLongs();
        return read;
    }

    /** Removes the digest of an id, if there is one. */
    public void forget(String id) {
        int slot = find(Fingerprint.hashOf(id));
        if (digests[slot] != NONE) {
            remove(slot);
        }
    }

    /** The slot of the key, else the free slot where it would be added. */
    private int find(long key) {
        int slot = home(key);
        while (digests[slot] != NONE && ids[slot] != key) {
            slot = next(slot);
        }
        return slot;
    }

    private void add(long key, long digest) {
        if (size + 1 > FULL * ids.length) {
            grow();
        }
        int slot = find(key);
        ids[slot] = key;
        digests[slot] = digest;
        size++;
    }

    /** Moves followers back that could not be found otherwise (Knuth, volume 3, 6.4, algorithm R). */
    private void remove(int removed) {
        int gap = removed;
        for (int slot = next(gap); digests[slot] != NONE; slot = next(slot)) {
            int home = home(ids[slot]);
            boolean stays = gap < slot ? gap < home && home <= slot : gap < home || home <= slot;
            if (!stays) {
                ids[gap] = ids[slot];
                digests[gap] = digests[slot];
                gap = slot;
            }
        }
        digests[gap] = NONE;
        size--;
    }

    private void grow() {
        long[] keys = ids;
        long[] values = digests;
        ids = new long[keys.length + (keys.length >> GROWTH_SHIFT)];
        digests = new long[ids.length];
        size = 0;
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != NONE) {
                add(keys[i], values[i]);
            }
        }
    }

    private int home(long key) {
        return (int) ((key >>> Integer.SIZE) * ids.length >>> Integer.SIZE);
    }

    private int next(int slot) {
        return slot + 1 == ids.length ? 0 : slot + 1;
    }

    /** The digest of a record, {@code null} for a tombstone. Safe for use by several threads. */
    static long digest(@Nullable Object record) {
        if (record == null) {
            return NONE;
        }
        long digest = Json.digest(record);
        return digest == NONE ? 1 : digest;
    }
}
