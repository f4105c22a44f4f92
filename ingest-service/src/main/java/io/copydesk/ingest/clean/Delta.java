package io.copydesk.ingest.clean;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import io.copydesk.schemas.Topics;

/**
 * How one text differs from another, its base: a zstd frame that has the base as its raw dictionary, with the checksum of the text. Some
 * twenty bytes when they are equal. A persisted format.
 */
final class Delta {

    private static final int LEVEL = 3;

    private Delta() {}

    /** What {@link #applied} makes {@code text} of, with the same base. */
    static byte[] of(byte[] text, byte[] base) {
        try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
            zstd.setLevel(LEVEL);
            zstd.setChecksum(true);
            zstd.loadDict(base);
            return zstd.compress(text);
        }
    }

    /**
     * The text.
     *
     * @throws UnreadableTextException when the base is another one
     */
    static byte[] applied(byte[] delta, byte[] base) {
        long size = Zstd.getFrameContentSize(delta);
        if (size < 0 || size > Topics.MAX_VALUE_BYTES) {
            throw new UnreadableTextException("a text of " + size + " bytes");
        }
        try (ZstdDecompressCtx zstd = new ZstdDecompressCtx()) {
            zstd.loadDict(base);
            return zstd.decompress(delta, (int) size);
        } catch (ZstdException e) {
            throw new UnreadableTextException("not made of this base: " + e.getMessage());
        }
    }
}
