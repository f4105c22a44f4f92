package io.copydesk.enrich.sketch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/**
 * What the headline and the first sentences of a text say in particular (names, numbers and rare words), and which of these words its whole text
 * has, as far as they are among its first {@value #MOST}: enough to see that what one lead says the other text does not tell, as in reports of
 * two matches of one league. Some 300 bytes. Immutable.
 */
public final class Lead {

    /** What {@link Words#toldBy} answers when nothing speaks against one event. */
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

    /** Set in what is written of a word of the lead that is a name or a number; above it, that the word is in the lead. */
    private static final int SPECIFIC = 1 << WEIGHT_BITS;

    private static final int FACT_BITS = 2 + WEIGHT_BITS;

    /** Set in what is written of each word of the lead. */
    private static final int PRESENT = 1 << FACT_BITS - 1;

    private final byte[] packed;

    private Lead(byte[] packed) {
        this.packed = packed;
    }

    /** Collects the words of one text, those of the lead first. For one thread. */
    static final class Builder {
        /**
         * Open addressing, at most half full: a hash, above what is written of it and {@link #PRESENT}; 0 in a free slot.
         */
        private final int[] slots = new int[2 * MOST];

        private int size;

        /**
         * @param word name, number or word, as terms are compared
         * @param specific whether it is a name or a number
         * @param rarity 0 to 1
         * @param inLead whether this occurrence is in the lead
         */
        void add(String word, boolean specific, double rarity, boolean inLead) {
            int hash = (int) (Shingles.mix(Shingles.hash(word)) >>> Long.SIZE - HASH_BITS);
            int weight = inLead ? Math.max(1, Math.min(MOST_WEIGHT, (int) (rarity * MOST_WEIGHT))) : 0;
            int slot = hash & slots.length - 1;
            while (slots[slot] != 0 && slots[slot] >>> FACT_BITS != hash) {
                slot = slot + 1 & slots.length - 1;
            }
            int known = slots[slot];
            boolean isNew = known == 0;
            if (isNew ? size < MOST : weight > (known & MOST_WEIGHT)) {
                int specifically = specific ? SPECIFIC : known & SPECIFIC;
                slots[slot] = hash << FACT_BITS | PRESENT | specifically | weight;
                size += isNew ? 1 : 0;
            }
        }

        Lead build() {
            int[] facts =
                    Arrays.stream(slots).filter(slot -> slot != 0).sorted().toArray();
            PackedBits bits = PackedBits.empty();
            bits.write(facts.length, COUNT_BITS);
            bits.writeAscending(
                    Arrays.stream(facts).map(fact -> fact >>> FACT_BITS).toArray(), HASH_BITS);
            for (int fact : facts) {
                boolean inLead = (fact & MOST_WEIGHT) > 0;
                bits.write(inLead ? fact | PRESENT : 0, inLead ? FACT_BITS : 1);
            }
            return new Lead(bits.toBytes());
        }
    }

    /** Its words, to compare it with several others. */
    public Words words() {
        PackedBits bits = PackedBits.of(packed);
        int[] hashes = bits.readAscending(bits.read(COUNT_BITS), HASH_BITS);
        int[] inLead = new int[hashes.length];
        byte[] weights = new byte[hashes.length];
        int count = 0;
        for (int i = bits.readZeros(hashes.length); i < hashes.length; i += 1 + bits.readZeros(hashes.length - i - 1)) {
            int fact = bits.read(FACT_BITS);
            inLead[count] = i;
            // Specific words have the sign of a negative weight.
            weights[count++] = (byte) ((fact & SPECIFIC) == 0 ? fact & MOST_WEIGHT : -(fact & MOST_WEIGHT));
        }
        return new Words(hashes, Arrays.copyOf(inLead, count), Arrays.copyOf(weights, count));
    }

    /** The words of a text, unpacked. Immutable. */
    public static final class Words {
        /** Eight for each of the most words. */
        private static final int FILTER_BITS = 8 * MOST;

        /** Ascending. */
        private final int[] hashes;

        /** Indexes of those that the lead has. */
        private final int[] inLead;

        /** Of those that the lead has, negative those of names and numbers. */
        private final byte[] weights;

        private final HashFilter filter = new HashFilter(FILTER_BITS);
        private final int specific;
        private final int other;

        private Words(int[] hashes, int[] inLead, byte[] weights) {
            this.hashes = hashes;
            this.inLead = inLead;
            this.weights = weights;
            int sumOfSpecific = 0;
            int sumOfOther = 0;
            for (byte weight : weights) {
                sumOfSpecific -= Math.min(0, weight);
                sumOfOther += Math.max(0, weight);
            }
            specific = sumOfSpecific;
            other = sumOfOther;
            for (int hash : hashes) {
                filter.add(hash);
            }
        }

        /**
         * How much of what one lead says the other text tells, in percent: of names and numbers together and of other words each, in that
         * direction in which it is more, on average; {@link #ALL} when the leads say nothing. Symmetric.
         */
        public int toldBy(Words theirs) {
            long mineTold = weightIn(theirs);
            long theirsTold = theirs.weightIn(this);
            int sum = 0;
            int kinds = 0;
            if (specific > 0 && theirs.specific > 0) {
                sum += Math.max(
                        (int) (mineTold >>> Integer.SIZE) * ALL / specific,
                        (int) (theirsTold >>> Integer.SIZE) * ALL / theirs.specific);
                kinds++;
            }
            if (other > 0 && theirs.other > 0) {
                sum += Math.max((int) mineTold * ALL / other, (int) theirsTold * ALL / theirs.other);
                kinds++;
            }
            return kinds == 0 ? ALL : sum / kinds;
        }

        /** Looks for a hash from where it would be if all were equally far apart. */
        private boolean has(int hash) {
            if (!filter.mayContain(hash)) {
                return false;
            }
            int at = hash * hashes.length >>> HASH_BITS;
            while (at > 0 && hashes[at - 1] >= hash) {
                at--;
            }
            while (at < hashes.length && hashes[at] < hash) {
                at++;
            }
            return at < hashes.length && hashes[at] == hash;
        }

        /** The weight of its lead in words that the other text has: of names and numbers in the upper 32 bits, of others in the lower. */
        private long weightIn(Words text) {
            int toldSpecific = 0;
            int toldOther = 0;
            for (int i = 0; i < inLead.length; i++) {
                if (text.has(hashes[inLead[i]])) {
                    toldSpecific -= Math.min(0, weights[i]);
                    toldOther += Math.max(0, weights[i]);
                }
            }
            return (long) toldSpecific << Integer.SIZE | toldOther;
        }
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
