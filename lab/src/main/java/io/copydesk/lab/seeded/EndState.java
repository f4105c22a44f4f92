package io.copydesk.lab.seeded;

import io.copydesk.schemas.Json;
import io.copydesk.schemas.Sha256;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topic.Identity;
import io.copydesk.schemas.Topics;
import io.copydesk.verify.state.RevisionRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What readers of committed records see in the end: the last value of each key of the published topics, the ledger and the dead letters,
 * and, of tasks whose inputs have one order, everything that they produced in order. Immutable.
 */
final class EndState {

    /** Not of the decider, nor of what is made of its decisions: its input has records of several tasks, in any order. */
    private static final Set<Stage> ORDERED = Set.of(Stage.CLEAN, Stage.SITE);

    private static final List<Topic<?>> TOPICS = Stream.concat(
                    Topics.published().stream(), Stream.of(Topics.LEDGER, Topics.DEAD_LETTERS))
            .toList();

    private final Map<String, Map<String, String>> values = new TreeMap<>();

    private EndState() {}

    static EndState of(SimulatedLog log) {
        EndState state = new EndState();
        Map<String, List<String>> sequences = new TreeMap<>();
        for (TopicPartition partition : log.partitions()) {
            Optional<Topic<?>> topic = TOPICS.stream()
                    .filter(t -> t.name(Stage.PREFIX).equals(partition.topic()))
                    .findFirst();
            for (LogRecord record : log.records(partition)) {
                if (log.isRead(record)) {
                    topic.ifPresent(published -> state.keep(published, record));
                    sequence(partition, record)
                            .ifPresent(name -> sequences
                                    .computeIfAbsent(name, n -> new ArrayList<>())
                                    .add(record.keyText() + " " + text(record.value())));
                }
            }
        }
        sequences.forEach((name, records) -> {
            for (int i = 0; i < records.size(); i++) {
                state.of(name).put("%06d".formatted(i), records.get(i));
            }
        });
        return state;
    }

    /** The values of a topic by key. */
    Map<String, String> of(String topic) {
        return values.computeIfAbsent(topic, name -> new TreeMap<>());
    }

    /** The first key, in the order of topics and keys, whose value is not the same. */
    Optional<Difference> differenceFrom(EndState expected) {
        Set<String> topics = new TreeSet<>(values.keySet());
        topics.addAll(expected.values.keySet());
        for (String topic : topics) {
            Optional<Difference> difference = difference(topic, expected.of(topic), of(topic));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /**
     * The same of the last values alone, which are equal whatever the order in which inputs arrived; of dead letters, which say where in
     * their topic they come from, only which there are.
     */
    Optional<Difference> differenceOfValuesFrom(EndState expected) {
        return TOPICS.stream()
                .flatMap(topic -> difference(topic.name(), expected.comparable(topic), comparable(topic)).stream())
                .findFirst();
    }

    private Map<String, String> comparable(Topic<?> topic) {
        Map<String, String> all = new TreeMap<>(of(topic.name()));
        if (topic.equals(Topics.DEAD_LETTERS)) {
            all.replaceAll((key, value) -> "a dead letter");
        }
        return all;
    }

    /** The first key of a topic whose value is not the expected one. */
    static Optional<Difference> difference(String topic, Map<String, String> expected, Map<String, String> found) {
        Set<String> keys = new TreeSet<>(found.keySet());
        keys.addAll(expected.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(found.get(key), expected.get(key)))
                .findFirst()
                .map(key -> new Difference(topic, key, expected.get(key), found.get(key)));
    }

    /** SHA-256 (hex) of all of it. */
    String digest() {
        return Sha256.hex(Json.line(values));
    }

    /** The sequence that a record is part of: those of one producer in one partition, where the producer's input has one order. */
    private static Optional<String> sequence(TopicPartition partition, LogRecord record) {
        TaskId producer = record.producer();
        boolean ordered = producer != null
                && ORDERED.contains(producer.stage())
                && !Stage.isChangelog(partition.topic())
                && !partition.topic().equals(Topics.ENRICHED_ARTICLES.name(Stage.PREFIX));
        return ordered ? Optional.of("records of " + producer + " in " + partition) : Optional.empty();
    }

    private void keep(Topic<?> topic, LogRecord record) {
        String key = record.keyText();
        byte[] value = record.value();
        if (value != null && topic.identity() == Identity.KEY_AND_VERSIONS) {
            keepVersions(topic, key, value);
        } else if (value == null) {
            of(topic.name()).remove(key);
        } else {
            of(topic.name()).put(key, text(value));
        }
    }

    /** As in the digest of a replay. */
    private void keepVersions(Topic<?> topic, String key, byte[] value) {
        try {
            RevisionRow row = RevisionRow.of(key, value);
            if (row.holds()) {
                of(topic.name()).put(row.key(), text(value));
            } else {
                of(topic.name()).remove(row.key());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte @Nullable [] value) {
        return value == null ? "null" : new String(value, StandardCharsets.UTF_8);
    }
}
