package io.copydesk.alerts.rule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.copydesk.kit.config.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a YAML text with the line on which it begins. Scalars keep the text that was written. */
sealed interface YamlValue {

    /** From 1. */
    int line();

    /** A scalar. */
    record Text(int line, String text) implements YamlValue {}

    /** A list. */
    record Items(int line, List<YamlValue> items) implements YamlValue {}

    /** Keys with values, in the order in which they were written. */
    record Fields(int line, Map<String, YamlValue> fields) implements YamlValue {}

    /**
     * The value of a whole text.
     *
     * @param name of the file, for messages
     * @throws ConfigException when it is not YAML
     */
    static YamlValue read(String yaml, String name) {
        try {
            return read(Reader.YAML.createParser(yaml), name);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /**
     * The value of JSON.
     *
     * @throws ConfigException when it is not JSON
     */
    static YamlValue readJson(byte[] json) {
        try {
            return read(Reader.JSON.createParser(json), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static YamlValue read(JsonParser of, String name) {
        try (JsonParser parser = of) {
            JsonToken first = parser.nextToken();
            YamlValue value = first == null ? new Fields(1, Map.of()) : new Reader(parser, name).value(first, 1);
            if (parser.nextToken() != null) {
                int line = parser.currentTokenLocation().getLineNr();
                throw new ConfigException(
                        (name.isEmpty() ? "" : name + " line " + line + ": ") + "a second document; all stands in one");
            }
            return value;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new ConfigException((name.isEmpty()
                            ? "not readable as JSON: "
                            : name + " line " + line + ": not readable as YAML: ")
                    + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Builds the values of one text. */
    final class Reader {
        private static final YAMLFactory YAML = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        private static final JsonFactory JSON = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        private static final int MAX_DEPTH = 6;

        private final JsonParser parser;
        private final String name;

        private Reader(JsonParser parser, String name) {
            this.parser = parser;
            this.name = name;
        }

        private YamlValue value(JsonToken token, int depth) throws IOException {
            int line = parser.currentTokenLocation().getLineNr();
            if (depth > MAX_DEPTH) {
                throw new ConfigException(name + " line " + line + ": nested too deeply");
            }
            return switch (token) {
                case START_OBJECT -> new Fields(line, fields(depth));
                case START_ARRAY -> new Items(line, items(depth));
                default -> new Text(line, token == JsonToken.VALUE_NULL ? "" : parser.getText());
            };
        }

        private Map<String, YamlValue> fields(int depth) throws IOException {
            Map<String, YamlValue> fields = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                fields.put(key, value(parser.nextToken(), depth + 1));
            }
            return fields;
        }

        private List<YamlValue> items(int depth) throws IOException {
            List<YamlValue> items = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                items.add(value(token, depth + 1));
            }
            return items;
        }
    }
}
