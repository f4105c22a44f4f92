package io.copydesk.verify.state;

import io.copydesk.kit.topics.TopicValues;
import io.copydesk.schemas.Sha256;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topic.Identity;
import io.copydesk.schemas.Topics;
import io.copydesk.verify.state.TemporaryTables.Table;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The last value of every key of the published topics, and the ledger joined with what was decided. All of it is on disk, in the folder
 * for temporary files, so that memory sets no limit to a corpus. Not thread-safe.
 */
public final class FinalState implements Closeable {

    private final TemporaryTables tables;
    private final Map<Topic<?>, Table> topics = new LinkedHashMap<>();
    private final LedgerReport ledger;

    private FinalState(TemporaryTables tables) {
        this.tables = tables;
        this.ledger = new LedgerReport(tables);
    }

    /**
     * Reads the topics of {@code prefix} up to where they end now, without unreadable records.
     *
     * @throws IOException when the cluster stops answering
     */
    public static FinalState read(TopicReader reader, String prefix) throws IOException {
        FinalState state = new FinalState(TemporaryTables.open());
        try {
            state.readAll(reader, prefix);
            return state;
        } catch (IOException | RuntimeException e) {
            state.close();
            throw e;
        }
    }

    private void readAll(TopicReader reader, String prefix) throws IOException {
        for (Topic<?> topic : Topics.published()) {
            Table table = tables.table();
            topics.put(topic, table);
            reader.read(topic.name(prefix), false, record -> keep(topic, table, record));
        }
        table(Topics.ENRICHED_ARTICLES).forEach((key, value) -> ledger.article(value));
        reader.read(
                Topics.LEDGER.name(prefix), false, record -> TopicValues.decode(Topics.LEDGER, record, ledger::entry));
    }

    private Table table(Topic<?> topic) {
        return Objects.requireNonNull(topics.get(topic), () -> topic + " is not published");
    }

    /** How many keys a topic has. */
    public long count(Topic<?> topic) {
        return table(topic).size();
    }

    /** What became of each input. */
    public LedgerReport ledger() {
        return ledger;
    }

    /** Hands every last value of {@code topic} to {@code values}, in the order of the keys. */
    public void forEach(Topic<?> topic, ValueHandler values) throws IOException {
        table(topic).forEach((key, value) -> values.accept(value));
    }

    /** SHA-256 (hex) over all keys and values, in order: equal states give equal digests. */
    public String digest() throws IOException {
        MessageDigest sha = Sha256.incremental();
        for (var topic : topics.entrySet()) {
            sha.update(utf8(topic.getKey().name() + "\n"));
            topic.getValue().forEach((key, value) -> {
                sha.update(utf8(key + "\t"));
                sha.update(value);
                sha.update((byte) '\n');
            });
        }
        sha.update(utf8(Topics.LEDGER.name() + "\n"));
        ledger.forEachLine(line -> sha.update(utf8(line + "\n")));
        return HexFormat.of().formatHex(sha.digest());
    }

    /** Writes {@code <topic>.jsonl} for each topic and {@code ledger.jsonl} into {@code folder}. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var topic : topics.entrySet()) {
            try (OutputStream out = file(folder, topic.getKey())) {
                topic.getValue().forEach((key, value) -> {
                    out.write(value);
                    out.write('\n');
                });
            }
        }
        try (OutputStream out = file(folder, Topics.LEDGER)) {
            ledger.forEachLine(line -> out.write(utf8(line + "\n")));
        }
    }

    @Override
    public void close() throws IOException {
        tables.close();
    }

    private static <V> boolean keep(Topic<V> topic, Table table, ConsumerRecord<byte[], byte[]> record)
            throws IOException {
        return TopicValues.decode(topic, record, (key, value) -> {
            if (value == null) {
                table.remove(key);
            } else if (topic.identity() == Identity.KEY) {
                table.put(key, record.value());
            } else {
                keepVersions(table, key, record.value());
            }
        });
    }

    private static void keepVersions(Table table, String key, byte[] value) throws IOException {
        RevisionRow row = RevisionRow.of(key, value);
        if (row.holds()) {
            table.put(row.key(), value);
        } else {
            table.remove(row.key());
        }
    }

    private static OutputStream file(Path folder, Topic<?> topic) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(folder.resolve(topic.name() + ".jsonl")));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What is done with each value. */
    public interface ValueHandler {
        /** Takes one value. */
        void accept(byte[] value) throws IOException;
    }
}
