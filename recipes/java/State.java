import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.*;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The present state of a compacted topic, one line of JSON a key: java -cp "$(cat class.path)" State.java BROKER TOPIC. */
public class State {
    public static void main(String[] args) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", args[0], "isolation.level", "read_committed",
                "enable.auto.commit", false);
        Map<String, String> state = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(args[1]).stream()
                    .map(part -> new TopicPartition(args[1], part.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions); // of what is committed
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                // A record without a value is a tombstone: compute with null removes the key.
                consumer.poll(Duration.ofSeconds(1)).forEach(record ->
                        state.compute(record.key(), (id, before) -> record.value()));
            }
        }
        System.out.write((String.join("\n", state.values()) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
