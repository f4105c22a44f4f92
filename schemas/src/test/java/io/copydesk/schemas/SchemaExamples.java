package io.copydesk.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Copies example records into their schema: whole at its root, and the first value of each field that has no fields itself. */
final class SchemaExamples {

    /** Longer texts are cut. */
    private static final int MOST_CHARACTERS = 200;

    private final ObjectNode root;

    SchemaExamples(ObjectNode root) {
        this.root = root;
    }

    void add(ArrayNode records) {
        records.forEach(record -> fields(root, record));
        root.set("examples", records);
    }

    private void fields(JsonNode schema, JsonNode record) {
        schema.path("properties").properties().forEach(property -> {
            JsonNode value = record.path(property.getKey());
            if (!value.isMissingNode()) {
                value((ObjectNode) property.getValue(), value);
            }
        });
    }

    private void value(ObjectNode schema, JsonNode value) {
        if (schema.has("$ref")) {
            String definition = schema.get("$ref").textValue().replaceFirst(".*/", "");
            fields(root.path("$defs").path(definition), value);
        } else if (value.isArray() && schema.path("items").has("$ref")) {
            value.forEach(element -> value((ObjectNode) schema.get("items"), element));
        } else if (!schema.has("examples")) {
            schema.putArray("examples").add(shortened(value));
        }
    }

    private static JsonNode shortened(JsonNode value) {
        if (!value.isTextual() || value.textValue().length() <= MOST_CHARACTERS) {
            return value;
        }
        return TextNode.valueOf(value.textValue().substring(0, MOST_CHARACTERS) + "…");
    }
}
