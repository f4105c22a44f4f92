package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedSchemasTest {

    static List<Class<?>> records() {
        return JsonSchemas.records();
    }

    @ParameterizedTest
    @MethodSource("records")
    void theSchemaFileSaysWhatTheRecordIs(Class<?> record) throws IOException {
        JsonNode generated = JsonSchemas.of(record);

        JsonNode file = PublishedFiles.current(PublishedFiles.SCHEMAS.resolve(JsonSchemas.fileName(record)), generated);

        assertThat(file)
                .as("run mvn -pl schemas test -Dschemas.write=true to write the schemas anew")
                .isEqualTo(generated);
    }

    @ParameterizedTest
    @MethodSource("records")
    void noExistingConsumerBreaks(Class<?> record) throws IOException {
        JsonNode released = PublishedFiles.read(PublishedFiles.RELEASED.resolve(JsonSchemas.fileName(record)));

        assertThat(SchemaCompatibility.breaks(released, JsonSchemas.of(record))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordWithAllItsFieldsIsValid(Class<?> record) throws IOException {
        Object example = Examples.full(record);

        assertThat(schema(record).validate(Json.mapper().valueToTree(example))).isEmpty();
        assertThat(Json.mapper().readValue(Json.bytes(example), record))
                .usingRecursiveComparison()
                .isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordWithOnlyWhatIsRequiredIsValid(Class<?> record) {
        assertThat(schema(record).validate(Json.mapper().valueToTree(Examples.least(record))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyFieldHasADescriptionAndAnExample(Class<?> record) {
        ObjectNode schema = JsonSchemas.of(record);

        assertThat(fields(schema))
                .allSatisfy((name, field) ->
                        assertThat(field.path("description").asText()).isNotBlank())
                .allSatisfy((name, field) ->
                        assertThat(field.has("examples") || refersTo(field)).isTrue());
        assertThat(schema.path("description").asText()).isNotBlank();
        assertThat(schema.path("$defs"))
                .allSatisfy(
                        type -> assertThat(type.path("description").asText()).isNotBlank());
    }

    /** By path, those of definitions included. */
    private static Map<String, JsonNode> fields(JsonNode schema) {
        Map<String, JsonNode> fields = new TreeMap<>();
        schema.path("properties").properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        schema.path("$defs")
                .properties()
                .forEach(definition -> fields(definition.getValue())
                        .forEach((name, field) -> fields.put(definition.getKey() + '.' + name, field)));
        return fields;
    }

    /** Whether its value has fields with examples of their own. */
    private static boolean refersTo(JsonNode field) {
        return field.has("$ref") || field.path("items").has("$ref");
    }

    @ParameterizedTest
    @MethodSource("records")
    void theExampleRecordsAreRecords(Class<?> record) throws IOException {
        for (JsonNode example : ExampleRecords.of(record)) {
            assertThat(schema(record)
                            .validate(
                                    example,
                                    context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)))
                    .isEmpty();
            assertThat(Json.tree(Json.bytes(Json.mapper().treeToValue(example, record))))
                    .as("what is written again after reading")
                    .isEqualTo(example);
        }
    }

    @Test
    void theAsyncApiDocumentSaysWhatTheCatalogueSays() throws IOException {
        JsonNode generated = Json.mapper().readTree(Json.bytes(AsyncApi.document()));

        assertThat(PublishedFiles.current(PublishedFiles.ASYNC_API, generated)).isEqualTo(generated);
    }

    @Test
    void theDataContractSaysWhatTheCatalogueSays() throws IOException {
        JsonNode generated = Json.mapper().readTree(Json.bytes(DataContract.document()));

        assertThat(PublishedFiles.current(PublishedFiles.DATA_CONTRACT, generated))
                .isEqualTo(generated);
    }

    private static JsonSchema schema(Class<?> record) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(JsonSchemas.of(record));
    }
}
