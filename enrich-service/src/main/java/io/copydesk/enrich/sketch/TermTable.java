package io.copydesk.enrich.sketch;

import java.nio.ByteBuffer;

/**
 * The terms of a {@link TermVector} by their hashes, to multiply it with many others: open addressing, at most half full. Immutable.
 */
public final class TermTable {

    private static final int FILTER_BITS = 1024;

    /** Of the upper bits of hashes, as places depend on the lower ones: most terms of two works are not the same. */
    private final HashFilter filter = new HashFilter(FILTER_BITS);

    private final int[] hashes;

    /** One more than the weight of the term in a place, 0 in a free one. */
    private final int[] weights;

    /** Sum of the squares of the weights. */
    private final long norm;

    TermTable(int[] hashes, char[] weights, long norm) {
        this.norm = norm;
        int places = Integer.highestOneBit(Math.max(1, hashes.length)) << 2;
        this.hashes = new int[places];
        this.weights = new int[places];
        for (int i = 0; i < hashes.length; i++) {
            int place = place(hashes[i]);
            this.hashes[place] = hashes[i];
            this.weights[place] = weights[i] + 1;
            filter.add(filtered(hashes[i]));
        }
    }

    /** The scalar product with a vector of these; 0 when they share fewer than {@code least} terms. */
    long dot(int[] otherHashes, char[] otherWeights, int least) {
        long dot = 0;
        int shared = 0;
        for (int i = 0; i < otherHashes.length; i++) {
            int hash = otherHashes[i];
            int weight = filter.mayContain(filtered(hash)) ? weights[place(hash)] : 0;
            if (weight != 0) {
                dot += (weight - 1L) * otherWeights[i];
                shared++;
            }
        }
        return shared < least ? 0 : dot;
    }

    /**
     * The cosine with a vector as {@link TermVector#bytes} packs it; 0 when they share fewer than {@code least} terms. Its weights are read only if they share
     * so many.
     */
    double cosine(ByteBuffer packed, int least) {
        int end = packed.limit();
        int shared = 0;
        for (int at = 0; at < end; at += TermVector.BYTES) {
            int hash = packed.getInt(at);
            if (filter.mayContain(filtered(hash)) && weights[place(hash)] != 0) {
                shared++;
            }
        }
        if (shared < least) {
            return 0;
        }
        long dot = 0;
        long square = 0;
        for (int at = 0; at < end; at += TermVector.BYTES) {
            long otherWeight = packed.getChar(at + Integer.BYTES);
            int weight = weights[place(packed.getInt(at))];
            dot += weight == 0 ? 0 : (weight - 1) * otherWeight;
            square += otherWeight * otherWeight;
        }
        return dot / Math.sqrt((double) norm * square);
    }

    private static int filtered(int hash) {
        return hash >>> Short.SIZE;
    }

    /** Where a term is, or the free place where it would be; hashes are mixed well. */
    private int place(int hash) {
        int place = hash & hashes.length - 1;
        while (weights[place] != 0 && hashes[place] != hash) {
            place = place + 1 & hashes.length - 1;
        }
        return place;
    }
}
