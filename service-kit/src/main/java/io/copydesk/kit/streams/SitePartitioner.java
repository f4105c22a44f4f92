package io.copydesk.kit.streams;

import io.copydesk.schemas.SitePartitions;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Sends each record to the partition of its site ({@link SitePartitions}). Thread-safe.
 *
 * @param <V> the records' values
 */
public final class SitePartitioner<V> implements StreamPartitioner<String, V> {

    private final BiFunction<String, V, String> site;

    /** @param site the site of a key and its value */
    public SitePartitioner(BiFunction<String, V, String> site) {
        this.site = site;
    }

    /** Kafka 4.4 deprecates the method for one with headers, and it is still the one to be implemented. */
    @Override
    @SuppressWarnings("removal")
    public Optional<Set<Integer>> partitions(String topic, String key, V value, int partitions) {
        return Optional.of(Set.of(SitePartitions.of(site.apply(key, value), partitions)));
    }
}
