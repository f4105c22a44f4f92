package io.copydesk.enrich;

import io.copydesk.enrich.copy.CopyLog;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.kit.lineage.TracedProcessor;
import io.copydesk.kit.streams.PromptCommits;
import io.copydesk.kit.streams.SitePartitioner;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.Revision;
import io.copydesk.schemas.Story;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The ENRICH, DECIDE and ASSEMBLE part of the flow:
 *
 * <pre>
 * articles ─> ENRICH ─> (one partition) DECIDE ─> stories
 *                │                        │
 *                │                        ├─> duplicates
 *                │                        └─> (by site) ASSEMBLE ─> enriched-articles
 *                └─> revisions
 * </pre>
 *
 * <p>ENRICH and ASSEMBLE run once per site partition and share the store of latest versions. DECIDE is one task, because any two
 * articles may be copies of each other; it receives sketches of a few kilobytes only.
 */
public final class EnrichTopology {

    /** Names of the processors with logic. */
    public static final String ENRICH = "enrich";

    public static final String DECIDE = "decide";
    public static final String ASSEMBLE = "assemble";

    /** Every version of every article, by id and number, that came before {@link #TEXTS} were kept. */
    static final String VERSIONS = "versions";

    /** Enriched versions of the last days, by id, number and time. */
    static final String TEXTS = "texts";

    /** Which version of every article is the newest, and where in {@link #ARTICLES} each is. */
    static final String LATEST = "latest";

    /** The sketch of every article's newest version, and when it came. */
    public static final String SKETCHES = "sketches";

    /** Files of the decider, which are a cache: see {@link DecisionFiles}. */
    static final String DECISIONS = "decisions";

    /** A digest of what was last published of every article. */
    static final String ASSEMBLED = "assembled";

    static final String ARTICLES = "articles";
    static final String REVISIONS = "revisions";
    static final String TO_DECIDE = "to-decide";
    static final String DUPLICATES = "duplicates";
    static final String STORIES = "stories";
    static final String TO_ASSIGN = "to-assign";

    private EnrichTopology() {}

    /**
     * The topology over the topics of {@code prefix}. A pure function: no connection is made.
     *
     * @param partitions how many partitions {@code articles} has
     * @param ahead files of deciders that are being read already
     */
    static Topology build(String prefix, int partitions, EnrichSettings settings, SnapshotsAhead ahead) {
        return build(new StreamsBuilder(), prefix, partitions, settings, EnrichTask.ON_CLUSTER, ahead);
    }

    /**
     * The same with a choice of stores.
     *
     * @param builder the builder of an empty topology
     * @param task what each task has around it
     */
    public static Topology build(
            StreamsBuilder builder, String prefix, int partitions, EnrichSettings settings, EnrichTask task) {
        return build(builder, prefix, partitions, settings, task, SnapshotsAhead.none());
    }

    private static Topology build(
            StreamsBuilder builder,
            String prefix,
            int partitions,
            EnrichSettings settings,
            EnrichTask task,
            SnapshotsAhead ahead) {
        builder.addStateStore(articles(task.store(VERSIONS)));
        builder.addStateStore(texts(task.texts(TEXTS, settings.texts())));
        builder.addStateStore(Stores.keyValueStoreBuilder(task.store(LATEST), Serdes.String(), Serdes.ByteArray()));
        builder.addStateStore(SketchStore.builder(task.store(SKETCHES)));
        builder.addStateStore(
                DecisionFiles.builder(ahead, settings.copyArticles() == 0 ? none -> CopyLog.NONE : task::copies));
        builder.addStateStore(Stores.keyValueStoreBuilder(task.store(ASSEMBLED), Serdes.String(), Serdes.Long()));

        String articles = Topics.ARTICLES.name(prefix);
        Function<ProcessorContext<?, ?>, ArticleVersions> versions = context ->
                new ArticleVersions(context, settings.texts(), task.articles(context, articles), new Enrichment());
        KStream<String, Object> enriched = builder.stream(articles, articles())
                .process(
                        PromptCommits.of(TracedProcessor.of(() -> new EnrichProcessor(versions))),
                        Named.as(ENRICH),
                        VERSIONS,
                        TEXTS,
                        LATEST);
        output(enriched, Revision.class, REVISIONS).to(Topics.REVISIONS.name(prefix), to(Topics.REVISIONS));

        KStream<String, Object> decided = output(enriched, Sketch.class, TO_DECIDE)
                .repartition(toOnePartition())
                .process(
                        PromptCommits.of(TracedProcessor.of(() -> new DecideProcessor(settings, task::sketches))),
                        Named.as(DECIDE),
                        SKETCHES,
                        DECISIONS);
        output(decided, Duplicate.class, DUPLICATES).to(Topics.DUPLICATES.name(prefix), to(Topics.DUPLICATES));
        output(decided, Story.class, STORIES).to(Topics.STORIES.name(prefix), to(Topics.STORIES));

        output(decided, Assignment.class, TO_ASSIGN)
                .repartition(bySite(partitions))
                .process(
                        PromptCommits.of(
                                TracedProcessor.of(() -> new AssembleProcessor(versions, settings.retention()))),
                        Named.as(ASSEMBLE),
                        VERSIONS,
                        TEXTS,
                        LATEST,
                        ASSEMBLED)
                .to(Topics.ENRICHED_ARTICLES.name(prefix), toEnrichedArticles());
        return builder.build();
    }

    /**
     * One of several outputs of a processor. The processor forwards each record to the child of that name only, so the cast never meets
     * a record of another output; Kafka Streams has no type for a stream with several.
     */
    private static <V> KStream<String, V> output(KStream<String, Object> outputs, Class<V> type, String name) {
        return outputs.mapValues(value -> type.cast(value), Named.as(name));
    }

    private static Consumed<String, Article> articles() {
        return Consumed.with(Serdes.String(), JsonSerde.of(Topics.ARTICLES)).withName(ARTICLES);
    }

    private static Repartitioned<String, Sketch> toOnePartition() {
        return Repartitioned.<String, Sketch>as("decide")
                .withKeySerde(Serdes.String())
                .withValueSerde(JsonSerde.of(Sketch.class))
                .withNumberOfPartitions(1);
    }

    private static Repartitioned<String, Assignment> bySite(int partitions) {
        return Repartitioned.<String, Assignment>as("assign")
                .withKeySerde(Serdes.String())
                .withValueSerde(JsonSerde.of(Assignment.class))
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner(new SitePartitioner<>((id, assignment) -> assignment.site()));
    }

    private static <V> Produced<String, V> to(Topic<V> topic) {
        return Produced.with(Serdes.String(), JsonSerde.of(topic.json())).withName(topic.name() + "-out");
    }

    private static Produced<String, AssembledArticle> toEnrichedArticles() {
        return Produced.with(Serdes.String(), AssembledArticle.SERDE)
                .withName(Topics.ENRICHED_ARTICLES.name() + "-out")
                .withStreamPartitioner(new SitePartitioner<>((id, assembled) -> assembled.site()));
    }

    /** Without a changelog: what is lost is read from {@code articles}. */
    private static StoreBuilder<WindowStore<String, StoredArticle>> texts(WindowBytesStoreSupplier supplier) {
        return Stores.windowStoreBuilder(supplier, Serdes.String(), StoredArticle.SERDE)
                .withCachingDisabled()
                .withLoggingDisabled();
    }

    private static StoreBuilder<KeyValueStore<String, StoredArticle>> articles(KeyValueBytesStoreSupplier supplier) {
        return Stores.keyValueStoreBuilder(supplier, Serdes.String(), StoredArticle.SERDE);
    }
}
