package io.copydesk.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.kit.deadletter.DeadLetterExceptionHandler;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.StreamsApplication;
import io.copydesk.kit.streams.StreamsRunner;
import io.copydesk.kit.streams.StreamsSettings;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.TestKafka;
import io.copydesk.verify.state.TopicReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A page that was being processed while the broker was away for a minute became a dead letter. When it did not any more, its thread was
 * replaced, and the partitions of the thread waited for the end of its session.
 */
class ClusterFailureIT {

    @RegisterExtension
    static final TestKafka KAFKA = new TestKafka();

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** The longest that a broker allows by default, well beyond {@link #LIMIT}. */
    private static final Duration SESSION = Duration.ofMinutes(30);

    private final String prefix = KAFKA.newPrefix();
    private final String in = prefix + "in";
    private final String out = prefix + "out";
    private final String letters = Topics.DEAD_LETTERS.name(prefix);
    private final AtomicInteger failures = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void aRecordThatTheClusterHeldUpIsProcessedAgainAndIsNoDeadLetter() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA.bootstrapServers()));
                KafkaProducer<String, String> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", KAFKA.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            admin.createTopics(List.of(in, out, letters).stream()
                            .map(topic -> new NewTopic(topic, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
            for (String value : List.of("first", "held up", "last")) {
                producer.send(new ProducerRecord<>(in, value)).get();
            }
        }

        try (StreamsRunner runner = new StreamsRunner(application(), Clock.systemUTC())) {
            runner.start();
            long end = System.nanoTime() + LIMIT.toNanos();
            while (read(out).size() < 3 && System.nanoTime() < end) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }

        assertThat(failures).as("the fault was met").hasValueGreaterThan(0);
        assertThat(read(out)).containsExactly("first", "held up", "last");
        assertThat(read(letters)).isEmpty();
    }

    private StreamsApplication application() {
        return new StreamsApplication(
                "copydesk-" + prefix + "held",
                topology(),
                DeadLetterExceptionHandler.class,
                DeadLetterExceptionHandler.class,
                DeadLetterExceptionHandler.class,
                Map.of(DeadLetterExceptionHandler.TOPIC, letters, DeadLetterExceptionHandler.STAGE, Stage.CLEAN.name()),
                new KafkaSettings(Map.of(
                        "bootstrap.servers", KAFKA.bootstrapServers(),
                        "session.timeout.ms", Long.toString(SESSION.toMillis()))),
                StreamsSettings.defaults().withStateDir(folder));
    }

    private Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(in, Consumed.with(Serdes.String(), Serdes.String()))
                .process(HeldUpOnce::new)
                .to(out, Produced.with(Serdes.String(), Serdes.String()));
        return builder.build();
    }

    private List<String> read(String topic) throws IOException {
        List<String> values = new ArrayList<>();
        new TopicReader(KafkaSettings.of(KAFKA.bootstrapServers()).consumer()).read(topic, false, record -> {
            values.add(new String(record.value(), StandardCharsets.UTF_8));
            return true;
        });
        return values;
    }

    /** As a sink whose topic's leader is not known for as long as a producer waits. */
    private final class HeldUpOnce extends ContextualProcessor<String, String, String, String> {
        @Override
        public void process(Record<String, String> record) {
            if (record.value().equals("held up") && failures.getAndIncrement() == 0) {
                throw new TimeoutException("Topic " + out + " not present in metadata after 60000 ms.");
            }
            context().forward(record);
        }
    }
}
