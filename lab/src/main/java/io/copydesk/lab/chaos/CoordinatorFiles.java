package io.copydesk.lab.chaos;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The states of transactions as the coordinator's log files have them, read while the broker writes them: Kafka's record batches
 * of magic 2, uncompressed, whose values are {@code TransactionLogValue}. For one thread.
 *
 * @see <a href="https://kafka.apache.org/documentation/#recordbatch">the format of record batches</a>
 */
final class CoordinatorFiles {

    /** The part of {@code TransactionState} that matters here, by its id. */
    enum State {
        EMPTY,
        ONGOING,
        PREPARE_COMMIT,
        PREPARE_ABORT,
        COMPLETE_COMMIT,
        COMPLETE_ABORT,
        OTHER;

        private static State of(int id) {
            return id < OTHER.ordinal() ? values()[id] : OTHER;
        }

        boolean isPrepared() {
            return this == PREPARE_COMMIT || this == PREPARE_ABORT;
        }
    }

    /** Bytes before a batch's length field ends, and before its records. */
    private static final int LENGTH_END = 12;

    private static final int HEADER = 61;

    /** Of a value: version 2, producer id 8, epoch 2, timeout 4. */
    private static final int STATUS_AT = 16;

    private final Path broker;
    private final Map<Path, Long> positions = new HashMap<>();
    private final Map<String, State> last = new HashMap<>();
    private int prepared;

    /** @param broker the folder of the broker's logs */
    CoordinatorFiles(Path broker) {
        this.broker = broker;
    }

    /** Reads what was written since the last call. */
    void poll() throws IOException {
        if (!Files.exists(broker)) {
            return;
        }
        try (DirectoryStream<Path> partitions = Files.newDirectoryStream(broker, "__transaction_state-*")) {
            for (Path partition : partitions) {
                read(partition.resolve("00000000000000000000.log"));
            }
        }
    }

    /** How many decisions were read so far. */
    int prepared() {
        return prepared;
    }

    /** Whether the last that was read of some transaction is that it was decided and not completed. */
    boolean isAnyPrepared() {
        return last.values().stream().anyMatch(State::isPrepared);
    }

    /** Whether a transaction of the application is open, by the last that was read of it. */
    boolean isAnyOngoing(String application) {
        return last.entrySet().stream()
                .anyMatch(entry -> entry.getKey().startsWith(application) && entry.getValue() == State.ONGOING);
    }

    private void read(Path file) throws IOException {
        try (SeekableByteChannel in = Files.newByteChannel(file)) {
            long position = positions.getOrDefault(file, 0L);
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(Math.max(0, in.size() - position), 1 << 20));
            in.position(position);
            while (bytes.hasRemaining() && in.read(bytes) >= 0) {
                // until the buffer is full
            }
            bytes.flip();
            while (bytes.remaining() > HEADER) {
                int size = LENGTH_END + bytes.getInt(bytes.position() + 8);
                if (size <= HEADER || bytes.remaining() < size) {
                    break; // not written yet, or the zeros of a preallocated file
                }
                batch(bytes.slice(bytes.position(), size));
                bytes.position(bytes.position() + size);
                position += size;
            }
            positions.put(file, position);
        } catch (NoSuchFileException notYet) {
            // the partition is being created
        }
    }

    private void batch(ByteBuffer batch) {
        int count = batch.getInt(HEADER - 4);
        batch.position(HEADER);
        try {
            for (int i = 0; i < count; i++) {
                ByteBuffer record = part(batch);
                record.get();
                varint(record);
                varint(record);
                ByteBuffer key = part(record);
                ByteBuffer value = part(record);
                if (value.remaining() > STATUS_AT) {
                    State state = State.of(value.get(value.position() + STATUS_AT));
                    last.put(transactionalId(key), state);
                    prepared += state.isPrepared() ? 1 : 0;
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException notATransaction) {
            // a control batch
        }
    }

    /** The key: version 2 bytes, length 2 bytes, the id. */
    private static String transactionalId(ByteBuffer key) {
        key.getShort();
        byte[] id = new byte[key.getShort()];
        key.get(id);
        return new String(id, StandardCharsets.UTF_8);
    }

    /** The next bytes, after their length. */
    private static ByteBuffer part(ByteBuffer from) {
        int length = Math.max(0, varint(from));
        ByteBuffer part = from.slice(from.position(), length);
        from.position(from.position() + length);
        return part;
    }

    /** A zigzag variable-length integer. */
    private static int varint(ByteBuffer from) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = from.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return (int) (value >>> 1) ^ -(int) (value & 1);
    }
}
