package io.copydesk.verify.check;

import io.copydesk.schemas.Sha256;
import org.jspecify.annotations.Nullable;

/** The first 64 bits of SHA-256: enough to tell the values of a run apart. */
final class Digest {

    /** Of a record without a value. */
    static final long NONE = 0;

    private Digest() {}

    static long of(byte @Nullable [] bytes) {
        return bytes == null ? NONE : Sha256.firstBits(bytes);
    }
}
