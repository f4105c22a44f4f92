package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/**
 * Records to JSON and back, the one way everywhere: nulls left out, unknown fields ignored, fields in the order of the
 * record, so equal records give equal bytes. Thread-safe.
 */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private Json() {}

    /** The shared mapper, for this package's tests; a mapper is mutable and stays inside. */
    static ObjectMapper mapper() {
        return MAPPER;
    }

    /** Reads the JSON in {@code bytes} token by token. */
    static JsonParser parser(byte[] bytes) throws IOException {
        return MAPPER.createParser(bytes);
    }

    /** A new, empty JSON object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * The tree of the JSON in {@code bytes}, {@code MissingNode} when there is none.
     *
     * @throws IOException when the bytes are not JSON
     */
    public static JsonNode tree(byte[] bytes) throws IOException {
        return MAPPER.readTree(bytes);
    }

    /**
     * The tree of the JSON in {@code text}, {@code MissingNode} when there is none.
     *
     * @throws JsonProcessingException when the text is not JSON
     */
    public static JsonNode tree(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /** The JSON object that {@link #bytes} would write of {@code value}, a record. */
    public static ObjectNode object(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** {@code value} as UTF-8 JSON. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The {@link Sha256#firstBits} of the {@link #bytes} of {@code value}, which are not kept. */
    public static long digest(Object value) {
        MessageDigest digest = Sha256.incremental();
        try {
            MAPPER.writeValue(new DigestOutputStream(OutputStream.nullOutputStream(), digest), value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /** {@code value} as one line of JSON. */
    public static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The constant's name as it is written in JSON, for example {@code dead-letter}. */
    public static String label(Enum<?> constant) {
        return MAPPER.convertValue(constant, String.class);
    }

    /** What is wrong with JSON, as one line: the messages of Jackson go on with an excerpt and a path. */
    static String firstLine(IOException problem) {
        String text =
                problem instanceof JsonProcessingException json ? json.getOriginalMessage() : problem.getMessage();
        return String.valueOf(text).lines().findFirst().orElse("");
    }

    /**
     * The record in {@code bytes}.
     *
     * @throws IOException when the bytes are not JSON or do not fit the record
     */
    public static <T> T read(byte[] bytes, Class<T> type) throws IOException {
        T value = MAPPER.readValue(bytes, type);
        if (value == null) {
            throw new IOException("JSON null where a " + type.getSimpleName() + " should be");
        }
        return value;
    }

    /**
     * The record in {@code bytes}, with every field that it requires.
     *
     * @throws IOException when the bytes are not JSON, do not fit the record or lack a field that is not {@code @Nullable}
     */
    static <T> T readStrictly(byte[] bytes, Class<T> type) throws IOException {
        T value = read(bytes, type);
        RequiredFields.check(value);
        return value;
    }
}
