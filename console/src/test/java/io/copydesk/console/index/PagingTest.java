package io.copydesk.console.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.schemas.Alert;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of results that have all the same time, while their records come again. */
class PagingTest {

    private static final int ALERTS = 137;
    private static final int SIZE = 10;
    private static final long TIME = 1_774_425_600_000L;

    @TempDir
    private Path folder;

    @Test
    void recordsOfOneTimeAreOnOnePageEach() throws IOException {
        try (AlertIndex index = new AlertIndex(folder)) {
            List<Alert> alerts = new ArrayList<>();
            for (int i = 0; i < ALERTS; i++) {
                alerts.add(Alert.builder()
                        .of("tickets", Alert.Kind.ARTICLE, "article " + i)
                        .headline("Paper tickets return")
                        .raised("2026-03-25T08:00:00Z")
                        .article("article " + i)
                        .matched(List.of("paper tickets"))
                        .build());
            }
            for (Alert alert : alerts) {
                put(index, alert);
            }
            List<String> shown = new ArrayList<>();
            Random random = new Random(7);
            for (int page = 1; page <= ALERTS / SIZE + 1; page++) {
                ObjectNode found = index.find("", null, null, new Slice(page, SIZE));
                for (JsonNode item : found.path("items")) {
                    shown.add(item.path("id").asText());
                }
                Collections.shuffle(alerts, random);
                for (Alert again : alerts.subList(0, SIZE)) {
                    put(index, again);
                }
            }
            assertThat(shown).doesNotHaveDuplicates().hasSize(ALERTS).isSorted();
        }
    }

    private static void put(AlertIndex index, Alert alert) throws IOException {
        byte[] key = alert.id().getBytes(StandardCharsets.UTF_8);
        index.put(
                alert.id(),
                alert,
                new ConsumerRecord<>(
                        "news.alerts",
                        0,
                        0,
                        TIME,
                        TimestampType.CREATE_TIME,
                        key.length,
                        0,
                        key,
                        Json.bytes(alert),
                        new RecordHeaders(),
                        Optional.empty()));
        index.index().refresh();
    }
}
