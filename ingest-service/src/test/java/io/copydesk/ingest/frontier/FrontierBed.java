package io.copydesk.ingest.frontier;

import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.PageAnnouncement;
import io.copydesk.ingest.page.Site;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Gzip;
import io.copydesk.schemas.HubMessage;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;

/** The frontier topology under a virtual clock, and a hand to answer its requests. */
final class FrontierBed implements AutoCloseable {

    static final String PREFIX = "t.";
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Subscription> subscriptions;
    private final TestInputTopic<String, FetchOutcome> outcomes;
    private Instant now = START;

    FrontierBed(FrontierSettings settings) {
        this(settings, FetchSettings.defaults());
    }

    /** A frontier whose requests a fetcher with these settings makes. */
    FrontierBed(FrontierSettings settings, FetchSettings fetch) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "bed");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        driver = new TopologyTestDriver(
                FrontierTopology.build(
                        PREFIX,
                        settings,
                        fetch.productToken(),
                        Duration.ofSeconds(1),
                        Stores::inMemoryKeyValueStore,
                        true),
                properties,
                START);
        subscriptions = input(Topics.SUBSCRIPTIONS, Subscription.class);
        outcomes = input(Topics.FETCH_OUTCOMES, FetchOutcome.class);
    }

    private <V> TestInputTopic<String, V> input(Topic<V> topic, Class<V> type) {
        return driver.createInputTopic(
                topic.name(PREFIX), new StringSerializer(), JsonSerde.of(type).serializer());
    }

    void subscribe(String url) {
        subscriptions.pipeInput(url, new Subscription(url, null, null, null));
    }

    void unsubscribe(String url) {
        subscriptions.pipeInput(url, null);
    }

    /** Sends a dead letter's original back, as a retry does. */
    void retry(DeadLetter letter) throws IOException {
        input(Topics.LINKS, Link.class).pipeInput(letter.originKey(), Json.read(letter.bytes(), Link.class));
    }

    Instant now() {
        return now;
    }

    /** Lets time pass. */
    void pass(Duration time) {
        driver.advanceWallClockTime(time);
        now = now.plus(time);
    }

    /** Lets time pass until a request is made, second by second; empty when none is within the limit. */
    List<FetchRequest> await(Duration limit) {
        Instant end = now.plus(limit);
        List<FetchRequest> made = requests();
        while (made.isEmpty() && now.isBefore(end)) {
            pass(Duration.ofSeconds(1));
            made = requests();
        }
        return made;
    }

    /** The one request that is made within the limit. */
    FetchRequest next(Duration limit) {
        List<FetchRequest> made = await(limit);
        if (made.size() != 1) {
            throw new AssertionError("one request was expected, not " + made);
        }
        return made.get(0);
    }

    List<FetchRequest> requests() {
        return driver.createOutputTopic(
                        Topics.FETCH_REQUESTS.name(PREFIX),
                        new StringDeserializer(),
                        JsonSerde.of(FetchRequest.class).deserializer())
                .readValuesToList();
    }

    /** Everything that went to a topic since it was looked at last; the last value of each key. */
    <V> Map<String, V> sent(Topic<V> topic) {
        Map<String, V> sent = new LinkedHashMap<>();
        driver.createOutputTopic(
                        topic.name(PREFIX),
                        new StringDeserializer(),
                        JsonSerde.of(topic.value()).deserializer())
                .readKeyValuesToList()
                .forEach(record -> sent.put(record.key, record.value));
        return sent;
    }

    /** The announcements that went to {@code pages} since they were looked at last. */
    List<PageAnnouncement> announced() {
        return driver
                .createOutputTopic(Topics.PAGES.name(PREFIX), new StringDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()
                .stream()
                .map(record -> PageAnnouncement.decode(record).orElseThrow())
                .toList();
    }

    /** The values that went to a topic since it was looked at last, tombstones included. */
    <V> List<V> values(Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name(PREFIX),
                        new StringDeserializer(),
                        JsonSerde.of(topic.value()).deserializer())
                .readValuesToList();
    }

    /** The notices of withdrawals that went to {@code pages} since they were looked at last. */
    List<Page> notices() {
        return driver
                .createOutputTopic(Topics.PAGES.name(PREFIX), new StringDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()
                .stream()
                .filter(record -> PageAnnouncement.decode(record).isEmpty())
                .map(record -> WarcPages.decode(record).fold(page -> page, broken -> {
                    throw new AssertionError(broken.detail());
                }))
                .toList();
    }

    /** Answers the robots.txt of the host, then awaits the request that waited for it. */
    FetchRequest pastRobots(Duration limit) {
        FetchRequest robots = next(limit);
        if (robots.target() != FetchTarget.ROBOTS) {
            throw new AssertionError("robots.txt was expected first, not " + robots);
        }
        deny(robots, 404);
        return next(limit);
    }

    void answer(FetchRequest request, String body) {
        answer(request, Result.FETCHED, 200, null, body, 0);
    }

    void deny(FetchRequest request, int status) {
        answer(request, Result.DENIED, status, null, null, 0);
    }

    void denyUntil(FetchRequest request, int status, Instant retryAfter) {
        answer(request, Result.DENIED, status, null, null, retryAfter.toEpochMilli());
    }

    void move(FetchRequest request, int status, String location) {
        answer(request, Result.MOVED, status, location, null, 0);
    }

    void fail(FetchRequest request) {
        answer(request, Result.FAILED, 0, null, null, 0);
    }

    void notModified(FetchRequest request) {
        answer(request, Result.NOT_MODIFIED, 304, null, null, 0);
    }

    /** Answers with a feed whose response has {@code Link} fields. */
    void answerLinked(FetchRequest request, String body, String hub, String self) {
        outcomes.pipeInput(
                Site.of(request.url()),
                FetchOutcome.builder(request, Result.FETCHED, now.toEpochMilli())
                        .status(200)
                        .digest(Integer.toHexString(body.hashCode()))
                        .body(Gzip.pack(body.getBytes(StandardCharsets.UTF_8)))
                        .hubLink(hub)
                        .selfLink(self)
                        .build(),
                now);
    }

    /** A hub accepts a request. */
    void accept(FetchRequest request) {
        answer(request, Result.FETCHED, 202, null, null, 0);
    }

    /** A hub sends a message for a feed; with a body, {@code null} for none. */
    void push(String feed, HubMessage message, String body) {
        outcomes.pipeInput(
                Site.of(feed),
                FetchOutcome.builder(
                                message, feed, body == null ? Result.UNCHANGED : Result.FETCHED, now.toEpochMilli())
                        .contentType("application/atom+xml")
                        .body(body == null ? null : Gzip.pack(body.getBytes(StandardCharsets.UTF_8)))
                        .build(),
                now);
    }

    private void answer(
            FetchRequest request, Result result, int status, String location, String body, long retryAfter) {
        byte[] bytes = body == null ? null : Gzip.pack(body.getBytes(StandardCharsets.UTF_8));
        outcomes.pipeInput(
                Site.of(request.url()),
                FetchOutcome.builder(request, result, now.toEpochMilli())
                        .status(status)
                        .reason(result == Result.FAILED ? FailureReason.DEADLINE : null)
                        .location(location)
                        .etag(body == null ? null : "\"tag\"")
                        .contentType("text/xml")
                        .retryAfter(retryAfter)
                        .digest(body == null ? null : Integer.toHexString(body.hashCode()))
                        .body(bytes)
                        .build(),
                now);
    }

    /** A feed with items published the given minutes before {@code at}. */
    static String feed(Instant at, String host, int... minutesAgo) {
        List<String> items = new ArrayList<>();
        for (int minutes : minutesAgo) {
            Instant published = at.minus(Duration.ofMinutes(minutes));
            items.add("<entry><id>" + published + "</id><title>At " + published + "</title><link href=\"https://" + host
                    + "/news/" + published.getEpochSecond() + "\"/><updated>" + published + "</updated></entry>");
        }
        return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Harbour</title>" + String.join("", items)
                + "</feed>";
    }

    @Override
    public void close() {
        driver.close();
    }
}
