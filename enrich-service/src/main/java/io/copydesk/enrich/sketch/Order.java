package io.copydesk.enrich.sketch;

/**
 * The order of a text: the places of its sampled word sequences, and the keys of its runs of words. Packed in some 350 bytes; unpacked at
 * each call. Immutable.
 */
public final class Order {

    private static final byte[] NOTHING = {};

    /** The order of a text whose sketch was made before orders were kept. */
    static final Order UNKNOWN = new Order(NOTHING);

    private static final int COUNT_BITS = 9;
    private static final int WIDTH_BITS = 5;

    private final byte[] packed;

    private Order(byte[] packed) {
        this.packed = packed;
    }

    static Order of(byte[] packed) {
        return packed.length == 0 ? UNKNOWN : new Order(packed);
    }

    /** Packs the order of a text with this fresh sample. */
    static byte[] pack(Shingles sample, int[] runKeys) {
        PackedBits bits = PackedBits.empty();
        bits.write(runKeys.length, COUNT_BITS);
        bits.writeAscending(runKeys, Runs.KEY_BITS);
        int[] places = sample.places();
        int greatest = 0;
        for (int place : places) {
            greatest |= place;
        }
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(greatest);
        bits.write(places.length, COUNT_BITS);
        bits.write(width, WIDTH_BITS);
        for (int place : places) {
            bits.write(place, width);
        }
        return bits.toBytes();
    }

    /** Whether it is known. */
    public boolean isKnown() {
        return packed.length > 0;
    }

    /** Keys of runs of ten words, ascending; none when the order is unknown. */
    int[] runKeys() {
        if (!isKnown()) {
            return new int[0];
        }
        PackedBits bits = PackedBits.of(packed);
        return bits.readAscending(bits.read(COUNT_BITS), Runs.KEY_BITS);
    }

    /** Of each sampled sequence, ascending by its hash, the number of words before it. */
    int[] places() {
        if (!isKnown()) {
            return new int[0];
        }
        PackedBits bits = PackedBits.of(packed);
        bits.readAscending(bits.read(COUNT_BITS), Runs.KEY_BITS);
        int[] places = new int[bits.read(COUNT_BITS)];
        int width = bits.read(WIDTH_BITS);
        for (int i = 0; i < places.length; i++) {
            places[i] = bits.read(width);
        }
        return places;
    }
}
