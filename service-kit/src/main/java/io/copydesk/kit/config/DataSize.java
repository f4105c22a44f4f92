package io.copydesk.kit.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory or disk.
 *
 * <p>Written as a whole number and one of the units {@code B}, {@code KiB}, {@code MiB}, {@code GiB} (IEC
 * 80000-13: powers of 1024).
 * The decimal units are refused, as half of their users mean the binary ones.
 *
 * @param bytes how many bytes, never negative
 */
public record DataSize(long bytes) implements Comparable<DataSize> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18}) ?(B|KiB|MiB|GiB)");
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB"};

    public DataSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size cannot be negative, but is " + bytes + " bytes");
        }
    }

    /** So many times 1024 bytes. */
    public static DataSize ofKibibytes(long amount) {
        return new DataSize(Math.multiplyExact(amount, 1L << 10));
    }

    /** So many times 1024² bytes. */
    public static DataSize ofMebibytes(long amount) {
        return new DataSize(Math.multiplyExact(amount, 1L << 20));
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when the text is not of that form or the size does not fit a {@code long}
     */
    public static DataSize parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not a size: " + text);
        }
        long bytes = Long.parseLong(form.group(1));
        for (int unit = 0; !UNITS[unit].equals(form.group(2)); unit++) {
            if (bytes > Long.MAX_VALUE / 1024) {
                throw new IllegalArgumentException("too large a size: " + text);
            }
            bytes *= 1024;
        }
        return new DataSize(bytes);
    }

    @Override
    public int compareTo(DataSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** The written form in the largest unit that needs no fraction: {@code 5MiB}, {@code 1536KiB}. */
    @Override
    public String toString() {
        long amount = bytes;
        int unit = 0;
        while (amount != 0 && amount % 1024 == 0 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        return amount + UNITS[unit];
    }
}
