package io.copydesk.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The generated files that consumers read. Tests hold them equal to the records; {@code -Dschemas.write=true} writes them
 * anew.
 */
final class PublishedFiles {

    static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    static final Path RELEASED = Path.of("src/test/resources/released");
    static final Path ASYNC_API = Path.of("src/main/resources/asyncapi.json");

    static final Path DATA_CONTRACT = Path.of("src/main/resources/datacontract.odcs.json");

    private PublishedFiles() {}

    /** The file's content after writing {@code generated} into it if that was asked for. */
    static JsonNode current(Path file, JsonNode generated) throws IOException {
        if (Boolean.getBoolean("schemas.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(generated) + "\n");
        }
        return read(file);
    }

    static JsonNode read(Path file) throws IOException {
        return Json.mapper().readTree(Files.readAllBytes(file));
    }
}
