package io.copydesk.verify.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The records that a subscriber got, compared with those that there are. A record that compaction removed is no finding: then
 * a later one of its key is there.
 */
final class SeenRecords {

    private record Position(TopicPartition partition, long offset) {}

    private record Content(long key, long value) {}

    private final Map<Position, Content> seen;
    private final Map<TopicPartition, Long> ends;
    private final Set<String> keysInLog = new HashSet<>();
    private final Findings findings;

    private SeenRecords(Map<Position, Content> seen, Map<TopicPartition, Long> ends, Findings findings) {
        this.seen = seen;
        this.ends = ends;
        this.findings = findings;
    }

    /** Reads a file of {@link SubscriberLog}; a last line that was not written to its end does not count. */
    static SeenRecords read(Path file, String prefix, Findings findings) throws IOException {
        Map<Position, Content> seen = new HashMap<>();
        each(file, prefix, (position, content) -> {
            if (seen.put(position, content) != null) {
                findings.add(Rule.SUBSCRIBER_DIFFERS, text(position) + " was read twice");
            }
        });
        return new SeenRecords(seen, ends(seen.keySet()), findings);
    }

    /** The offset after the last line of each partition; empty when there is no such file. */
    static Map<TopicPartition, Long> ends(Path file, String prefix) throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Set<Position> positions = new HashSet<>();
        each(file, prefix, (position, content) -> positions.add(position));
        return ends(positions);
    }

    /** Takes the next record that there is. */
    void compare(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        Position position = new Position(partition, record.offset());
        Content there = new Content(Digest.of(record.key()), Digest.of(record.value()));
        keysInLog.add(partition + " " + there.key());
        Content got = seen.remove(position);
        if (got == null && record.offset() < ends.getOrDefault(partition, 0L)) {
            findings.add(Rule.SUBSCRIBER_DIFFERS, text(position) + " was not read");
        } else if (got != null && !got.equals(there)) {
            findings.add(Rule.SUBSCRIBER_DIFFERS, text(position) + " was read with another content");
        }
    }

    /** What is left was read and is not there. */
    void complete() {
        seen.forEach((position, content) -> {
            if (!keysInLog.contains(position.partition() + " " + content.key())) {
                findings.add(Rule.SUBSCRIBER_DIFFERS, text(position) + " was read and is not there");
            }
        });
    }

    private interface Line {
        void accept(Position position, Content content);
    }

    private static void each(Path file, String prefix, Line lines) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] fields = line.split("\t", -1);
                if (fields.length == 6 && fields[5].equals(".")) {
                    TopicPartition partition = new TopicPartition(prefix + fields[0], Integer.parseInt(fields[1]));
                    lines.accept(
                            new Position(partition, Long.parseLong(fields[2])),
                            new Content(Long.parseLong(fields[3]), Long.parseLong(fields[4])));
                }
            }
        }
    }

    private static Map<TopicPartition, Long> ends(Set<Position> positions) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        positions.forEach(position -> ends.merge(position.partition(), position.offset() + 1, Math::max));
        return ends;
    }

    private static String text(Position position) {
        return position.partition() + "@" + position.offset();
    }
}
