package io.copydesk.ingest.clean;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;

/**
 * What is stored of an observation: its JSON as a whole, or how it differs from a record of {@code articles} or from another observation of
 * the article. A persisted format: the first byte names the form, and {@code 1} is followed by the issue and the JSON, {@code 2} by issue,
 * offset and delta, {@code 3} by the base and the delta, all numbers of eight bytes. An earlier release stored the JSON alone. Immutable.
 */
sealed interface StoredObservation {

    /** No issue: the observation is not what the newest record of its article was made of, or an earlier release stored it. */
    long NOT_ISSUED = 0;

    /**
     * The JSON of the article.
     *
     * @param issue tells the newest record of the article, which was made of this observation, from any other; or {@link #NOT_ISSUED}
     */
    record Whole(long issue, byte[] json) implements StoredObservation {
        @Override
        public byte[] bytes() {
            return issue == NOT_ISSUED
                    ? json
                    : ByteBuffer.allocate(1 + Long.BYTES + json.length)
                            .put(WHOLE)
                            .putLong(issue)
                            .put(json)
                            .array();
        }
    }

    /**
     * Made of the newest record of the article.
     *
     * @param issue as in {@link Whole}
     * @param offset of that record in {@code articles}
     * @param delta from its value to the JSON, see {@link Delta}
     */
    record Placed(long issue, long offset, byte[] delta) implements StoredObservation {
        @Override
        public byte[] bytes() {
            return ByteBuffer.allocate(1 + 2 * Long.BYTES + delta.length)
                    .put(PLACED)
                    .putLong(issue)
                    .putLong(offset)
                    .put(delta)
                    .array();
        }
    }

    /**
     * Made of another observation of the article.
     *
     * @param base tells the key of that one from those of the others
     * @param delta from its JSON to that of this one
     */
    record Based(long base, byte[] delta) implements StoredObservation {
        @Override
        public byte[] bytes() {
            return ByteBuffer.allocate(1 + Long.BYTES + delta.length)
                    .put(BASED)
                    .putLong(base)
                    .put(delta)
                    .array();
        }
    }

    byte WHOLE = 1;
    byte PLACED = 2;
    byte BASED = 3;

    /** What is stored. */
    byte[] bytes();

    /**
     * Reads what {@link #bytes} gave.
     *
     * @throws SerializationException when it is of another form
     */
    static StoredObservation read(String key, byte[] stored) {
        int form = stored.length == 0 ? 0 : stored[0];
        if (form == '{') {
            return new Whole(NOT_ISSUED, stored);
        }
        ByteBuffer fields = ByteBuffer.wrap(stored);
        if (form == WHOLE && stored.length > 1 + Long.BYTES) {
            return new Whole(fields.getLong(1), rest(stored, 1 + Long.BYTES));
        }
        if (form == PLACED && stored.length > 1 + 2 * Long.BYTES) {
            return new Placed(fields.getLong(1), fields.getLong(1 + Long.BYTES), rest(stored, 1 + 2 * Long.BYTES));
        }
        if (form == BASED && stored.length > 1 + Long.BYTES) {
            return new Based(fields.getLong(1), rest(stored, 1 + Long.BYTES));
        }
        throw new SerializationException("the observation " + key + " is stored in a form that is not known");
    }

    private static byte[] rest(byte[] stored, int from) {
        return Arrays.copyOfRange(stored, from, stored.length);
    }
}
