package io.copydesk.enrich.sketch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
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

    /** The length that stands for a term that is displayed as it is compared. */
    private static final int SAME = -1;

    /** Weight and two lengths. */
    private static final int INTS = 3;

    /** Most bytes of a UTF-16 unit in UTF-8. */
    private static final int MOST_UTF_8 = 3;

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
        ByteBuffer bytes = ByteBuffer.allocate(
                terms.stream().mapToInt(ShownTerms::mostBytes).sum());
        for (Shown term : terms) {
            bytes.putInt(term.weight());
            put(bytes, term.text());
            if (term.shown().equals(term.text())) {
                bytes.putInt(SAME);
            } else {
                put(bytes, term.shown());
            }
        }
        return new ShownTerms(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    private static int mostBytes(Shown term) {
        return INTS * Integer.BYTES
                + MOST_UTF_8 * (term.text().length() + term.shown().length());
    }

    private static void put(ByteBuffer bytes, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        bytes.putInt(encoded.length).put(encoded);
    }

    /** The terms; unpacked at each call. */
    @JsonValue
    public List<Shown> all() {
        List<Shown> terms = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        while (bytes.hasRemaining()) {
            int weight = bytes.getInt();
            String text = text(bytes, bytes.getInt());
            int length = bytes.getInt();
            terms.add(new Shown(text, length == SAME ? text : text(bytes, length), weight));
        }
        return terms;
    }

    private static String text(ByteBuffer bytes, int length) {
        String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return text;
    }

    void write(SnapshotWriter out) throws IOException {
        out.putBytes(packed);
    }

    static ShownTerms read(SnapshotReader in) throws IOException {
        return new ShownTerms(in.getBytes());
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
