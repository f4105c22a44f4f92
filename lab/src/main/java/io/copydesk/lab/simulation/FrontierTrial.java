package io.copydesk.lab.simulation;

import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.ingest.frontier.FrontierTopology;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** Runs the real frontier topology against a simulated web under a virtual clock. */
final class FrontierTrial {

    private static final String PREFIX = "trial.";
    private static final long STEP = 2_000;

    /** The same while no request is in flight; what becomes due meanwhile is requested at its end. */
    private static final long IDLE_STEP = 10_000;

    private record Answer(long at, String site, FetchOutcome outcome) implements Comparable<Answer> {
        @Override
        public int compareTo(Answer other) {
            return Long.compare(at, other.at);
        }
    }

    private final SimulatedWeb web;
    private final SimulatedServer server;
    private final FrontierSettings settings;
    private final ObjLongConsumer<byte[]> observer;

    FrontierTrial(SimulatedWeb web, FrontierSettings settings) {
        this(web, settings, (status, at) -> {});
    }

    /** @param observer receives each record of {@code feed-status} and when it came, epoch milliseconds */
    FrontierTrial(SimulatedWeb web, FrontierSettings settings, ObjLongConsumer<byte[]> observer) {
        this.observer = observer;
        this.web = web;
        this.server = new SimulatedServer(web);
        this.settings = settings;
    }

    /** Runs from the web's start to its end; {@code progress} receives the elapsed virtual time, in milliseconds. */
    SimulatedServer run(LongConsumer progress) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "trial");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        try (TopologyTestDriver driver = new TopologyTestDriver(
                FrontierTopology.build(
                        PREFIX,
                        settings,
                        FetchSettings.defaults().productToken(),
                        Duration.ofMillis(STEP),
                        OrderedStore::supplier,
                        false),
                properties,
                Instant.ofEpochMilli(web.start))) {
            subscribe(driver);
            run(driver, progress);
        }
        return server;
    }

    private void subscribe(TopologyTestDriver driver) {
        TestInputTopic<String, Subscription> subscriptions = driver.createInputTopic(
                Topics.SUBSCRIPTIONS.name(PREFIX),
                new StringSerializer(),
                JsonSerde.of(Subscription.class).serializer());
        for (SimulatedFeed feed : web.feeds) {
            subscriptions.pipeInput(feed.url, new Subscription(feed.url, null, null, null));
        }
    }

    private void run(TopologyTestDriver driver, LongConsumer progress) {
        TestInputTopic<String, FetchOutcome> outcomes = driver.createInputTopic(
                Topics.FETCH_OUTCOMES.name(PREFIX),
                new StringSerializer(),
                JsonSerde.of(FetchOutcome.class).serializer());
        TestOutputTopic<String, FetchRequest> requests = driver.createOutputTopic(
                Topics.FETCH_REQUESTS.name(PREFIX),
                new StringDeserializer(),
                JsonSerde.of(FetchRequest.class).deserializer());
        List<TestOutputTopic<String, byte[]>> rest = List.of(
                drain(driver, Topics.LINKS),
                drain(driver, Topics.PAGES),
                drain(driver, Topics.SUBSCRIPTIONS),
                drain(driver, Topics.FETCH_OUTCOMES),
                drain(driver, Topics.LEDGER),
                drain(driver, Topics.DEAD_LETTERS));
        TestOutputTopic<String, byte[]> status = drain(driver, Topics.FEED_STATUS);
        PriorityQueue<Answer> underway = new PriorityQueue<>();
        long step = STEP;
        for (long now = web.start; now < web.end; now += step) {
            step = underway.isEmpty() ? IDLE_STEP : STEP;
            driver.advanceWallClockTime(Duration.ofMillis(step));
            while (!underway.isEmpty() && underway.peek().at <= now + step) {
                Answer answer = underway.poll();
                outcomes.pipeInput(answer.site, answer.outcome);
            }
            while (!requests.isEmpty()) {
                var record = requests.readRecord();
                FetchOutcome outcome = server.answer(record.value(), now + step);
                underway.add(new Answer(outcome.at(), record.key(), outcome));
            }
            while (!status.isEmpty()) {
                observer.accept(status.readValue(), now + step);
            }
            for (TestOutputTopic<String, byte[]> topic : rest) {
                while (!topic.isEmpty()) {
                    topic.readRecord();
                }
            }
            progress.accept(now - web.start);
        }
    }

    private static TestOutputTopic<String, byte[]> drain(TopologyTestDriver driver, Topic<?> topic) {
        return driver.createOutputTopic(topic.name(PREFIX), new StringDeserializer(), new ByteArrayDeserializer());
    }
}
