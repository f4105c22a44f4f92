package io.copydesk.enrich.snapshot;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A digest of 64 bits of two checksums, CRC-32C above CRC-32: two contents that differ by chance have the same with a probability of 2^-64. Pure
 * functions.
 */
public final class Digest64 {

    private Digest64() {}

    /** The digest of arrays, one after the other. */
    public static long of(byte[]... contents) {
        CRC32C high = new CRC32C();
        CRC32 low = new CRC32();
        for (byte[] content : contents) {
            high.update(content);
            low.update(content);
        }
        return high.getValue() << Integer.SIZE | low.getValue();
    }
}
