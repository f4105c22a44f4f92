package io.copydesk.enrich.sketch;

import io.copydesk.enrich.sketch.Fingerprint.Keys;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a text, unpacked. What follows from them is kept when it was asked for, as a text is compared with many others. For one thread.
 */
public final class Samples {

    private final Fingerprint fingerprint;
    private final Shingles shingles;
    private final Shingles lead;
    private final Order order;
    private @Nullable Keys keys;
    private int @Nullable [] ascendingKeys;
    private int @Nullable [] places;
    private int @Nullable [] byPlace;

    Samples(Fingerprint fingerprint) {
        this.fingerprint = fingerprint;
        PackedBits bits = PackedBits.of(PackedSamples.samples(fingerprint.packed()));
        shingles = Shingles.unpack(bits);
        lead = Shingles.unpackLead(bits);
        order = Order.of(PackedSamples.order(fingerprint.packed()));
    }

    /** The fingerprint that has them. */
    public Fingerprint fingerprint() {
        return fingerprint;
    }

    /** A sample of the text's word sequences. */
    public Shingles shingles() {
        return shingles;
    }

    /** The word pairs of its beginning. */
    public Shingles lead() {
        return lead;
    }

    /** {@link Fingerprint#keys()} of the text. */
    public Keys keys() {
        if (keys == null) {
            keys = new Keys(shingles.keys(), order.runKeys());
        }
        return keys;
    }

    /** {@link Keys#ascending} of its keys; not to be modified. */
    public int[] ascendingKeys() {
        if (ascendingKeys == null) {
            ascendingKeys = keys().ascending();
        }
        return ascendingKeys;
    }

    /** Whether two texts have enough keys in common to be compared. */
    public boolean sharesKeys(Samples other) {
        return shingles.sharedKeys(other.shingles) >= 2
                || Shingles.shared(keys().runs(), other.keys().runs()) > 0;
    }

    /** {@link Order#places} of the sampled sequences; not to be modified. */
    int[] places() {
        if (places == null) {
            places = order.places();
        }
        return places;
    }

    /** The indexes of the sampled sequences, that with the lowest place first; not to be modified. */
    int[] byPlace() {
        if (byPlace == null) {
            long[] sorted = new long[places().length];
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] = (long) places()[i] << Integer.SIZE | i;
            }
            Arrays.sort(sorted);
            byPlace = Arrays.stream(sorted).mapToInt(place -> (int) place).toArray();
        }
        return byPlace;
    }
}
