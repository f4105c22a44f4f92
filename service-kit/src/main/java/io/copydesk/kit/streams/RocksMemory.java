package io.copydesk.kit.streams;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Native memory that several stores share: one cache that holds blocks, indexes and filters and is charged
 * for write buffers too.
 *
 * <p>Safe for use by several threads. Close it only after the last store: a store that outlives its memory
 * crashes the process.
 */
final class RocksMemory implements AutoCloseable {
    /** How much of the whole may be write buffers before they are flushed. */
    private static final double WRITE_SHARE = 0.5;
    /** How much is kept for indexes and filters, which must not be driven out by blocks. */
    private static final double INDEX_SHARE = 0.1;
    /** Bytes that are compressed together, and read for one record. */
    private static final int BLOCK_BYTES = 16 << 10;

    /** Bytes of a file of the last level, about. */
    private static final long FILE_BYTES = 16L << 20;

    /** What files of the last level, which is most of a store, are compressed with: zstd's level. */
    private static final int LAST_LEVEL = 6;

    /** Bytes of such a file that all its blocks are compressed with. */
    private static final int DICTIONARY_BYTES = 112 << 10;

    private final long limit;
    private final Cache cache;
    private final WriteBufferManager writeBuffers;

    /**
     * Takes nothing yet.
     *
     * @param limit bytes. A soft limit: reads do not fail at it, but entries are driven out and buffers flushed
     */
    RocksMemory(long limit) {
        RocksLibrary.load();
        this.limit = limit;
        this.cache = new LRUCache(limit, -1, false, INDEX_SHARE);
        this.writeBuffers = new WriteBufferManager((long) (limit * WRITE_SHARE), cache);
    }

    /** Makes a store that is about to be opened draw on this memory. */
    void serve(Options options, StoreForm form) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(cache);
        table.setBlockSize(BLOCK_BYTES);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(writeBuffers);
        options.setWriteBufferSize(form.writeBuffer(limit));
        options.setMaxWriteBufferNumber(2);
        compress(options, form);
    }

    /** Kafka Streams compresses nothing. Files that are there already are read, and compressed when they are compacted. */
    private void compress(Options options, StoreForm form) {
        options.setCompressionType(form.upperLevels());
        options.setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION);
        // Of a file of the last level its first records are the dictionary: they are held in memory until it is made.
        options.setTargetFileSizeBase(Math.min(FILE_BYTES, limit / 8));
        try (CompressionOptions last = new CompressionOptions()) {
            last.setEnabled(true);
            last.setLevel(LAST_LEVEL);
            last.setMaxDictBytes(DICTIONARY_BYTES);
            options.setBottommostCompressionOptions(last);
        }
    }

    /** The limit in bytes. */
    long limit() {
        return limit;
    }

    /** Bytes in use now. */
    long usage() {
        return cache.getUsage();
    }

    boolean isClosed() {
        return !cache.isOwningHandle();
    }

    @Override
    public void close() {
        writeBuffers.close();
        cache.close();
    }
}
