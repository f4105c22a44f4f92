package io.copydesk.kit.streams;

import org.rocksdb.CompressionType;

/** What the records of a store are like, and so how much of it is written together and how. */
enum StoreForm {
    /** Texts, and all that nothing else is said of. */
    TEXTS(1L << 20, 1L << 20, CompressionType.ZSTD_COMPRESSION),

    /** Some hundred bytes at most: tens of thousands would fit into a buffer of the others. */
    SMALL(128L << 10, 128L << 10, CompressionType.ZSTD_COMPRESSION),

    /**
     * Some kilobytes that hardly any compression makes less, in one partition that is restored by one thread. In small buffers that
     * waits for files to be written and merged. The last level, which is most of a store, is compressed like that of the others.
     */
    PACKED(1L << 20, 8L << 20, CompressionType.LZ4_COMPRESSION);

    /** Of the whole memory, for a buffer that is larger than the least. */
    private static final int SHARE = 16;

    private final long least;
    private final long most;
    private final CompressionType upperLevels;

    StoreForm(long least, long most, CompressionType upperLevels) {
        this.least = least;
        this.most = most;
        this.upperLevels = upperLevels;
    }

    /**
     * Bytes of one write buffer; a store fills up to two. Without a write-ahead log a kill loses what is in them, and the next start
     * restores it from the changelog.
     *
     * @param limit bytes of memory that all stores share
     */
    long writeBuffer(long limit) {
        return Math.min(limit, Math.max(least, Math.min(most, limit / SHARE)));
    }

    /** What all but the last level is compressed with. */
    CompressionType upperLevels() {
        return upperLevels;
    }
}
