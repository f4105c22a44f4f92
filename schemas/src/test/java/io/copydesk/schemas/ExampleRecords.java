package io.copydesk.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The published example records: a JSON array for each type, which together have every field. */
final class ExampleRecords {

    private static final Path FOLDER = Path.of("src/main/resources/examples");

    private ExampleRecords() {}

    static ArrayNode of(Class<?> type) {
        String name = JsonSchemas.fileName(type).replace(".schema.json", ".json");
        try {
            JsonNode records = PublishedFiles.read(FOLDER.resolve(name));
            return (ArrayNode) records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
