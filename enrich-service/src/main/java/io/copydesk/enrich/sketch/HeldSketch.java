package io.copydesk.enrich.sketch;

import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A sketch whose terms, lead and headline are in a block, from which each is read when it is asked for. Immutable, until it is
 * {@linkplain #release released}.
 *
 * <p>The block: which of the optional parts there are, the two days (eight bytes each), the lengths in bytes of both vectors, the lead and the
 * displayed terms (four bytes each), these parts, and the headline.
 */
public final class HeldSketch {

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

    private final Fingerprint fingerprint;
    private final ByteBlocks blocks;
    private final int address;

    private HeldSketch(Fingerprint fingerprint, ByteBlocks blocks, int address) {
        this.fingerprint = fingerprint;
        this.blocks = blocks;
        this.address = address;
    }

    /** Puts all of a sketch but its fingerprint into a block. */
    public static HeldSketch of(Sketch sketch, ByteBlocks blocks) {
        return new HeldSketch(sketch.fingerprint(), blocks, blocks.add(bytes(sketch)));
    }

    private static byte[] bytes(Sketch sketch) {
        Lead lead = sketch.lead();
        String headline = sketch.headline();
        byte[][] parts = {
            sketch.terms().within().bytes(),
            sketch.terms().across().bytes(),
            lead == null ? new byte[0] : lead.packed(),
            sketch.terms().shown().packed()
        };
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte((sketch.written() == null ? 0 : WRITTEN)
                    | (sketch.arrived() == null ? 0 : ARRIVED)
                    | (lead == null ? 0 : LEAD)
                    | (headline == null ? 0 : HEADLINE));
            out.writeLong(sketch.written() == null ? 0 : sketch.written());
            out.writeLong(sketch.arrived() == null ? 0 : sketch.arrived());
            for (byte[] part : parts) {
                out.writeInt(part.length);
            }
            for (byte[] part : parts) {
                out.write(part);
            }
            out.write(headline == null ? new byte[0] : headline.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is none in memory
        }
        return bytes.toByteArray();
    }

    /** Writes the address of its block. */
    public void write(SnapshotWriter out) throws IOException {
        out.putInt(address);
    }

    /**
     * The sketch that was {@linkplain #write written}.
     *
     * @param fingerprint its fingerprint
     * @param blocks have its block
     */
    public static HeldSketch read(SnapshotReader in, Fingerprint fingerprint, ByteBlocks blocks) throws IOException {
        return new HeldSketch(fingerprint, blocks, blocks.restored(in.getInt()));
    }

    /** Gives the block back. */
    public void release() {
        blocks.release(address);
    }

    public Fingerprint fingerprint() {
        return fingerprint;
    }

    /** Article id. */
    public String id() {
        return fingerprint.id();
    }

    public @Nullable String headline() {
        return has(HEADLINE) ? new String(bytes(part(PARTS)), StandardCharsets.UTF_8) : null;
    }

    /** The heaviest terms within the language, as they are displayed. */
    public ShownTerms shown() {
        return ShownTerms.of(bytes(part(3)));
    }

    /** Terms that are compared within a language. */
    public TermVector within() {
        return TermVector.of(part(0));
    }

    /** Terms that are compared across languages. */
    public TermVector across() {
        return TermVector.of(part(1));
    }

    /** How many terms there are. */
    public int termCount() {
        ByteBuffer block = blocks.get(address);
        return (block.getInt(LENGTHS_AT) + block.getInt(LENGTHS_AT + Integer.BYTES)) / TermVector.BYTES;
    }

    /** What its lead says; {@code null} when that is not known. */
    public @Nullable Lead lead() {
        return has(LEAD) ? Lead.of(bytes(part(2))) : null;
    }

    /** Midnight, UTC, of the day that the text gives for itself, in milliseconds since 1970; {@code null} for none. */
    public @Nullable Long written() {
        return has(WRITTEN) ? blocks.get(address).getLong(WRITTEN_AT) : null;
    }

    /** When it came, in milliseconds since 1970; {@code null} when that is not known. */
    public @Nullable Long arrived() {
        return has(ARRIVED) ? blocks.get(address).getLong(ARRIVED_AT) : null;
    }

    /** All of it. */
    public Sketch sketch() {
        return new Sketch(
                fingerprint, headline(), new Terms(within(), across(), shown()), written(), arrived(), lead());
    }

    private boolean has(int flag) {
        return (blocks.get(address).get(0) & flag) != 0;
    }

    /** One of the parts; what follows them is the headline. */
    private ByteBuffer part(int number) {
        ByteBuffer block = blocks.get(address);
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
