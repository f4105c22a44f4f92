package io.copydesk.lab.simulation;

import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.ingest.frontier.FrontierTopology;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.function.LongConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/**
 * A virtual month of feeds whose hub delivers, through the real topology: whether leases are renewed before they end, and what a hub that drops
 * messages costs.
 */
public final class PushedMonth {

    private static final String PREFIX = "month.";
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final long STEP = 2_000;
    private static final long IDLE_STEP = 20_000;
    private static final long EXCHANGE = 300;

    private record Message(long at, String site, FetchOutcome outcome) implements Comparable<Message> {
        @Override
        public int compareTo(Message other) {
            return Long.compare(at, other.at);
        }
    }

    private final SimulatedHub hub;
    private final FrontierSettings settings;
    private final PriorityQueue<Message> underway = new PriorityQueue<>();
    private int polls;
    private int hubRequests;

    private PushedMonth(SimulatedHub hub, FrontierSettings settings) {
        this.hub = hub;
        this.settings = settings;
    }

    /**
     * Runs it.
     *
     * @param feeds whose items come at random, from one in two days to one in ten minutes
     * @param pushed whether the frontier has a callback
     * @param dropOneIn which message the hub drops
     * @param progress receives the elapsed virtual time, in milliseconds
     */
    public static PushedMonthReport run(
            int feeds, boolean pushed, int dropOneIn, long seed, Duration time, LongConsumer progress) {
        FrontierSettings.Builder settings =
                FrontierSettings.defaults().toBuilder().revisits(List.of());
        if (pushed) {
            settings.callback(URI.create("https://news.example/websub/"));
        }
        long start = START.toEpochMilli();
        SimulatedHub hub = new SimulatedHub(feeds, dropOneIn, seed, start, start + time.toMillis());
        PushedMonth month = new PushedMonth(hub, settings.build());
        month.run(progress);
        return hub.report(month.polls, month.hubRequests);
    }

    private void run(LongConsumer progress) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "month");
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
                START)) {
            TestInputTopic<String, Subscription> subscriptions =
                    input(driver, Topics.SUBSCRIPTIONS, Subscription.class);
            hub.feeds().forEach(url -> subscriptions.pipeInput(url, new Subscription(url, null, null, null)));
            run(driver, progress);
        }
    }

    private void run(TopologyTestDriver driver, LongConsumer progress) {
        TestInputTopic<String, FetchOutcome> outcomes = input(driver, Topics.FETCH_OUTCOMES, FetchOutcome.class);
        TestOutputTopic<String, FetchRequest> requests = output(driver, Topics.FETCH_REQUESTS);
        TestOutputTopic<String, Link> links = output(driver, Topics.LINKS);
        List<TestOutputTopic<String, ?>> rest = List.of(
                output(driver, Topics.FEED_STATUS),
                output(driver, Topics.FETCH_OUTCOMES),
                output(driver, Topics.LEDGER),
                output(driver, Topics.DEAD_LETTERS),
                output(driver, Topics.SUBSCRIPTIONS),
                output(driver, Topics.HUB_SUBSCRIPTIONS));
        long step = STEP;
        for (long now = START.toEpochMilli(); now < hub.end(); now += step) {
            step = underway.isEmpty() ? IDLE_STEP : STEP;
            driver.advanceWallClockTime(Duration.ofMillis(step));
            long at = now + step;
            hub.deliver(at, (site, outcome) -> underway.add(new Message(outcome.at(), site, outcome)));
            while (!underway.isEmpty() && underway.peek().at <= at) {
                Message message = underway.poll();
                outcomes.pipeInput(message.site, message.outcome);
            }
            while (!requests.isEmpty()) {
                TestRecord<String, FetchRequest> request = requests.readRecord();
                answer(request.key(), request.value(), at);
            }
            while (!links.isEmpty()) {
                Link link = links.readValue();
                if (link.target() == FetchTarget.PAGE) {
                    hub.found(link.url(), at);
                }
            }
            rest.forEach(TestOutputTopic::readRecordsToList);
            progress.accept(now - START.toEpochMilli());
        }
    }

    private void answer(String site, FetchRequest request, long now) {
        if (request.form() != null) {
            hubRequests++;
            hub.request(
                    request.form(),
                    now,
                    (feedSite, outcome) -> underway.add(new Message(outcome.at(), feedSite, outcome)));
        }
        polls += request.target() == FetchTarget.FEED && request.form() == null ? 1 : 0;
        underway.add(new Message(now + EXCHANGE, site, hub.answer(request, now + EXCHANGE)));
    }

    private static <V> TestInputTopic<String, V> input(TopologyTestDriver driver, Topic<V> topic, Class<V> type) {
        return driver.createInputTopic(
                topic.name(PREFIX), new StringSerializer(), JsonSerde.of(type).serializer());
    }

    private static <V> TestOutputTopic<String, V> output(TopologyTestDriver driver, Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(PREFIX),
                new StringDeserializer(),
                JsonSerde.of(topic.json()).deserializer());
    }
}
