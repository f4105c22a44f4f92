package io.copydesk.schemas;

import java.io.IOException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A Kafka serde for one record type, over {@link Json}. A null value is a tombstone both ways. Thread-safe.
 *
 * <p>The serializer refuses a value of more than {@link Topics#MAX_VALUE_BYTES} with {@link RecordTooLargeException}. When the
 * producer or the broker refuses the record instead, the whole transaction is lost, and lost again whenever the input is read again.
 *
 * @param <T> the record
 */
public final class JsonSerde<T> implements Serde<T> {

    private final Class<T> type;
    private final boolean strict;

    private JsonSerde(Class<T> type, boolean strict) {
        this.type = type;
        this.strict = strict;
    }

    /** The serde of {@code type}. */
    public static <T> JsonSerde<T> of(Class<T> type) {
        return new JsonSerde<>(type, false);
    }

    /** The serde for the values of {@code topic}, to which others write too: it refuses a value without a required field. */
    public static <T> JsonSerde<T> of(Topic<T> topic) {
        return new JsonSerde<>(topic.json(), true);
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : bounded(type, topic, Json.bytes(value));
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(topic, bytes);
    }

    /**
     * The JSON of a record, if a topic can hold it.
     *
     * @throws RecordTooLargeException when it has more than {@link Topics#MAX_VALUE_BYTES}
     */
    public static byte[] bounded(Class<?> type, String topic, byte[] value) {
        if (value.length > Topics.MAX_VALUE_BYTES) {
            throw new RecordTooLargeException("a " + type.getSimpleName() + " of " + value.length + " bytes for "
                    + topic + ", where a value may have " + Topics.MAX_VALUE_BYTES);
        }
        return value;
    }

    private T read(String topic, byte[] bytes) {
        try {
            return strict ? Json.readStrictly(bytes, type) : Json.read(bytes, type);
        } catch (IOException e) {
            throw new SerializationException(
                    "not a " + type.getSimpleName() + " in topic " + topic + ": " + Json.firstLine(e), e);
        }
    }
}
