package io.copydesk.verify.state;

import io.copydesk.kit.folder.TemporaryFolder;
import io.copydesk.kit.streams.RocksLibrary;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.WriteOptions;

/**
 * Tables of values by key on disk, for what is too much to hold in memory: all articles of a corpus. They lie in the folder for
 * temporary files and do not outlive this object; what a killed process leaves there the next one deletes. Takes some 100 MB of native
 * memory, however much it holds. Not thread-safe.
 */
public final class TemporaryTables implements Closeable {

    private static final String PREFIX = "copydesk-tables-";
    private static final long WRITE_BUFFER_BYTES = 32L << 20;
    private static final long CACHE_BYTES = 32L << 20;
    private static final int FILTER_BITS = 10;

    private final TemporaryFolder folder;
    private final BloomFilter filter = new BloomFilter(FILTER_BITS);
    private final LRUCache cache = new LRUCache(CACHE_BYTES);
    private final Options options;
    private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
    private final RocksDB database;
    private int tables;

    private TemporaryTables(TemporaryFolder folder) throws RocksDBException {
        this.folder = folder;
        options = new Options()
                .setCreateIfMissing(true)
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(cache)
                        .setCacheIndexAndFilterBlocks(true)
                        .setFilterPolicy(filter));
        database = RocksDB.open(options, folder.path().resolve("tables").toString());
    }

    /**
     * A place for tables, without any yet.
     *
     * @throws IOException when the folder for temporary files cannot be written
     */
    public static TemporaryTables open() throws IOException {
        RocksLibrary.load();
        TemporaryFolder folder = TemporaryFolder.create(PREFIX);
        try {
            return new TemporaryTables(folder);
        } catch (RocksDBException e) {
            folder.close();
            throw failed(e);
        }
    }

    /** A new, empty table. */
    public Table table() {
        return new Table(tables++);
    }

    @Override
    public void close() throws IOException {
        database.close();
        unlogged.close();
        options.close();
        cache.close();
        filter.close();
        folder.close();
    }

    private static IOException failed(RocksDBException failure) {
        return new IOException(failure.getMessage(), failure);
    }

    /** Values by key; the last one put under a key is the one it has. Its methods fail when the disk does. */
    public final class Table {

        private final int number;
        private long size;

        private Table(int number) {
            this.number = number;
        }

        /** Puts a value in place of the one that the key has, if any. */
        public void put(String key, byte[] value) throws IOException {
            byte[] place = place(key);
            try {
                if (!has(place)) {
                    size++;
                }
                database.put(unlogged, place, value);
            } catch (RocksDBException e) {
                throw failed(e);
            }
        }

        /** Removes a key with its value, if it is there. */
        public void remove(String key) throws IOException {
            byte[] place = place(key);
            try {
                if (has(place)) {
                    size--;
                    database.delete(unlogged, place);
                }
            } catch (RocksDBException e) {
                throw failed(e);
            }
        }

        /** The value of a key, {@code null} when the table does not have it. */
        public byte @Nullable [] get(String key) throws IOException {
            try {
                return database.get(place(key));
            } catch (RocksDBException e) {
                throw failed(e);
            }
        }

        /** Whether it has this key. */
        public boolean has(String key) throws IOException {
            try {
                return has(place(key));
            } catch (RocksDBException e) {
                throw failed(e);
            }
        }

        /** How many keys it has. */
        public long size() {
            return size;
        }

        /** Hands every value to {@code values}, in the order of the bytes of their keys (UTF-8). */
        public void forEach(Values values) throws IOException {
            try (Slice end = new Slice(number(number + 1));
                    ReadOptions bounded = new ReadOptions().setIterateUpperBound(end);
                    RocksIterator iterator = database.newIterator(bounded)) {
                for (iterator.seek(number(number)); iterator.isValid(); iterator.next()) {
                    byte[] place = iterator.key();
                    String key = new String(place, Integer.BYTES, place.length - Integer.BYTES, StandardCharsets.UTF_8);
                    values.accept(key, iterator.value());
                }
                iterator.status();
            } catch (RocksDBException e) {
                throw failed(e);
            }
        }

        private boolean has(byte[] place) throws RocksDBException {
            try (ReadOptions plain = new ReadOptions()) {
                return database.get(plain, place, new byte[0]) != RocksDB.NOT_FOUND;
            }
        }

        /** Where a key is among those of all tables: behind the number of its own. */
        private byte[] place(String key) {
            byte[] name = key.getBytes(StandardCharsets.UTF_8);
            byte[] place = Arrays.copyOf(number(number), Integer.BYTES + name.length);
            System.arraycopy(name, 0, place, Integer.BYTES, name.length);
            return place;
        }

        private byte[] number(int of) {
            return ByteBuffer.allocate(Integer.BYTES).putInt(of).array();
        }
    }

    /** What is done with each key and value of a table. */
    public interface Values {
        /** Takes one; the table must not be changed meanwhile. */
        void accept(String key, byte[] value) throws IOException;
    }
}
