package io.copydesk.enrich.sketch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the headline and the first sentences of a text say in particular (names, numbers and rare words), and which of these words its whole text
 * has, as far as they are among its first {@value #MOST}: enough to see that what one lead says the other text does not tell, as in reports of
 * two matches of one league. Some 300 bytes. Immutable.
 */
public final class Lead {

    /** What {@link #toldBy} answers when nothing speaks against one event. */
    public static final int ALL = 100;

    /** Most words of a text that are kept. */
    static final int MOST = 256;

    /** Words of a body that belong to the lead, with a headline and without one. */
    static final int WORDS = 20;

    static final int WORDS_WITHOUT_HEADLINE = 45;

    private static final int COUNT_BITS = 9;

    /** Bits of a word's hash; a word that a text of 256 words lacks is found in it by chance once in 256 times. */
    private static final int HASH_BITS = 16;

    /** Bits of a weight in the lead, which is 0 for words that are not in it. */
    private static final int WEIGHT_BITS = 5;

    private static final int MOST_WEIGHT = (1 << WEIGHT_BITS) - 1;

    private final byte[] packed;

    private Lead(byte[] packed) {
        this.packed = packed;
    }

    /** Collects the words of one text, those of the lead first. For one thread. */
    static final class Builder {
        private final Map<Integer, Fact> facts = new TreeMap<>();

        /**
         * @param word name, number or word, as terms are compared
         * @param specific whether it is a name or a number
         * @param rarity 0 to 1
         * @param inLead whether this occurrence is in the lead
         */
        void add(String word, boolean specific, double rarity, boolean inLead) {
            int hash = (int) (Shingles.mix(Shingles.hash(word)) >>> Long.SIZE - HASH_BITS);
            int weight = inLead ? Math.max(1, Math.min(MOST_WEIGHT, (int) (rarity * MOST_WEIGHT))) : 0;
            Fact known = facts.get(hash);
            if (known == null && facts.size() < MOST) {
                facts.put(hash, new Fact(weight, specific));
            } else if (known != null && weight > known.weight) {
                facts.put(hash, new Fact(weight, specific || known.specific));
            }
        }

        Lead build() {
            PackedBits bits = PackedBits.empty();
            bits.write(facts.size(), COUNT_BITS);
            bits.writeAscending(facts.keySet().stream().mapToInt(hash -> hash).toArray(), HASH_BITS);
            for (Fact fact : facts.values()) {
                bits.write(fact.weight > 0 ? 1 : 0, 1);
                if (fact.weight > 0) {
                    bits.write(fact.specific ? 1 : 0, 1);
                    bits.write(fact.weight, WEIGHT_BITS);
                }
            }
            return new Lead(bits.toBytes());
        }
    }

    /** @param weight in the lead, 0 for none */
    private record Fact(int weight, boolean specific) {}

    /**
     * How much of what one lead says the other text tells, in percent: of names and numbers together and of other words each, in that direction
     * in which it is more, on average; {@link #ALL} when the leads say nothing. Symmetric.
     */
    public int toldBy(Lead other) {
        Facts mine = unpacked();
        Facts theirs = other.unpacked();
        int sum = 0;
        int kinds = 0;
        for (boolean specific : new boolean[] {true, false}) {
            int one = mine.toldBy(theirs, specific);
            int two = theirs.toldBy(mine, specific);
            if (one >= 0 && two >= 0) {
                sum += Math.max(one, two);
                kinds++;
            }
        }
        return kinds == 0 ? ALL : sum / kinds;
    }

    private Facts unpacked() {
        PackedBits bits = PackedBits.of(packed);
        int[] hashes = bits.readAscending(bits.read(COUNT_BITS), HASH_BITS);
        int[] weights = new int[hashes.length];
        boolean[] specific = new boolean[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            if (bits.read(1) > 0) {
                specific[i] = bits.read(1) > 0;
                weights[i] = bits.read(WEIGHT_BITS);
            }
        }
        return new Facts(hashes, weights, specific);
    }

    /** The words of a text, ascending by their hashes. */
    private record Facts(int[] hashes, int[] weights, boolean[] specific) {

        /** Percent of the weight of its lead in words that the other text has; -1 when its lead has none of this kind. */
        int toldBy(Facts other, boolean kind) {
            int all = 0;
            int told = 0;
            for (int i = 0; i < hashes.length; i++) {
                if (weights[i] > 0 && specific[i] == kind) {
                    all += weights[i];
                    told += Arrays.binarySearch(other.hashes, hashes[i]) >= 0 ? weights[i] : 0;
                }
            }
            return all == 0 ? -1 : told * ALL / all;
        }
    }

    /** Writes it. */
    public void write(SnapshotWriter out) throws IOException {
        out.putBytes(packed);
    }

    /** The lead that was written. */
    public static Lead read(SnapshotReader in) throws IOException {
        return new Lead(in.getBytes());
    }

    @JsonValue
    byte[] packed() {
        return packed;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Lead of(byte[] packed) {
        return new Lead(packed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lead that && Arrays.equals(packed, that.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }
}
