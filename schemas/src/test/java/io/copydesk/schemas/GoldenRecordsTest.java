package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that an earlier version wrote are read without loss. */
class GoldenRecordsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/records.tsv");

    static List<Class<?>> records() {
        return JsonSchemas.records();
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordOfAnEarlierVersionComesBackByteForByte(Class<?> type) throws IOException {
        String written = golden().get(type.getSimpleName());

        Object record = Json.read(written.getBytes(StandardCharsets.UTF_8), type);

        assertThat(Json.line(record)).isEqualTo(written);
    }

    private static Map<String, String> golden() throws IOException {
        return Files.readAllLines(GOLDEN).stream()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(columns -> columns[0], columns -> columns[1]));
    }
}
