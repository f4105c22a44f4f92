package io.copydesk.lab.simulation;

import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.ingest.frontier.FrontierTopology;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** The real frontier topology under a virtual clock, and its topics. For one thread. */
final class FrontierDriver implements AutoCloseable {

    private static final String PREFIX = "trial.";

    private final TopologyTestDriver driver;
    private final Set<String> read = new HashSet<>();
    private final Map<String, TestOutputTopic<String, byte[]>> rest = new HashMap<>();

    /**
     * Starts it.
     *
     * @param step milliseconds between two looks at what is due
     * @param start epoch milliseconds
     */
    FrontierDriver(FrontierSettings settings, long step, long start) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "trial");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        driver = new TopologyTestDriver(
                FrontierTopology.build(
                        PREFIX,
                        settings,
                        FetchSettings.defaults().productToken(),
                        Duration.ofMillis(step),
                        OrderedStore::supplier,
                        false),
                properties,
                Instant.ofEpochMilli(start));
    }

    void subscribe(Stream<String> urls) {
        TestInputTopic<String, Subscription> subscriptions = input(Topics.SUBSCRIPTIONS);
        urls.forEach(url -> subscriptions.pipeInput(url, new Subscription(url, null, null, null)));
    }

    <V> TestInputTopic<String, V> input(Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(PREFIX),
                new StringSerializer(),
                JsonSerde.of(topic.json()).serializer());
    }

    <V> TestOutputTopic<String, V> output(Topic<V> topic) {
        read.add(topic.name(PREFIX));
        return driver.createOutputTopic(
                topic.name(PREFIX),
                new StringDeserializer(),
                JsonSerde.of(topic.json()).deserializer());
    }

    /** The same with the values as they are. */
    TestOutputTopic<String, byte[]> bytes(Topic<?> topic) {
        read.add(topic.name(PREFIX));
        return bytes(topic.name(PREFIX));
    }

    private TestOutputTopic<String, byte[]> bytes(String name) {
        return driver.createOutputTopic(name, new StringDeserializer(), new ByteArrayDeserializer());
    }

    void advance(long millis) {
        driver.advanceWallClockTime(Duration.ofMillis(millis));
    }

    /** Lets go of what was written to the topics that are not read. */
    void dropRest() {
        for (String name : driver.producedTopicNames()) {
            if (!read.contains(name)) {
                TestOutputTopic<String, byte[]> topic = rest.computeIfAbsent(name, this::bytes);
                while (!topic.isEmpty()) {
                    topic.readRecord();
                }
            }
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
