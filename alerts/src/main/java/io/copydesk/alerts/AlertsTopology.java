package io.copydesk.alerts;

import io.copydesk.alerts.StoryWatch.SiteOfArticle;
import io.copydesk.alerts.added.LiveRules;
import io.copydesk.kit.lineage.TracedProcessor;
import io.copydesk.kit.streams.PromptCommits;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * From what consumers read to alerts:
 *
 * <pre>
 * enriched-articles ─> MATCH ─┐
 * stories ────────────────────┼─> (one partition) RAISE ─> alerts
 * feed-status ────────────────┤
 * dead-letters ───────────────┘
 * </pre>
 *
 * <p>MATCH runs once per site partition and asks the rules. RAISE is one task, as limits are of a rule and sites of a story are in all partitions; it
 * receives a few hundred bytes for each new article.
 */
final class AlertsTopology {

    /** Names of the processors with logic. */
    static final String MATCH = "match";

    static final String RAISE = "raise";

    /** Each article as it was seen last. */
    static final String ARTICLES = "articles";

    /** Ids of alerts that were raised. */
    static final String RAISED = "raised";

    /** Alerts of each rule in this hour. */
    static final String HOURS = "hours";

    /** The site of each article. */
    static final String SITES = "sites";

    /** Each story as it was seen last, and which rules told of it. */
    static final String STORIES = "stories";

    /** Dead letters of late, by rule. */
    static final String RATES = "rates";

    /** When alerts were first asked for. */
    static final String MARKS = "marks";

    private AlertsTopology() {}

    /** The topology over the topics of {@code prefix}. A pure function: no connection is made. */
    static Topology build(String prefix, LiveRules rules, AlertsSettings settings) {
        return build(prefix, rules, settings, Stores::persistentKeyValueStore);
    }

    /** @param stores the store supplier of a name */
    static Topology build(
            String prefix,
            LiveRules rules,
            AlertsSettings settings,
            Function<String, KeyValueBytesStoreSupplier> stores) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(store(stores, ARTICLES, JsonSerde.of(Sighting.class)));
        builder.addStateStore(store(stores, RAISED, Serdes.Long()));
        builder.addStateStore(store(stores, HOURS, JsonSerde.of(HourCount.class)));
        builder.addStateStore(store(stores, SITES, JsonSerde.of(SiteOfArticle.class)));
        builder.addStateStore(store(stores, STORIES, JsonSerde.of(StoryState.class)));
        builder.addStateStore(store(stores, RATES, JsonSerde.of(LetterRate.class)));
        builder.addStateStore(store(stores, MARKS, Serdes.Long()));
        KStream<String, Signal> articles = builder.stream(
                        Topics.ENRICHED_ARTICLES.name(prefix), consumed(Topics.ENRICHED_ARTICLES))
                .process(traced(() -> new MatchProcessor(rules, settings)), Named.as(MATCH), ARTICLES);
        KStream<String, Signal> stories = builder.stream(Topics.STORIES.name(prefix), consumed(Topics.STORIES))
                .process(traced(SignalProcessor.of("story", Signals::ofStory)), Named.as("story"));
        KStream<String, Signal> feeds = builder.stream(Topics.FEED_STATUS.name(prefix), consumed(Topics.FEED_STATUS))
                .process(traced(SignalProcessor.of("silence", Signals::ofFeed)), Named.as("silence"));
        KStream<String, Signal> letters = builder.stream(
                        Topics.DEAD_LETTERS.name(prefix), consumed(Topics.DEAD_LETTERS))
                .process(traced(SignalProcessor.of("letter", Signals::ofLetter)), Named.as("letter"));
        articles.merge(stories, Named.as("with-stories"))
                .merge(feeds, Named.as("with-feeds"))
                .merge(letters, Named.as("with-letters"))
                .repartition(Repartitioned.<String, Signal>as("raise")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(JsonSerde.of(Signal.class))
                        .withNumberOfPartitions(1))
                .process(
                        traced(() -> new RaiseProcessor(rules, settings)),
                        Named.as(RAISE),
                        RAISED,
                        HOURS,
                        SITES,
                        STORIES,
                        RATES,
                        MARKS)
                .to(
                        Topics.ALERTS.name(prefix),
                        Produced.with(Serdes.String(), JsonSerde.of(Topics.ALERTS.json()))
                                .withName("alerts-out"));
        return builder.build();
    }

    private static <KI, VI, KO, VO> ProcessorSupplier<KI, VI, KO, VO> traced(ProcessorSupplier<KI, VI, KO, VO> of) {
        return PromptCommits.of(TracedProcessor.of(of));
    }

    private static <V> Consumed<String, V> consumed(Topic<V> topic) {
        return Consumed.with(Serdes.String(), JsonSerde.of(topic)).withName(topic.name());
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(
            Function<String, KeyValueBytesStoreSupplier> stores, String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(stores.apply(name), Serdes.String(), values);
    }
}
