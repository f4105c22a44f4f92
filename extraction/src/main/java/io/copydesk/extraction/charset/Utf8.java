package io.copydesk.extraction.charset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * How much of a text is well-formed UTF-8.
 *
 * @param sequences characters of several bytes
 * @param malformed bytes beyond ASCII outside of those
 */
record Utf8(int sequences, int malformed) {

    /**
     * Least well-formed sequences for each malformed byte. Text of other charsets has less than one for two: only the double-byte ones have any, and
     * there two of three characters are none.
     */
    private static final int GOOD_FOR_ONE_BAD = 3;

    /** With fewer sequences these may be characters of a double-byte charset by chance: a third of those are, so all of six are in one of 700 texts. */
    private static final int CHANCE = 6;

    private static final int GOOD_FOR_ONE_BAD_OF_FEW = 9;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final long BEYOND_ASCII = 0x8080808080808080L;

    /**
     * The text of {@code bytes}, malformed ones as U+FFFD, with what its control characters stand for ({@link WindowsControls}). A page is mostly ASCII even where its text is not, so eight bytes are checked at a
     * time; the JDK continues byte by byte after the first that is not ASCII.
     */
    static String decode(byte[] bytes) {
        int i = endOfAscii(bytes, 0);
        if (i + Long.BYTES > bytes.length) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.length() == bytes.length ? text : WindowsControls.replace(text);
        }
        char[] chars = new char[bytes.length];
        Copy copy = new Copy(bytes, chars);
        int n = 0;
        i = 0;
        while (i < bytes.length) {
            int end = endOfAscii(bytes, i);
            if (end > i) {
                copy.ascii(i, end, n);
                n += end - i;
                i = end;
            }
            while (i < bytes.length && bytes[i] >= 0) {
                chars[n++] = (char) bytes[i++];
            }
            if (i < bytes.length) {
                int length = length(bytes, i);
                if (length == 0) {
                    return WindowsControls.replace(new String(bytes, StandardCharsets.UTF_8));
                }
                int codePoint = codePoint(bytes, i, length);
                if (length == 2) {
                    chars[n++] = WindowsControls.meant((char) codePoint);
                } else {
                    n += Character.toChars(codePoint, chars, n);
                }
                i += length;
            }
        }
        return new String(chars, 0, n);
    }

    /** Copies ASCII of bytes to characters; the decoder of the JDK widens many at a time where there are some. */
    private static final class Copy {

        private static final int SHORTEST = 32;

        private final CharsetDecoder decoder = StandardCharsets.ISO_8859_1.newDecoder();
        private final byte[] bytes;
        private final char[] chars;
        private final ByteBuffer in;
        private final CharBuffer out;

        Copy(byte[] bytes, char[] chars) {
            this.bytes = bytes;
            this.chars = chars;
            in = ByteBuffer.wrap(bytes);
            out = CharBuffer.wrap(chars);
        }

        /** Copies the bytes from {@code from} to {@code to} to where {@code at} is. */
        void ascii(int from, int to, int at) {
            if (to - from < SHORTEST) {
                for (int i = from; i < to; i++) {
                    chars[at + i - from] = (char) bytes[i];
                }
            } else {
                in.limit(to).position(from);
                out.position(at);
                decoder.decode(in, out, false);
            }
        }
    }

    private static int endOfAscii(byte[] bytes, int from) {
        int i = from;
        while (isAscii(bytes, i)) {
            i += Long.BYTES;
        }
        return i;
    }

    /** Whether the eight bytes at {@code i} are ASCII. */
    private static boolean isAscii(byte[] bytes, int i) {
        return i + Long.BYTES <= bytes.length && ((long) EIGHT.get(bytes, i) & BEYOND_ASCII) == 0;
    }

    /** The character of the well-formed sequence at {@code i}. */
    private static int codePoint(byte[] bytes, int i, int length) {
        int codePoint = bytes[i] & 0x7F >> length;
        for (int k = 1; k < length; k++) {
            codePoint = codePoint << 6 | bytes[i + k] & 0x3F;
        }
        return codePoint;
    }

    static Utf8 of(byte[] bytes) {
        int sequences = 0;
        int malformed = 0;
        int i = 0;
        while (i < bytes.length) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int length = length(bytes, i);
            sequences += length > 0 ? 1 : 0;
            malformed += length > 0 ? 0 : 1;
            i += Math.max(1, length);
        }
        return new Utf8(sequences, malformed);
    }

    /** Whether this is UTF-8 with a little damage. */
    boolean isDamaged() {
        return sequences >= (sequences < CHANCE ? GOOD_FOR_ONE_BAD_OF_FEW : GOOD_FOR_ONE_BAD) * malformed;
    }

    /** Bytes of the well-formed sequence at {@code i}, 0 when it is malformed. */
    private static int length(byte[] bytes, int i) {
        int lead = bytes[i] & 0xFF;
        int length = lead >= 0xC2 && lead <= 0xDF ? 2 : lead >= 0xE0 && lead <= 0xEF ? 3 : lead <= 0xF4 ? 4 : 0;
        if (lead < 0xC2 || length == 0 || i + length > bytes.length) {
            return 0;
        }
        int second = bytes[i + 1] & 0xFF;
        int from = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int to = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < from || second > to) {
            return 0;
        }
        for (int k = 2; k < length; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
