package io.copydesk.lab.seeded;

import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Supplies Kafka's in-memory stores with content from the start, where a service would have restored them.
 *
 * @param name the store's name
 * @param content what the next store holds
 */
record RestoredStore(String name, Supplier<List<KeyValue<Bytes, byte[]>>> content)
        implements KeyValueBytesStoreSupplier {

    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        KeyValueStore<Bytes, byte[]> store = Stores.inMemoryKeyValueStore(name).get();
        store.putAll(content.get());
        return store;
    }

    @Override
    public String metricsScope() {
        return "restored";
    }
}
