package io.copydesk.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Invented pages, each of which shows what users of extraction libraries reported in public; those of {@code ferry-} are further pages of the
 * same kinds in other words and languages. Each pair {@code x.html} and {@code x.expected.json} under
 * {@code cases/} is a test. Expected are pieces that the body has, or has not, or has once, or in this order; whole paragraphs; and values of metadata,
 * dates by their beginning.
 */
class ReportedCasesTest {

    private final Extractor extractor = Extractor.create();

    @TestFactory
    Stream<DynamicTest> readsEveryReportedPage() throws IOException, URISyntaxException {
        Path folder = Path.of(ReportedCasesTest.class.getResource("cases").toURI());
        List<Path> expectations;
        try (Stream<Path> files = Files.list(folder)) {
            expectations = files.filter(f -> f.toString().endsWith(".expected.json"))
                    .sorted()
                    .toList();
        }
        assertThat(expectations).hasSizeGreaterThan(380);
        return expectations.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private void check(Path file) throws IOException {
        JsonNode named = Json.tree(Files.readString(file));
        Path page = file.resolveSibling(file.getFileName().toString().replace(".expected.json", ".html"));
        new PageCase(
                        named.get("url").asText(),
                        Instant.parse(named.get("fetched").asText()),
                        Files.readAllBytes(page),
                        named.get("expect"))
                .check(extractor);
    }
}
