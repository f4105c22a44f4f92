package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SchemaCompatibilityTest {

    private final JsonNode released = JsonSchemas.of(Article.class);

    @Test
    void acceptsAnAddedOptionalField() {
        assertThat(breaksAfter(s -> properties(s).putObject("wordCount").put("type", "integer")))
                .isEmpty();
    }

    @Test
    void seesARemovedField() {
        assertThat(breaksAfter(s -> properties(s).remove("headline"))).containsExactly("$: headline is gone");
    }

    @Test
    void seesAChangedType() {
        assertThat(breaksAfter(s -> ((ObjectNode) properties(s).get("version")).put("type", "string")))
                .containsExactly("$.version: type was \"integer\", is \"string\"");
    }

    @Test
    void seesThatARequiredFieldMayBeMissing() {
        assertThat(breaksAfter(s -> ((ArrayNode) s.get("required")).remove(0)))
                .containsExactly("$: \"@context\" may now be missing");
    }

    @Test
    void seesANewValueOfAnEnumerationInANestedRecord() {
        assertThat(breaksAfter(s -> ((ArrayNode) s.at("/$defs/Access/properties/state/enum")).add("leaky")))
                .containsExactly("Access.state: the value \"leaky\" is new to existing consumers");
    }

    @Test
    void seesAListOfOtherThings() {
        assertThat(breaksAfter(s -> ((ObjectNode) s.at("/properties/keywords/items")).put("type", "integer")))
                .containsExactly("$.keywords[]: type was \"string\", is \"integer\"");
    }

    private java.util.List<String> breaksAfter(Consumer<ObjectNode> change) {
        ObjectNode current = JsonSchemas.of(Article.class);
        change.accept(current);
        return SchemaCompatibility.breaks(released, current);
    }

    private static ObjectNode properties(ObjectNode schema) {
        return (ObjectNode) schema.get("properties");
    }
}
