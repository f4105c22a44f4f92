package io.copydesk.enrich.sketch;

import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A sketch whose terms, lead and headline are in a block, from which each is read when it is asked for ({@link SketchBlock}). Immutable, until it is
 * {@linkplain #release released}.
 */
public final class HeldSketch {

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
        return new HeldSketch(sketch.fingerprint(), blocks, blocks.add(SketchBlock.bytes(sketch)));
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
        return block().headline();
    }

    /** The heaviest terms within the language, as they are displayed. */
    public ShownTerms shown() {
        return block().shown();
    }

    /** Terms that are compared within a language. */
    public TermVector within() {
        return block().within();
    }

    /** Terms that are compared across languages. */
    public TermVector across() {
        return block().across();
    }

    /** {@link TermTable#cosine} of what is compared within a language. */
    public double cosineWithin(TermTable other, int least) {
        return other.cosine(block().packedWithin(), least);
    }

    /** {@link TermTable#cosine} of what is compared across languages. */
    public double cosineAcross(TermTable other, int least) {
        return other.cosine(block().packedAcross(), least);
    }

    /** How many terms there are. */
    public int termCount() {
        return block().termCount();
    }

    /** What its lead says; {@code null} when that is not known. */
    public @Nullable Lead lead() {
        return block().lead();
    }

    /** Midnight, UTC, of the day that the text gives for itself, in milliseconds since 1970; {@code null} for none. */
    public @Nullable Long written() {
        return block().written();
    }

    /** When it came, in milliseconds since 1970; {@code null} when that is not known. */
    public @Nullable Long arrived() {
        return block().arrived();
    }

    /** All of it. */
    public Sketch sketch() {
        return block().sketch(fingerprint);
    }

    private SketchBlock block() {
        return new SketchBlock(blocks.get(address));
    }
}
