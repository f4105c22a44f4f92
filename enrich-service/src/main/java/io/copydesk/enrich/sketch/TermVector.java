package io.copydesk.enrich.sketch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Weighted terms as they are compared: each a hash of 32 bits and a weight. Six bytes a term, where the words themselves would take a
 * hundred. Immutable.
 */
public final class TermVector {

    /** Bytes of a term. */
    static final int BYTES = Integer.BYTES + Character.BYTES;

    private final int[] hashes;
    private final char[] weights;
    private final long norm;

    private TermVector(int[] hashes, char[] weights) {
        this.hashes = hashes;
        this.weights = weights;
        long sum = 0;
        for (char weight : weights) {
            sum += (long) weight * weight;
        }
        norm = sum;
    }

    /** The vector of {@code terms}; of two with one hash, the heavier counts. */
    static TermVector of(List<Term> terms) {
        long[] sorted = new long[terms.size()];
        for (int i = 0; i < sorted.length; i++) {
            Term term = terms.get(i);
            sorted[i] = (long) hash(term.text()) << Integer.SIZE | Integer.MAX_VALUE - term.weight();
        }
        Arrays.sort(sorted);
        int[] hashes = new int[sorted.length];
        char[] weights = new char[sorted.length];
        int count = 0;
        for (long term : sorted) {
            int hash = (int) (term >> Integer.SIZE);
            if (count == 0 || hashes[count - 1] != hash) {
                hashes[count] = hash;
                weights[count++] = (char) Math.min(Character.MAX_VALUE, Integer.MAX_VALUE - (int) term);
            }
        }
        return new TermVector(Arrays.copyOf(hashes, count), Arrays.copyOf(weights, count));
    }

    /** How many terms there are. */
    public int size() {
        return hashes.length;
    }

    /** Sum of the squares of the weights. */
    public long norm() {
        return norm;
    }

    /** Its terms by their hashes; laid out at each call. */
    public TermTable table() {
        return new TermTable(hashes, weights, norm);
    }

    /** The scalar product with the vector of a table; 0 when they share fewer than {@code least} terms. */
    public long dot(TermTable other, int least) {
        return other.dot(hashes, weights, least);
    }

    /** Hashes of the {@code most} heaviest terms, the heaviest first, of equal ones the lowest hash. */
    public int[] heaviest(int most) {
        long[] order = new long[hashes.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) (Character.MAX_VALUE - weights[i]) << Integer.SIZE | hashes[i] - (long) Integer.MIN_VALUE;
        }
        Arrays.sort(order);
        int[] heaviest = new int[Math.min(most, order.length)];
        for (int i = 0; i < heaviest.length; i++) {
            heaviest[i] = (int) (order[i] + Integer.MIN_VALUE);
        }
        return heaviest;
    }

    @JsonValue
    String encoded() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.length * BYTES);
        for (int i = 0; i < hashes.length; i++) {
            bytes.putInt(hashes[i]).putChar(weights[i]);
        }
        return bytes.array();
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static TermVector decoded(String text) {
        return of(ByteBuffer.wrap(Base64.getDecoder().decode(text)));
    }

    /** The vector whose {@link #bytes} are left in the buffer. */
    static TermVector of(ByteBuffer bytes) {
        int count = bytes.remaining() / BYTES;
        int[] hashes = new int[count];
        char[] weights = new char[count];
        for (int i = 0; i < count; i++) {
            hashes[i] = bytes.getInt();
            weights[i] = bytes.getChar();
        }
        return new TermVector(hashes, weights);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TermVector that
                && Arrays.equals(hashes, that.hashes)
                && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    private static int hash(String term) {
        return (int) (Shingles.mix(Shingles.hash(term)) >>> 32);
    }
}
