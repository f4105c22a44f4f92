package io.copydesk.kit.streams;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the memory that all clients of one process share, for as long as one of them holds a {@link Lease}.
 *
 * <p>Safe for use by several threads.
 */
final class RocksMemoryPool {
    /**
     * Static because Kafka Streams creates config setters by class name and offers them no other way to a
     * shared object.
     */
    static final RocksMemoryPool OF_PROCESS = new RocksMemoryPool();

    private static final Logger LOG = LoggerFactory.getLogger(RocksMemoryPool.class);

    private @Nullable RocksMemory memory;
    private int leases;

    /**
     * The memory, made on first use.
     *
     * @param limit bytes; the first to ask decides, a later other number is logged and has no effect
     */
    synchronized RocksMemory shared(long limit) {
        if (memory == null) {
            memory = new RocksMemory(limit);
        } else if (memory.limit() != limit) {
            LOG.info("RocksDB memory stays at {} bytes as another client set it; {} asked for", memory.limit(), limit);
        }
        return memory;
    }

    /** Keeps the memory until the lease is closed. */
    synchronized Lease lease(long limit) {
        shared(limit);
        leases++;
        return new Lease(this);
    }

    private synchronized void release() {
        leases--;
        if (leases == 0 && memory != null) {
            memory.close();
            memory = null;
        }
    }

    /** Held by a client that has stores. Close it after the stores; closing twice does nothing. */
    static final class Lease implements AutoCloseable {
        private @Nullable RocksMemoryPool pool;

        private Lease(RocksMemoryPool pool) {
            this.pool = pool;
        }

        @Override
        public synchronized void close() {
            if (pool != null) {
                pool.release();
                pool = null;
            }
        }
    }
}
