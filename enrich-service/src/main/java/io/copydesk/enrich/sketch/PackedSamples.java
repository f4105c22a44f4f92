package io.copydesk.enrich.sketch;

import java.nio.ByteBuffer;

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

    static byte[] samples(ByteBuffer packed) {
        return part(packed, Integer.BYTES, endOfSamples(packed));
    }

    static byte[] order(ByteBuffer packed) {
        return part(packed, endOfSamples(packed), packed.limit());
    }

    private static int endOfSamples(ByteBuffer packed) {
        return Integer.BYTES + packed.getInt(0);
    }

    private static byte[] part(ByteBuffer packed, int from, int to) {
        byte[] part = new byte[to - from];
        packed.get(from, part);
        return part;
    }
}
