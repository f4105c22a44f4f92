package io.copydesk.alerts;

import io.copydesk.alerts.added.LiveRules;
import io.copydesk.alerts.rule.RuleFile;
import io.copydesk.schemas.Alert;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Cause;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.EventHeaders;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.Pipeline;
import io.copydesk.schemas.Sha256;
import io.copydesk.schemas.Story;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;

/** The topology of alerts over stores in memory, and records for it. */
abstract class AlertsBed {

    static final Instant START = Instant.parse("2026-03-25T10:00:00Z");

    TopologyTestDriver driver;
    LiveRules rules;

    /** Advances with each record. */
    Instant now = START;

    void start(String rules) {
        start(rules, AlertsSettings.defaults());
    }

    void start(String yaml, AlertsSettings settings) {
        rules = new LiveRules(RuleFile.parse(yaml, "a.yaml").rules());
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        driver = new TopologyTestDriver(
                AlertsTopology.build("t.", rules, settings, Stores::inMemoryKeyValueStore), properties, START);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    /** @param rule its JSON, or words alone */
    void add(String name, String rule, Instant at) {
        String json = rule.startsWith("{") ? rule : "{\"name\":\"" + name + "\",\"words\":\"" + rule + "\"}";
        rules.put(name, json.getBytes(StandardCharsets.UTF_8), false, at.toEpochMilli());
    }

    void article(String id, String site, String headline, Cause cause) {
        put(Topics.ENRICHED_ARTICLES, id, made(id, site, headline).build(), cause);
    }

    Article.Builder made(String id, String site, String headline) {
        return made(id, site, headline, now);
    }

    static Article.Builder made(String id, String site, String headline, Instant fetched) {
        Pipeline pipeline = Pipeline.builder()
                .inputId("input of " + id)
                .site(site)
                .fetched(fetched.toString())
                .textDigest(Sha256.hex(headline))
                .contentDigest(Sha256.hex(headline))
                .extractor("test")
                .decision(new Decision(id, "a", List.of()))
                .build();
        return Article.builder()
                .id(id)
                .url("https://" + site + "/" + id)
                .headline(headline)
                .articleBody(headline + ".")
                .inLanguage("en")
                .pipeline(pipeline);
    }

    static Article ofStory(String story, Article.Builder made) {
        Article article = made.build();
        Decision decision = new Decision(article.id(), story, List.of());
        return article.toBuilder()
                .pipeline(article.pipeline().toBuilder().decision(decision).build())
                .build();
    }

    void story(String id, List<String> members) {
        moved(id, members, List.of(), List.of());
    }

    void moved(String id, List<String> members, List<String> from, List<String> to) {
        Story story = members.isEmpty()
                ? null
                : Story.builder()
                        .id(id)
                        .headline("Vautrin wins")
                        .works(members)
                        .members(members)
                        .memberCount(members.size())
                        .build();
        RecordHeaders headers = headers(id, Cause.STORY);
        from.forEach(other -> headers.add(Topics.STORY_MOVED_FROM.name(), other.getBytes(StandardCharsets.UTF_8)));
        to.forEach(other -> headers.add(Topics.STORY_MOVED_TO.name(), other.getBytes(StandardCharsets.UTF_8)));
        put(Topics.STORIES, id, story, headers);
    }

    void feed(String silentSince) {
        FeedStatus status = FeedStatus.builder()
                .url("https://quay.example/feed")
                .health(FeedStatus.Health.OK)
                .why("steady")
                .silentSince(silentSince)
                .build();
        put(Topics.FEED_STATUS, status.url(), status, Cause.NEW);
    }

    void letters(int count, String stage, String reason) {
        for (int i = 0; i < count; i++) {
            DeadLetter letter = DeadLetter.builder()
                    .id(stage + now)
                    .stage(DeadLetter.Stage.valueOf(stage.toUpperCase(Locale.ROOT)))
                    .reason(reason)
                    .detail("test")
                    .bytes(new byte[0])
                    .build();
            put(Topics.DEAD_LETTERS, letter.id(), letter, Cause.NEW);
        }
    }

    <V> void put(Topic<V> topic, String key, V value, Cause cause) {
        put(topic, key, value, headers(key, cause));
    }

    <V> void put(Topic<V> topic, String key, V value, RecordHeaders headers) {
        now = now.plusMillis(10);
        driver.createInputTopic(
                        topic.name("t."),
                        new StringSerializer(),
                        JsonSerde.of(topic).serializer())
                .pipeInput(new TestRecord<>(key, value, headers, now));
    }

    static RecordHeaders headers(String key, Cause cause) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(EventHeaders.CAUSE.name(), Json.label(cause).getBytes(StandardCharsets.UTF_8));
        headers.add(Topics.INPUT.name(), ("input of " + key).getBytes(StandardCharsets.UTF_8));
        return headers;
    }

    List<Alert> alerts() {
        return output().readValuesToList();
    }

    TestOutputTopic<String, Alert> output() {
        return driver.createOutputTopic(
                "t.alerts",
                new StringDeserializer(),
                JsonSerde.of(Topics.ALERTS).deserializer());
    }
}
