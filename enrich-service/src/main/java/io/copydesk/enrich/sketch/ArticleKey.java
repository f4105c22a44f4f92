package io.copydesk.enrich.sketch;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An article's id in sixteen bytes, which all ids of this pipeline have room in: a prefix and 32 hexadecimal digits. Pure functions.
 */
final class ArticleKey {

    private static final String PREFIX = "urn:copydesk:article:";
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
        return isShort(id)
                ? HexFormat.fromHexDigitsToLong(id, PREFIX.length(), PREFIX.length() + DIGITS)
                : Shingles.hash(id);
    }

    /** The second half of an id's digits; 0 for an id that has another form. */
    static long low(String id) {
        return isShort(id) ? HexFormat.fromHexDigitsToLong(id, PREFIX.length() + DIGITS, LENGTH) : 0;
    }

    /** A hash with all its bits mixed. */
    static long hash(long high, long low) {
        return Shingles.mix(high ^ Shingles.mix(low));
    }

    /** The id with these digits. */
    static String id(long high, long low) {
        HexFormat hex = HexFormat.of();
        return PREFIX + hex.toHexDigits(high) + hex.toHexDigits(low);
    }
}
