package io.copydesk.enrich.sketch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * All of a sketch but its fingerprint as bytes, from which each part is read when it is asked for: which of the optional parts there are, the two
 * days (eight bytes each), the lengths in bytes of both vectors, the lead and the displayed terms (four bytes each), these parts, and the headline.
 * Immutable, as long as the bytes are.
 */
final class SketchBlock {

    private static final int WRITTEN = 1;
    private static final int ARRIVED = 2;
    private static final int LEAD = 4;
    private static final int HEADLINE = 8;

    private static final int WRITTEN_AT = Byte.BYTES;
    private static final int ARRIVED_AT = WRITTEN_AT + Long.BYTES;
    private static final int LENGTHS_AT = ARRIVED_AT + Long.BYTES;

    /** Of the vector within a language, that across languages, the lead and the displayed terms. */
    private static final int PARTS = 4;

    private static final int PARTS_AT = LENGTHS_AT + PARTS * Integer.BYTES;

    private static final byte[] NONE = {};

    private final ByteBuffer block;

    /** @param block begins at its index 0 */
    SketchBlock(ByteBuffer block) {
        this.block = block;
    }

    static byte[] bytes(Sketch sketch) {
        Lead lead = sketch.lead();
        byte[] headline = sketch.headline() == null ? NONE : sketch.headline().getBytes(StandardCharsets.UTF_8);
        byte[][] parts = {
            sketch.terms().within().bytes(),
            sketch.terms().across().bytes(),
            lead == null ? NONE : lead.packed(),
            sketch.terms().shown().packed()
        };
        int length = PARTS_AT + headline.length;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        out.put((byte) ((sketch.written() == null ? 0 : WRITTEN)
                | (sketch.arrived() == null ? 0 : ARRIVED)
                | (lead == null ? 0 : LEAD)
                | (sketch.headline() == null ? 0 : HEADLINE)));
        out.putLong(sketch.written() == null ? 0 : sketch.written());
        out.putLong(sketch.arrived() == null ? 0 : sketch.arrived());
        for (byte[] part : parts) {
            out.putInt(part.length);
        }
        for (byte[] part : parts) {
            out.put(part);
        }
        return out.put(headline).array();
    }

    @Nullable
    String headline() {
        return has(HEADLINE) ? new String(bytes(part(PARTS)), StandardCharsets.UTF_8) : null;
    }

    ShownTerms shown() {
        return ShownTerms.of(bytes(part(3)));
    }

    TermVector within() {
        return TermVector.of(packedWithin());
    }

    TermVector across() {
        return TermVector.of(packedAcross());
    }

    /** {@link #within} as it is packed. */
    ByteBuffer packedWithin() {
        return part(0);
    }

    /** {@link #across} as it is packed. */
    ByteBuffer packedAcross() {
        return part(1);
    }

    /** How many terms there are. */
    int termCount() {
        return (block.getInt(LENGTHS_AT) + block.getInt(LENGTHS_AT + Integer.BYTES)) / TermVector.BYTES;
    }

    @Nullable
    Lead lead() {
        return has(LEAD) ? Lead.of(bytes(part(2))) : null;
    }

    @Nullable
    Long written() {
        return has(WRITTEN) ? block.getLong(WRITTEN_AT) : null;
    }

    @Nullable
    Long arrived() {
        return has(ARRIVED) ? block.getLong(ARRIVED_AT) : null;
    }

    /** All of it. */
    Sketch sketch(Fingerprint fingerprint) {
        return new Sketch(
                fingerprint, headline(), new Terms(within(), across(), shown()), written(), arrived(), lead());
    }

    private boolean has(int flag) {
        return (block.get(0) & flag) != 0;
    }

    /** One of the parts; what follows them is the headline. */
    private ByteBuffer part(int number) {
        int from = PARTS_AT;
        for (int before = 0; before < number; before++) {
            from += block.getInt(LENGTHS_AT + before * Integer.BYTES);
        }
        int length = number == PARTS ? block.limit() - from : block.getInt(LENGTHS_AT + number * Integer.BYTES);
        return block.slice(from, length);
    }

    private static byte[] bytes(ByteBuffer part) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        return bytes;
    }
}
