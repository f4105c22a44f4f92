package io.copydesk.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the packaged product runs with: the folder of jars that the launcher puts on the class path. */
class ProductClassPathIT {

    private static final Path LIBRARIES = Path.of("target", "lib");

    @Test
    void holdsTheProductAndNothingOfTestsOrTheLab() throws IOException {
        List<String> jars = jars();

        assertThat(jars)
                .anyMatch(jar -> jar.startsWith("copydesk-ingest-service-"))
                .anyMatch(jar -> jar.startsWith("copydesk-enrich-service-"))
                .anyMatch(jar -> jar.startsWith("kafka-streams-"));
        assertThat(jars)
                .noneMatch(jar -> jar.matches(
                        "(copydesk-lab|copydesk-training|kafka-streams-test-utils|junit|assertj|archunit|testcontainers|jmh|"
                                + "json-schema-validator).*|.*-tests?\\.jar"));
    }

    private static List<String> jars() throws IOException {
        try (Stream<Path> files = Files.list(LIBRARIES)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
