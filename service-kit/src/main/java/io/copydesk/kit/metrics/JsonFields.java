package io.copydesk.kit.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads a few scalar fields of a JSON object without the rest of it. */
final class JsonFields {

    private static final JsonFactory JSON = new JsonFactory();

    private final Set<String> wanted;
    private final Map<String, String> found = new HashMap<>();

    private JsonFields(Set<String> wanted) {
        this.wanted = wanted;
    }

    /**
     * The fields of {@code wanted} that have a value; reading ends when all are found.
     *
     * @param wanted names, {@code outer.inner} for a field of an inner object
     */
    static Map<String, String> of(byte[] json, Set<String> wanted) throws IOException {
        JsonFields fields = new JsonFields(wanted);
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                fields.object(parser, "");
            }
        }
        return fields.found;
    }

    private void object(JsonParser parser, String prefix) throws IOException {
        while (found.size() < wanted.size() && parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT && wanted.stream().anyMatch(field -> field.startsWith(name + "."))) {
                object(parser, name + ".");
            } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL && wanted.contains(name)) {
                found.put(name, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
    }
}
