package io.copydesk.enrich.sketch;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The samples of a text and their order in one array: the length of the samples, the samples, the order. Pure functions. */
final class PackedSamples {

    private PackedSamples() {}

    static byte[] of(byte[] samples, byte[] order) {
        return ByteBuffer.allocate(Integer.BYTES + samples.length + order.length)
                .putInt(samples.length)
                .put(samples)
                .put(order)
                .array();
    }

    static byte[] samples(byte[] packed) {
        return Arrays.copyOfRange(packed, Integer.BYTES, endOfSamples(packed));
    }

    static byte[] order(byte[] packed) {
        return Arrays.copyOfRange(packed, endOfSamples(packed), packed.length);
    }

    private static int endOfSamples(byte[] packed) {
        return Integer.BYTES + ByteBuffer.wrap(packed).getInt();
    }
}
