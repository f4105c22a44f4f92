package io.copydesk.schemas;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Partition by site, everywhere up to {@code articles} and back in {@code enriched-articles}, whatever the key: all pages
 * and versions of a site pass one task in order. The same hash as Kafka's own for a key.
 */
public final class SitePartitions {

    private SitePartitions() {}

    /** The partition of {@code site} among {@code partitions}. */
    public static int of(String site, int partitions) {
        return Utils.toPositive(Utils.murmur2(site.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
