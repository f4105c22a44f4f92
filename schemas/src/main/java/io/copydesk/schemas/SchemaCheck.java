package io.copydesk.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether values are valid against the published JSON Schema of a record. Knows the keywords that the published schemas have, formats
 * included, and no others; contentEncoding describes and is not asserted, as JSON Schema says. Immutable, thread-safe.
 */
public final class SchemaCheck {

    /** Problems that are reported of one value. */
    private static final int MOST = 10;

    private final JsonNode schema;

    private SchemaCheck(JsonNode schema) {
        this.schema = schema;
    }

    /** A check against the schema of a record of the catalogue. */
    public static SchemaCheck of(Class<?> record) {
        String file = "/schemas/" + EventHeaders.schemaFile(record);
        try (InputStream in = SchemaCheck.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no schema " + file);
            }
            return new SchemaCheck(Json.tree(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** What is wrong with a value, each with the place; empty when it is valid. */
    public List<String> problems(byte[] value) {
        try {
            return problems(Json.tree(value));
        } catch (IOException e) {
            return List.of("no JSON: " + Json.firstLine(e));
        }
    }

    /** What is wrong with a value, each with the place; empty when it is valid. */
    public List<String> problems(JsonNode value) {
        List<String> problems = new ArrayList<>();
        check(schema, value, "", problems);
        return problems.subList(0, Math.min(MOST, problems.size()));
    }

    private void check(JsonNode rule, JsonNode value, String place, List<String> problems) {
        if (rule.has("$ref")) {
            check(schema.at(rule.get("$ref").textValue().substring(1)), value, place, problems);
            return;
        }
        if (rule.has("type") && !isOf(rule.get("type").textValue(), value)) {
            problems.add(place + " is no " + rule.get("type").textValue());
            return;
        }
        if (rule.has("const") && !rule.get("const").equals(value)) {
            problems.add(place + " is not " + rule.get("const"));
        }
        if (rule.has("enum") && !contains(rule.get("enum"), value)) {
            problems.add(place + " is none of " + rule.get("enum"));
        }
        if (rule.has("format") && !isDateTime(value.textValue())) {
            problems.add(place + " is no date-time of RFC 3339");
        }
        rule.path("required").forEach(name -> {
            if (!value.has(name.textValue())) {
                problems.add(place + "/" + name.textValue() + " is missing");
            }
        });
        for (Map.Entry<String, JsonNode> property : rule.path("properties").properties()) {
            if (value.has(property.getKey())) {
                check(property.getValue(), value.get(property.getKey()), place + "/" + property.getKey(), problems);
            }
        }
        if (rule.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(rule.get("items"), value.get(i), place + "/" + i, problems);
            }
        }
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber() || value.isNumber() && value.doubleValue() % 1 == 0;
            default -> throw new IllegalStateException("a schema has the type " + type);
        };
    }

    private static boolean contains(JsonNode allowed, JsonNode value) {
        for (JsonNode one : allowed) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDateTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
