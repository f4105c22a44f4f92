package io.copydesk.enrich.sketch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The terms of a text as they are displayed, the heaviest first, in one array: there are some for every work, and few are read before
 * the work is forgotten. Immutable.
 */
public final class ShownTerms {

    /** Stands in place of a length and one for a term that is displayed as it is compared. */
    private static final int SAME = 0;

    /** Bits of a number in one byte. */
    private static final int GROUP = 7;

    /** The bit that says that the next byte belongs to the number as well. */
    private static final int MORE = 1 << GROUP;

    private final byte[] packed;

    private ShownTerms(byte[] packed) {
        this.packed = packed;
    }

    /**
     * A term as it is displayed.
     *
     * @param text as it is compared
     * @param shown as it is displayed
     * @param weight 1 and more
     */
    public record Shown(String text, String shown, int weight) {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ShownTerms of(List<Shown> terms) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Shown term : terms) {
            put(bytes, term.weight());
            put(bytes, term.text());
            if (term.shown().equals(term.text())) {
                put(bytes, SAME);
            } else {
                put(bytes, term.shown());
            }
        }
        return new ShownTerms(bytes.toByteArray());
    }

    /** The terms that were packed so. */
    static ShownTerms of(byte[] packed) {
        return new ShownTerms(packed);
    }

    byte[] packed() {
        return packed;
    }

    private static void put(ByteArrayOutputStream bytes, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        put(bytes, encoded.length + 1);
        bytes.writeBytes(encoded);
    }

    /** Writes seven bits a byte, the lowest first; all bytes but the last have the eighth set (LEB128, as in DWARF 5, 7.6). */
    private static void put(ByteArrayOutputStream bytes, int value) {
        int rest = value;
        while (rest >>> GROUP != 0) {
            bytes.write(rest | MORE);
            rest >>>= GROUP;
        }
        bytes.write(rest);
    }

    /** The terms; unpacked at each call. */
    @JsonValue
    public List<Shown> all() {
        List<Shown> terms = new ArrayList<>();
        forEach((bytes, text, textLength, shown, shownLength, weight) -> {
            String compared = text(bytes, text, textLength);
            terms.add(new Shown(compared, shown == text ? compared : text(bytes, shown, shownLength), weight));
        });
        return terms;
    }

    private static String text(byte[] bytes, int at, int length) {
        return new String(bytes, at, length, StandardCharsets.UTF_8);
    }

    /** Receives a term as it is packed: where the UTF-8 of its two forms is, which is the same place when these are the same. */
    @FunctionalInterface
    interface Visitor {
        void visit(byte[] packed, int text, int textLength, int shown, int shownLength, int weight);
    }

    /** Visits all terms, the heaviest first. */
    void forEach(Visitor visitor) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        while (bytes.hasRemaining()) {
            int weight = number(bytes);
            int length = number(bytes) - 1;
            int text = bytes.position();
            bytes.position(text + length);
            int shownLength = number(bytes) - 1;
            if (shownLength == SAME - 1) {
                visitor.visit(packed, text, length, text, length, weight);
            } else {
                int shown = bytes.position();
                bytes.position(shown + shownLength);
                visitor.visit(packed, text, length, shown, shownLength, weight);
            }
        }
    }

    private static int number(ByteBuffer bytes) {
        int value = 0;
        int shift = 0;
        int next;
        do {
            next = bytes.get();
            value |= (next & MORE - 1) << shift;
            shift += GROUP;
        } while ((next & MORE) != 0);
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShownTerms that && Arrays.equals(packed, that.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }
}
