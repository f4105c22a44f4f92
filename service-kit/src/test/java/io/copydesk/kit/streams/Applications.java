package io.copydesk.kit.streams;

import io.copydesk.kit.config.DataSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;

/** Small applications to run in tests. */
final class Applications {
    private Applications() {}

    /** Keeps the last value of each key of the topic {@code words} in the store {@code last-words}. */
    static Topology lastWords() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.table("words", Consumed.with(Serdes.String(), Serdes.String()), Materialized.as("last-words"));
        return builder.build();
    }

    static StreamsApplication of(KafkaSettings kafka, Path stateDir) {
        StreamsSettings settings = new StreamsSettings(
                3,
                stateDir,
                Duration.ofMillis(250),
                DataSize.ofMebibytes(1),
                DataSize.ofMebibytes(16),
                Duration.ofMillis(700),
                Duration.ofSeconds(1),
                5,
                Duration.ofMinutes(10));
        return new StreamsApplication(
                "last-words-app",
                lastWords(),
                LogAndContinueProcessingExceptionHandler.class,
                LogAndContinueExceptionHandler.class,
                DefaultProductionExceptionHandler.class,
                Map.of("copydesk.dead-letters.topic", "news.dead-letters"),
                kafka,
                settings);
    }
}
