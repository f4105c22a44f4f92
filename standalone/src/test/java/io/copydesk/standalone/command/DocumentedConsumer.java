package io.copydesk.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A subscriber's tables, written from {@code docs/consuming.md} alone: it knows Kafka's client and JSON, and nothing of the product.
 * For one thread at a time.
 */
final class DocumentedConsumer {

    private static final String PREFIX = "news.";
    private static final List<String> TOPICS =
            List.of("articles", "enriched-articles", "stories", "duplicates", "revisions", "site-boilerplate");
    private static final Duration POLL = Duration.ofMillis(100);

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Map<String, JsonNode>> tables = new HashMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Set<String> seen = new TreeSet<>();

    DocumentedConsumer() {
        TOPICS.forEach(topic -> tables.put(topic, new TreeMap<>()));
    }

    /** The rows of a topic by key; of revisions by article, versions and kind. */
    Map<String, JsonNode> table(String topic) {
        return Objects.requireNonNull(tables.get(topic), topic);
    }

    /** What happened, as the headers tell: topic and cause of values, topic and {@code merged} or {@code split} of moves. */
    Set<String> seen() {
        return seen;
    }

    /** Applies what comes, from where it stopped last, for as long as it is told to go on. */
    void follow(String broker, BooleanSupplier goOn) throws IOException {
        try (KafkaConsumer<String, byte[]> consumer = open(broker)) {
            if (assign(consumer, goOn)) {
                while (goOn.getAsBoolean()) {
                    apply(consumer);
                }
            }
        }
    }

    /** Applies what is there now. */
    void catchUp(String broker) throws IOException {
        try (KafkaConsumer<String, byte[]> consumer = open(broker)) {
            assign(consumer, () -> true);
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                apply(consumer);
            }
        }
    }

    /** As after a crash between writing rows and committing offsets. */
    void forgetProgress(int records) {
        positions.replaceAll((partition, position) -> Math.max(0, position - records));
    }

    private static KafkaConsumer<String, byte[]> open(String broker) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", broker);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("default.api.timeout.ms", "5000");
        settings.put("max.partition.fetch.bytes", "17000000");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private boolean assign(KafkaConsumer<String, byte[]> consumer, BooleanSupplier goOn) {
        List<TopicPartition> partitions = List.of();
        while (partitions.isEmpty() && goOn.getAsBoolean()) {
            Map<String, ?> present = consumer.listTopics();
            if (TOPICS.stream().allMatch(topic -> present.containsKey(PREFIX + topic))) {
                partitions = TOPICS.stream()
                        .flatMap(topic -> consumer.partitionsFor(PREFIX + topic).stream())
                        .map(found -> new TopicPartition(found.topic(), found.partition()))
                        .toList();
            }
        }
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, positions.getOrDefault(partition, 0L)));
        return !partitions.isEmpty();
    }

    private void apply(KafkaConsumer<String, byte[]> consumer) throws IOException {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            String topic = record.topic().substring(PREFIX.length());
            JsonNode value = record.value() == null ? null : json.readTree(record.value());
            note(topic, record);
            if (topic.equals("revisions")) {
                revise(record.key(), Objects.requireNonNull(value, "revisions have no tombstones"));
            } else if (value == null) {
                table(topic).remove(record.key());
            } else {
                table(topic).put(record.key(), value);
            }
        }
        consumer.assignment().forEach(partition -> positions.put(partition, consumer.position(partition)));
    }

    private void revise(String article, JsonNode revision) {
        String versions = "%s %06d %06d"
                .formatted(
                        article,
                        revision.get("previousVersion").intValue(),
                        revision.get("version").intValue());
        Map<String, JsonNode> revisions = table("revisions");
        switch (revision.path("event").asText()) {
            case "withdrawn" -> revisions.put(versions + " withdrawn", revision);
            case "returned" -> revisions.remove(versions + " withdrawn");
            default -> {
                boolean nothing = revision.get("version").equals(revision.get("previousVersion"))
                        && revision.path("changes").isEmpty();
                if (nothing) {
                    revisions.remove(versions);
                } else {
                    revisions.put(versions, revision);
                }
            }
        }
    }

    private void note(String topic, ConsumerRecord<String, byte[]> record) {
        String cause = new String(record.headers().lastHeader("copydesk-cause").value(), StandardCharsets.UTF_8);
        seen.add(topic + " " + (record.value() == null ? "removed" : cause));
        if (record.headers().lastHeader("copydesk.moved-to") != null) {
            seen.add(topic + (record.value() == null ? " merged" : " split"));
        }
    }
}
