package io.copydesk.ingest.frontier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Bodies in outcomes are packed with gzip (RFC 1952). Pure. */
public final class Gzip {

    private Gzip() {}

    /** Packs. */
    public static byte[] pack(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Unpacks at most {@code limit} bytes; what was not packed gives none. */
    static byte[] unpack(byte[] packed, int limit) {
        if (packed == null) {
            return new byte[0];
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(limit);
        } catch (IOException damaged) {
            return new byte[0];
        }
    }
}
