package io.copydesk.extraction.charset;

/**
 * How much of a text is well-formed UTF-8.
 *
 * @param sequences characters of several bytes
 * @param malformed bytes beyond ASCII that belong to none
 */
record Utf8(int sequences, int malformed) {

    /** For each malformed byte so many characters: what another charset wrote does not look like this. */
    private static final int GOOD_FOR_ONE_BAD = 9;

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
        return sequences >= GOOD_FOR_ONE_BAD * malformed;
    }

    /** Bytes of the well-formed sequence at {@code i}, 0 when there is none. */
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
