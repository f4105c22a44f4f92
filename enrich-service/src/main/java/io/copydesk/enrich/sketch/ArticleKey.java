package io.copydesk.enrich.sketch;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An article's id in sixteen bytes, which all ids of this pipeline have room in: a prefix and 32 hexadecimal digits. Pure functions.
 */
final class ArticleKey {

    private static final String PREFIX = "urn:copydesk:article:";
    private static final byte[] PREFIX_BYTES = PREFIX.getBytes(StandardCharsets.ISO_8859_1);
    private static final int DIGITS = 16;
    private static final int LENGTH = PREFIX.length() + 2 * DIGITS;

    private ArticleKey() {}

    /** The id itself when it has another form, {@code null} when {@link #high} and {@link #low} tell all of it. */
    static @Nullable String other(String id) {
        return isShort(id) ? null : id;
    }

    private static boolean isShort(String id) {
        if (id.length() != LENGTH || !id.startsWith(PREFIX)) {
            return false;
        }
        for (int i = PREFIX.length(); i < LENGTH; i++) {
            char c = id.charAt(i);
            boolean lower = c >= '0' && c <= '9' || c >= 'a' && c <= 'f'; // one writing for each number
            if (!lower) {
                return false;
            }
        }
        return true;
    }

    /** The first half of an id's digits; a hash of an id that has another form. */
    static long high(String id) {
        return isShort(id) ? digits(id, 0) : Shingles.hash(id);
    }

    /** The second half of an id's digits; 0 for an id that has another form. */
    static long low(String id) {
        return isShort(id) ? digits(id, DIGITS) : 0;
    }

    /** Whether an id is the one with these digits. */
    static boolean isOf(String id, long high, long low) {
        return id.length() == LENGTH
                && hasDigits(id, PREFIX.length() + DIGITS, low) // more telling than the prefix
                && hasDigits(id, PREFIX.length(), high)
                && id.startsWith(PREFIX);
    }

    private static boolean hasDigits(String id, int from, long digits) {
        long left = digits;
        for (int i = from + DIGITS - 1; i >= from; i--) {
            if (id.charAt(i) != digit((int) left & 0xf)) {
                return false;
            }
            left >>>= 4;
        }
        return true;
    }

    /** A hash of an id with all its bits mixed. */
    static long hash(String id) {
        return isShort(id) ? hash(digits(id, 0), digits(id, DIGITS)) : hash(Shingles.hash(id), 0);
    }

    private static long digits(String id, int from) {
        return HexFormat.fromHexDigitsToLong(id, PREFIX.length() + from, PREFIX.length() + from + DIGITS);
    }

    /** The same of an id with these digits. */
    static long hash(long high, long low) {
        return Shingles.mix(high ^ Shingles.mix(low));
    }

    /** The id with these digits. */
    static String id(long high, long low) {
        byte[] id = new byte[LENGTH];
        System.arraycopy(PREFIX_BYTES, 0, id, 0, PREFIX_BYTES.length);
        putDigits(high, id, PREFIX_BYTES.length);
        putDigits(low, id, PREFIX_BYTES.length + DIGITS);
        return new String(id, StandardCharsets.ISO_8859_1);
    }

    private static void putDigits(long digits, byte[] id, int from) {
        long left = digits;
        for (int i = from + DIGITS - 1; i >= from; i--) {
            id[i] = (byte) digit((int) left & 0xf);
            left >>>= 4;
        }
    }

    private static int digit(int value) {
        return value < 10 ? '0' + value : 'a' - 10 + value;
    }
}
