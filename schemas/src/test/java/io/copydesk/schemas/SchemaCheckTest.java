package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaCheckTest {

    private static final Set<String> KNOWN = Set.of(
            "$schema",
            "$id",
            "$defs",
            "$ref",
            "title",
            "description",
            "examples",
            "type",
            "properties",
            "required",
            "items",
            "enum",
            "const",
            "format",
            "contentEncoding");

    static List<Class<?>> records() {
        return JsonSchemas.records();
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyKeywordOfTheSchemasIsKnown(Class<?> record) {
        Set<String> keywords = new TreeSet<>();
        keywords(JsonSchemas.of(record), keywords);
        assertThat(KNOWN).containsAll(keywords);
    }

    private static void keywords(JsonNode schema, Set<String> found) {
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            found.add(keyword.getKey());
            if (keyword.getKey().equals("properties") || keyword.getKey().equals("$defs")) {
                keyword.getValue().forEach(inner -> keywords(inner, found));
            } else if (keyword.getKey().equals("items")) {
                keywords(keyword.getValue(), found);
            }
        }
    }

    /** Each field of each example left out, and replaced by another type, by null, and by a text. */
    @ParameterizedTest
    @MethodSource("records")
    void whatIsRefusedIsWhatAnotherValidatorRefuses(Class<?> record) throws IOException {
        SchemaCheck check = SchemaCheck.of(record);
        JsonSchema other =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(JsonSchemas.of(record));
        for (JsonNode example : ExampleRecords.of(record)) {
            assertThat(check.problems(example)).isEmpty();
            List<JsonNode> changed = new ArrayList<>();
            mutate(example, example, changed);
            for (JsonNode value : changed) {
                boolean refused = !other.validate(
                                value, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                        .isEmpty();
                assertThat(!check.problems(value).isEmpty()).as("%s", value).isEqualTo(refused);
            }
        }
    }

    private static void mutate(JsonNode root, JsonNode at, List<JsonNode> changed) throws IOException {
        if (at instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field :
                    List.copyOf(object.deepCopy().properties())) {
                object.remove(field.getKey());
                changed.add(root.deepCopy());
                for (String other : List.of("17", "\"x\"", "[]", "{}", "null", "1.5")) {
                    object.set(field.getKey(), Json.tree(other));
                    changed.add(root.deepCopy());
                }
                object.set(field.getKey(), field.getValue());
                mutate(root, object.get(field.getKey()), changed);
            }
        } else if (at.isArray() && !at.isEmpty()) {
            mutate(root, at.get(0), changed);
        }
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThat(SchemaCheck.of(Story.class).problems("{\"id\": ".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .startsWith("no JSON: ");
    }
}
