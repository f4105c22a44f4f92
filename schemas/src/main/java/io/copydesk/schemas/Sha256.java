package io.copydesk.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), the one digest of records, ids and texts. Thread-safe. */
public final class Sha256 {

    private Sha256() {}

    /** The digest of {@code bytes}, 32 bytes. */
    public static byte[] of(byte[] bytes) {
        return incremental().digest(bytes);
    }

    /** The digest of {@code bytes} as 64 lower-case hexadecimal digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(of(bytes));
    }

    /** The digest of {@code text} in UTF-8 as 64 lower-case hexadecimal digits. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first 64 bits of the digest of {@code bytes}, to tell values apart: two are alike with a probability of 2^-64. */
    public static long firstBits(byte[] bytes) {
        return ByteBuffer.wrap(of(bytes)).getLong();
    }

    /** A digest that has no input yet, for input that comes in parts; not thread-safe. */
    public static MessageDigest incremental() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is required of every Java platform", e);
        }
    }
}
