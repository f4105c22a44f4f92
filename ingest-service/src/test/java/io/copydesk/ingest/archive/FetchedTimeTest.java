package io.copydesk.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetchedTimeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1777629600 | 2026-05-01T10:00:00Z
            1777629600000 | 2026-05-01T10:00:00Z
            1777629600.25 | 2026-05-01T10:00:00.250Z
            1.7776296E9 | 2026-05-01T10:00:00Z
            0 | 1970-01-01T00:00:00Z
            20260501100000 | 2026-05-01T10:00:00Z
            "1777629600" | 2026-05-01T10:00:00Z
            "1777629600.123456" | 2026-05-01T10:00:00.123Z
            "20260501100000" | 2026-05-01T10:00:00Z
            "2026-05-01" | 2026-05-01T23:59:59Z
            "2026-05-01 10:00:00" | 2026-05-01T10:00:00Z
            "2026-05-01T10:00:00Z" | 2026-05-01T10:00:00Z
            "2026-05-01T12:00:00+02:00" | 2026-05-01T10:00:00Z
            "2026-05-01T12:00:00+0200" | 2026-05-01T10:00:00Z
            "2026-05-01 12:00:00.5+0200" | 2026-05-01T10:00:00.500Z
            "Fri, 01 May 2026 10:00:00 GMT" | 2026-05-01T10:00:00Z
            """)
    void isReadInTheFormsThatCrawlersWrite(String json, Instant expected) throws IOException {
        assertThat(FetchedTime.of(json(json))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "-1",
                "1e30",
                "1e999999999",
                "true",
                "{}",
                "\"\"",
                "\"yesterday\"",
                "\"20261301100000\"",
                "\"1969-12-31T00:00:00Z\"",
                "\"2026-05-01T10:00:00+02000\"",
                "\"+12026-05-01T10:00:00Z\""
            })
    void isUnknownWhereItIsNone(String json) throws IOException {
        assertThat(FetchedTime.of(json(json))).isNull();
    }

    @Test
    void mayBeMissing() {
        assertThat(FetchedTime.of(null)).isNull();
    }

    private static JsonNode json(String text) throws IOException {
        return Json.tree(text.getBytes(StandardCharsets.UTF_8));
    }
}
