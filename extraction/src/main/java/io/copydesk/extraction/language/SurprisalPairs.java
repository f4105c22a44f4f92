package io.copydesk.extraction.language;

/** How surprising the last letter of a sequence is in the languages that have the sequence. Immutable and thread-safe. */
final class SurprisalPairs {

    /** Penalty of a language whose table has only a shorter sequence than that of another (the back-off of Brants et al.). */
    static final int UNKNOWN = 20;

    /** Surprisal of a letter that a language does not have. */
    static final int FOREIGN = 160;

    /** For each sequence the number of languages, then as many pairs of a language and its surprisal. */
    private final byte[] bytes;

    /** Takes {@code bytes}, which are not to be changed any more. */
    SurprisalPairs(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Sets the surprisals of those languages that have the sequence at {@code entry}, each raised by {@code penalty}. */
    void read(int entry, int penalty, int[] surprisals) {
        int end = entry + 1 + 2 * (bytes[entry] & 0xff);
        for (int i = entry + 1; i < end; i += 2) {
            surprisals[bytes[i]] = Math.min(FOREIGN, penalty + (bytes[i + 1] & 0xff));
        }
    }
}
