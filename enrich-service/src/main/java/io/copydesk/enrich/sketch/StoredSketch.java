package io.copydesk.enrich.sketch;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A sketch as bytes that are stored: its form, the length of the fingerprint, the fingerprint, and the rest as a {@link SketchBlock}. A start without
 * a snapshot reads all of them, in a fraction of the time that their JSON takes. Pure functions.
 */
public final class StoredSketch {

    /** Another form has another number; JSON begins with a brace. */
    private static final byte FORM = 1;

    private static final int FINGERPRINT_AT = Byte.BYTES + Integer.BYTES;

    /** Of a fingerprint: three lengths and the numbers. */
    private static final int FIXED_BYTES = 5 * Integer.BYTES + 2 * Long.BYTES + Byte.BYTES;

    /** In the place of the length of a language tag. */
    private static final int NO_LANGUAGE = -1;

    private StoredSketch() {}

    /** Whether these bytes are a sketch in this form. */
    public static boolean isOne(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == FORM;
    }

    /** The sketch as bytes. */
    public static byte[] bytes(Sketch sketch) {
        byte[] fingerprint = bytes(sketch.fingerprint());
        byte[] rest = SketchBlock.bytes(sketch);
        return ByteBuffer.allocate(FINGERPRINT_AT + fingerprint.length + rest.length)
                .put(FORM)
                .putInt(fingerprint.length)
                .put(fingerprint)
                .put(rest)
                .array();
    }

    private static byte[] bytes(Fingerprint fingerprint) {
        ByteBuffer samples = fingerprint.packed();
        byte[] id = fingerprint.id().getBytes(StandardCharsets.UTF_8);
        byte[] site = fingerprint.site().getBytes(StandardCharsets.UTF_8);
        String tag = fingerprint.language();
        byte[] language = tag == null ? new byte[0] : tag.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(FIXED_BYTES + id.length + site.length + language.length + samples.remaining())
                .putInt(id.length)
                .put(id)
                .putInt(site.length)
                .put(site)
                .putInt(tag == null ? NO_LANGUAGE : language.length)
                .put(language)
                .putLong(fingerprint.eventMillisOr(Fingerprint.UNKNOWN_TIME))
                .putLong(fingerprint.textKey())
                .putInt(fingerprint.storedHeadline())
                .putInt(fingerprint.words())
                .put((byte) (fingerprint.agency() ? 1 : 0))
                .put(samples)
                .array();
    }

    /**
     * The sketch that was stored as these bytes.
     *
     * @throws IllegalArgumentException when they are none
     */
    public static Sketch read(byte[] bytes) {
        if (!isOne(bytes)) {
            throw new IllegalArgumentException("not a stored sketch of form " + FORM);
        }
        try {
            ByteBuffer all = ByteBuffer.wrap(bytes);
            int length = all.getInt(Byte.BYTES);
            int rest = FINGERPRINT_AT + length;
            Fingerprint fingerprint = fingerprint(all.slice(FINGERPRINT_AT, length));
            return new SketchBlock(all.slice(rest, bytes.length - rest)).sketch(fingerprint);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("a stored sketch that ends early", e);
        }
    }

    private static Fingerprint fingerprint(ByteBuffer bytes) {
        String id = text(bytes, bytes.getInt());
        String site = text(bytes, bytes.getInt());
        int tag = bytes.getInt();
        return new Fingerprint(
                id,
                site,
                tag == NO_LANGUAGE ? null : text(bytes, tag),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getInt(),
                bytes.getInt(),
                bytes.get() != 0,
                rest(bytes));
    }

    private static String text(ByteBuffer bytes, int length) {
        String text = StandardCharsets.UTF_8
                .decode(bytes.slice(bytes.position(), length))
                .toString();
        bytes.position(bytes.position() + length);
        return text;
    }

    private static byte[] rest(ByteBuffer bytes) {
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return rest;
    }
}
