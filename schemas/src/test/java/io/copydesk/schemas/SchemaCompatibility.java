package io.copydesk.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells what a consumer written against a released schema would trip over under the current one. Such a consumer ignores
 * unknown properties, but relies on every property it knows keeping its name and type, on required ones being there, and
 * on an enumeration holding no value it has never heard of.
 */
final class SchemaCompatibility {

    private final JsonNode released;
    private final JsonNode current;
    private final List<String> breaks = new ArrayList<>();

    private SchemaCompatibility(JsonNode released, JsonNode current) {
        this.released = released;
        this.current = current;
    }

    /** One sentence for each break; empty when every existing consumer can go on. */
    static List<String> breaks(JsonNode released, JsonNode current) {
        SchemaCompatibility check = new SchemaCompatibility(released, current);
        check.compare("$", released, current);
        JsonNode definitions = released.path("$defs");
        definitions.fieldNames().forEachRemaining(name -> {
            JsonNode now = current.path("$defs").path(name);
            if (!now.isMissingNode()) {
                check.compare(name, definitions.get(name), now);
            }
        });
        return List.copyOf(check.breaks);
    }

    private void compare(String where, JsonNode before, JsonNode now) {
        for (String word : List.of("type", "$ref", "contentEncoding")) {
            if (!before.path(word).equals(now.path(word))) {
                breaks.add(where + ": " + word + " was " + before.path(word) + ", is " + now.path(word));
            }
        }
        now.path("enum").forEach(value -> {
            if (before.has("enum") && !contains(before.path("enum"), value)) {
                breaks.add(where + ": the value " + value + " is new to existing consumers");
            }
        });
        before.path("required").forEach(name -> {
            if (!contains(now.path("required"), name)) {
                breaks.add(where + ": " + name + " may now be missing");
            }
        });
        before.path("properties").fieldNames().forEachRemaining(name -> {
            JsonNode after = now.path("properties").path(name);
            if (after.isMissingNode()) {
                breaks.add(where + ": " + name + " is gone");
            } else {
                compare(where + "." + name, before.path("properties").get(name), after);
            }
        });
        if (before.has("items")) {
            compare(where + "[]", before.get("items"), now.path("items"));
        }
    }

    private static boolean contains(JsonNode array, JsonNode value) {
        for (JsonNode element : array) {
            if (element.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
