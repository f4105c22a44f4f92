package io.copydesk.enrich.sketch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Numbers written one after another, each in as many bits as it needs. For one thread. */
final class PackedBits {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Bits of eight bytes that are left where the first seven are read already. */
    private static final int AHEAD = Long.SIZE - Byte.SIZE + 1;

    private byte[] bytes;

    /** Bits that were read, or written into {@link #bytes}. */
    private int bit;

    /** Bits that were written but are in none of the bytes yet, fewer than {@link Integer#SIZE}, in the lower bits. */
    private long open;

    private int openBits;

    private PackedBits(byte[] bytes) {
        this.bytes = bytes;
    }

    static PackedBits empty() {
        return new PackedBits(new byte[64]);
    }

    /** Reads from the start of {@code bytes}. */
    static PackedBits of(byte[] bytes) {
        return new PackedBits(bytes);
    }

    byte[] toBytes() {
        byte[] all = Arrays.copyOf(bytes, (bit + openBits + 7) / 8);
        for (int i = bit >> 3, left = openBits; left > 0; i++, left -= Byte.SIZE) {
            all[i] = (byte) (open << Byte.SIZE >>> left);
        }
        return all;
    }

    /** Writes the lower {@code width} bits of {@code value}, 32 at most. */
    void write(int value, int width) {
        open = open << width | value & (1L << width) - 1;
        openBits += width;
        if (openBits >= Integer.SIZE) {
            int at = bit >> 3;
            if (at + Integer.BYTES > bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            openBits -= Integer.SIZE;
            INTS.set(bytes, at, (int) (open >>> openBits));
            bit += Integer.SIZE;
        }
    }

    /**
     * Reads {@code width} bits.
     *
     * @throws IllegalArgumentException when fewer bits are left
     */
    int read(int width) {
        long ahead = ahead();
        skip(width);
        return width == 0 ? 0 : (int) (ahead >>> Long.SIZE - width);
    }

    private void skip(int width) {
        bit += width;
        if (bit > bytes.length * Byte.SIZE) {
            throw new IllegalArgumentException("packed samples end early: the stored fingerprint is damaged");
        }
    }

    /** The next {@value #AHEAD} bits at least, from the top; zeros after the end. */
    private long ahead() {
        int at = bit >> 3;
        if (at + Long.BYTES <= bytes.length) {
            return (long) LONGS.get(bytes, at) << (bit & 7);
        }
        long rest = 0;
        for (int i = at; i < bytes.length; i++) {
            rest |= (bytes[i] & 0xffL) << Long.SIZE - Byte.SIZE * (i - at + 1);
        }
        return rest << (bit & 7);
    }

    /** Writes ascending numbers of 0 to 2^{@code width} - 1 as their differences (Rice 1979). */
    void writeAscending(int[] values, int width) {
        int rice = riceBits(values.length, width);
        int last = 0;
        for (int value : values) {
            writeUnary(value - last >>> rice);
            write(value - last, rice);
            last = value;
        }
    }

    /** Writes so many ones and a zero. */
    private void writeUnary(int ones) {
        int left = ones;
        for (; left >= Integer.SIZE; left -= Integer.SIZE) {
            write(-1, Integer.SIZE);
        }
        write((1 << left) - 1 << 1, left + 1);
    }

    int[] readAscending(int count, int width) {
        int rice = riceBits(count, width);
        int[] values = new int[count];
        int last = 0;
        for (int i = 0; i < count; i++) {
            long ahead = ahead();
            int ones = Long.numberOfLeadingZeros(~ahead);
            int length = ones + 1 + rice;
            if (length <= AHEAD) { // as nearly all
                skip(length);
                last += ones << rice | (int) (ahead << ones + 1 >>> 1 >>> Long.SIZE - 1 - rice);
            } else {
                last += readUnary() << rice | read(rice);
            }
            values[i] = last;
        }
        return values;
    }

    private int readUnary() {
        int read = 0;
        int ones = Long.numberOfLeadingZeros(~ahead());
        while (ones >= Integer.SIZE) {
            read(Integer.SIZE);
            read += Integer.SIZE;
            ones = Long.numberOfLeadingZeros(~ahead());
        }
        read(ones + 1);
        return read + ones;
    }

    /** Reads the zeros that come next, {@code most} at most, and returns how many these are. */
    int readZeros(int most) {
        int zeros = 0;
        while (zeros < most) {
            int next = Math.min(AHEAD, Long.numberOfLeadingZeros(ahead()));
            int read = Math.min(next, most - zeros);
            skip(read);
            zeros += read;
            if (next < AHEAD) {
                return zeros;
            }
        }
        return zeros;
    }

    /** Bits of a difference that are written as they are: the best for differences of 2^{@code width} / {@code count} on average. */
    private static int riceBits(int count, int width) {
        double median = count == 0 ? 0 : (1 << width) / (double) count * Math.log(2);
        return median < 1 ? 0 : (int) (Math.log(median) / Math.log(2));
    }
}
