package io.copydesk.console.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

class PositionsTest {

    private static final Uuid TOPIC = new Uuid(1, 2);
    private static final Map<TopicPartition, Long> OFFSETS =
            Map.of(new TopicPartition("news.stories", 0), 7L, new TopicPartition("news.stories", 1), 9L);

    @Test
    void whatWasWrittenIsRead() {
        assertThat(Positions.read(Positions.write(TOPIC, OFFSETS, 1_000), "news.stories", TOPIC, 900))
                .isEqualTo(OFFSETS);
    }

    @Test
    void anotherTopicOfTheNameOrALongPauseBeginsAnew() {
        Map<String, String> written = Positions.write(TOPIC, OFFSETS, 1_000);
        assertThat(Positions.read(written, "news.stories", new Uuid(3, 4), 900)).isEmpty();
        assertThat(Positions.read(written, "news.stories", TOPIC, 1_001)).isEmpty();
        assertThat(Positions.read(Map.of(), "news.stories", TOPIC, 0)).isEmpty();
    }

    @Test
    void damagedNumbersAreTheBeginning() {
        Map<String, String> written = new HashMap<>(Positions.write(TOPIC, OFFSETS, 1_000));
        written.put("offset.0", "seven");
        assertThat(Positions.read(written, "news.stories", TOPIC, 900))
                .containsEntry(new TopicPartition("news.stories", 0), 0L);
    }
}
