package io.copydesk.kit.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.Test;

/** Through Kafka Streams' own record collector: what the handler returns is what ends in the topics. */
class TooLargeResultTest {

    @Test
    void isADeadLetterOfItsInputAndTheOthersPass() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()))
                .mapValues(text ->
                        new Subscription(text, text.repeat(text.equals("x") ? Topics.MAX_VALUE_BYTES : 1), null, null))
                .to("out", Produced.with(Serdes.String(), JsonSerde.of(Subscription.class)));

        try (TopologyTestDriver driver = new TopologyTestDriver(builder.build(), settings())) {
            var in = driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
            in.pipeInput("k1", "a");
            in.pipeInput("k2", "x");
            in.pipeInput("k3", "b");

            assertThat(driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer())
                            .readKeyValuesToMap())
                    .containsOnlyKeys("k1", "k3");
            DeadLetter letter = driver.createOutputTopic(
                            "letters",
                            new StringDeserializer(),
                            JsonSerde.of(DeadLetter.class).deserializer())
                    .readValue();
            assertThat(letter.reason()).isEqualTo("too-large");
            assertThat(letter.originTopic()).isEqualTo("in");
            assertThat(letter.originOffset()).isEqualTo(1);
            assertThat(letter.originKey()).isEqualTo("k2");
            assertThat(new String(letter.bytes(), StandardCharsets.UTF_8)).isEqualTo("x");
        }
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterExceptionHandler.class);
        settings.put(DeadLetterExceptionHandler.TOPIC, "letters");
        settings.put(DeadLetterExceptionHandler.STAGE, Stage.ENRICH.name());
        return settings;
    }
}
