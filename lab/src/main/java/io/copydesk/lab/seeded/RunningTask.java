package io.copydesk.lab.seeded;

import io.copydesk.enrich.EnrichTopology;
import io.copydesk.kit.streams.ArticleLog;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * A task as one process runs it: a driver with stores from the changelogs, and the positions of its inputs. Positions and stores are
 * lost with it; what is committed is in the log. Not thread-safe.
 */
final class RunningTask {

    /** A record that the task produced. */
    record Output(String topic, TestRecord<byte[], byte[]> record) {}

    private record Place(String topic, int partition, long offset) implements RecordMetadata {}

    private final TaskId id;
    private final Path folder;
    private final StageRuntime runtime;
    private final SimulatedLog log;
    private final List<TopicPartition> inputs;
    private final SimulatedChangelog sketches;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private @Nullable TopologyTestDriver driver;
    private @Nullable Place current;

    /** @param folder where it keeps files from one start to the next on the same process */
    RunningTask(TaskId id, Path folder, StageRuntime runtime, SimulatedLog log) {
        this.id = id;
        this.folder = folder;
        this.runtime = runtime;
        this.log = log;
        inputs = id.stage().inputs().stream()
                .map(topic -> new TopicPartition(topic, id.partition()))
                .toList();
        sketches = new SimulatedChangelog(log, changelog(EnrichTopology.SKETCHES));
        inputs.forEach(
                input -> positions.put(input, log.committedOffset(id.stage().service(), input)));
    }

    TaskId id() {
        return id;
    }

    Path folder() {
        return folder;
    }

    /** The changelog of the sketches, whose task is that of {@link Stage#DECIDE}. */
    SimulatedChangelog sketches() {
        return sketches;
    }

    /** The task's partition of a topic, whose offsets are those of the simulated log. */
    ArticleLog articles(String topic) {
        TopicPartition partition = new TopicPartition(topic, id.partition());
        return offset -> log.record(partition, offset).value();
    }

    /** The same, of which there is only the newest record of each key at any moment. */
    ArticleLog compactedArticles(String topic) {
        TopicPartition partition = new TopicPartition(topic, id.partition());
        return offset -> log.compacted(partition, offset);
    }

    /** Whether there are files of an earlier start. */
    boolean hasFiles() {
        return Files.exists(folder);
    }

    List<TopicPartition> inputs() {
        return inputs;
    }

    List<TopicPartition> changelogs() {
        return id.stage().stores().stream().sorted().map(this::changelog).toList();
    }

    long position(TopicPartition input) {
        return Objects.requireNonNull(positions.get(input));
    }

    OptionalLong next(TopicPartition input) {
        return log.next(input, position(input));
    }

    boolean isStarted() {
        return driver != null;
    }

    /** Restores the stores and initialises the processors. */
    void start() {
        driver = runtime.start(this);
    }

    /** Processes the record at {@code offset} and returns what came of it, topic by topic in order. */
    List<Output> process(TopicPartition input, long offset) {
        TopologyTestDriver running = Objects.requireNonNull(driver, "the task is not started");
        LogRecord record = log.record(input, offset);
        current = new Place(input.topic(), input.partition(), offset);
        positions.put(input, offset + 1);
        TestInputTopic<byte[], byte[]> topic =
                running.createInputTopic(input.topic(), new ByteArraySerializer(), new ByteArraySerializer());
        topic.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), record.timestamp()));
        List<Output> outputs = new ArrayList<>();
        for (String produced : running.producedTopicNames().stream().sorted().toList()) {
            TestOutputTopic<byte[], byte[]> out =
                    running.createOutputTopic(produced, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            while (!out.isEmpty()) {
                outputs.add(new Output(produced, out.readRecord()));
            }
        }
        return outputs;
    }

    /** Where the record that is being processed was read. */
    RecordMetadata current() {
        return Objects.requireNonNull(current, "no record is being processed");
    }

    /** The content of a store by its changelog; empty for a store of another subtopology. */
    List<KeyValue<Bytes, byte[]>> restored(String store) {
        List<KeyValue<Bytes, byte[]>> content = new ArrayList<>();
        if (id.stage().owns(store)) {
            for (LogRecord record : log.records(changelog(store))) {
                if (log.isRestored(record)) {
                    content.add(KeyValue.pair(Bytes.wrap(record.key()), stored(record)));
                }
            }
        }
        return content;
    }

    /** A store with timestamps holds them in front of the value; its changelog has them in the record's own timestamp. */
    private byte @Nullable [] stored(LogRecord record) {
        byte[] value = record.value();
        if (value == null || !id.stage().isTimestamped()) {
            return value;
        }
        return ByteBuffer.allocate(Long.BYTES + value.length)
                .putLong(record.timestamp())
                .put(value)
                .array();
    }

    private TopicPartition changelog(String store) {
        return new TopicPartition(id.stage().changelog(store), id.partition());
    }
}
