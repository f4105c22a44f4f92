package io.copydesk.lab.seeded;

import io.copydesk.schemas.Json;
import io.copydesk.schemas.SitePartitions;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** The partition of each record that a task produces, by the partitioners of the topologies. */
final class Routing {

    private static final String ARTICLES = Topics.ARTICLES.name(Stage.PREFIX);
    private static final String ENRICHED = Topics.ENRICHED_ARTICLES.name(Stage.PREFIX);

    private Routing() {}

    static int partition(
            TaskId producer, String topic, byte @Nullable [] key, byte @Nullable [] value, int partitions) {
        if (Stage.isChangelog(topic)) {
            return producer.partition();
        }
        if (topic.equals(Stage.TO_DECIDE)) {
            return 0;
        }
        if (topic.equals(ARTICLES) || topic.equals(ENRICHED)) {
            return SitePartitions.of(site(value, "/pipeline/site"), partitions);
        }
        if (topic.equals(Stage.ASSIGN)) {
            return SitePartitions.of(site(value, "/site"), partitions);
        }
        return Utils.toPositive(Utils.murmur2(Objects.requireNonNull(key))) % partitions;
    }

    private static String site(byte @Nullable [] value, String pointer) {
        try {
            return Json.tree(Objects.requireNonNull(value)).at(pointer).asText();
        } catch (IOException e) {
            throw new UncheckedIOException("a task produced a value that is not JSON", e);
        }
    }
}
