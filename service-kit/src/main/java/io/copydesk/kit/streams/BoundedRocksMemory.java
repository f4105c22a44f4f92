package io.copydesk.kit.streams;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.Options;

/**
 * Makes every RocksDB store of the process draw on one {@link RocksMemory}, so that native memory does not
 * grow with the number of stores and
 * partitions, as it does by default (50 MiB of cache and 48 MiB of write buffers for each). Public only
 * because Kafka Streams creates it by name.
 */
public final class BoundedRocksMemory implements RocksDBConfigSetter {
    /** The property with the names of stores whose records have some hundred bytes at most; none when it is not there. */
    public static final String SMALL_RECORDS_CONFIG = "copydesk.rocksdb.small.records";

    /** The property with the names of stores whose records are packed already, in one partition that has all of them. */
    public static final String PACKED_RECORDS_CONFIG = "copydesk.rocksdb.packed.records";

    /** The property that carries the limit in bytes. */
    static final String LIMIT_CONFIG = "copydesk.rocksdb.memory.bytes";

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        long limit = Long.parseLong(
                Objects.requireNonNull(configs.get(LIMIT_CONFIG), LIMIT_CONFIG).toString());
        RocksMemoryPool.OF_PROCESS.shared(limit).serve(options, form(storeName, configs));
    }

    private static StoreForm form(String storeName, Map<String, Object> configs) {
        if (names(configs, SMALL_RECORDS_CONFIG).contains(storeName)) {
            return StoreForm.SMALL;
        }
        return names(configs, PACKED_RECORDS_CONFIG).contains(storeName) ? StoreForm.PACKED : StoreForm.TEXTS;
    }

    private static List<?> names(Map<String, Object> configs, String property) {
        return configs.get(property) instanceof List<?> names ? names : List.of();
    }

    /** Nothing here belongs to one store alone. */
    @Override
    public void close(String storeName, Options options) {}
}
