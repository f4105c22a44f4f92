package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.List;
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

    @Test
    void theAsyncApiDocumentSaysWhatTheCatalogueSays() throws IOException {
        JsonNode generated = Json.mapper().readTree(Json.bytes(AsyncApi.document()));

        assertThat(PublishedFiles.current(PublishedFiles.ASYNC_API, generated)).isEqualTo(generated);
    }

    private static JsonSchema schema(Class<?> record) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(JsonSchemas.of(record));
    }
}
