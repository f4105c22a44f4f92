package io.copydesk.schemas;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The compression of {@link FetchOutcome#body}: gzip (RFC 1952). Pure. */
public final class Gzip {

    private Gzip() {}

    /** Compresses at the default level. */
    public static byte[] pack(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Decompresses at most {@code limit} bytes; no bytes from {@code null} and from damaged input. */
    public static byte[] unpack(byte @Nullable [] packed, int limit) {
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
