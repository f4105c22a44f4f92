package io.copydesk.ingest.clean;

import io.copydesk.ingest.boilerplate.LearnedSet;
import io.copydesk.ingest.boilerplate.PageLinesSerde;
import io.copydesk.kit.lineage.TracedProcessor;
import io.copydesk.kit.streams.PromptCommits;
import io.copydesk.kit.streams.SitePartitioner;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.SiteBoilerplate;
import io.copydesk.schemas.Topics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The CLEAN and VERSION part of the flow:
 *
 * <pre>
 * pages ─> CLEAN ─> VERSION ─> articles, site-boilerplate, links (pages whose text changed)
 *            │       │  │  ^        │
 *            │       │  │  └────────┘ (where a record is)
 *            └───────┴──┴─> ledger, dead-letters
 * </pre>
 *
 * <p>Both run once per partition; all pages of a site pass one task in order.
 */
public final class CleanTopology {

    static final String PAGES = "pages";
    static final String CLEAN = "clean";
    static final String VERSION = "version";

    /** The source of what was written to {@link #ARTICLES}: from now on at a first start, as nothing waits for what was written before. */
    static final String PUBLISHED = "published";

    /** What tells each observation from a record of {@link #ARTICLES}. */
    static final String OBSERVATIONS = "observations";

    /** The lines of every observation, by site. */
    static final String SITE_PAGES = "site-pages";

    /** What was learned to be boilerplate, by site. The name is that of existing changelogs and folders: with another, what was learned is lost. */
    static final String LEARNED_LINES = "site-furniture";

    /** Which feeds announced a page, by its id. */
    static final String ANNOUNCED = "announced-pages";
    /** Notices of withdrawals, and at which pages articles were seen. */
    static final String WITHDRAWALS = "withdrawals";

    static final String ARTICLES = "articles";
    static final String SITE_BOILERPLATE = "site-boilerplate";
    static final String LINKS = "links";
    static final String LEDGER = "ledger";
    static final String DEAD_LETTERS = "dead-letters";

    private CleanTopology() {}

    /** The topology over the topics of {@code prefix}. A pure function: nothing is connected to. */
    public static Topology build(String prefix, Cleaner cleaner) {
        return build(new Topology(), prefix, cleaner, CleanTask.ON_CLUSTER);
    }

    /**
     * The same with a choice of stores.
     *
     * @param empty the topology to build in
     * @param task what each task has around it
     */
    public static Topology build(Topology empty, String prefix, Cleaner cleaner, CleanTask task) {
        StringSerializer key = new StringSerializer();
        String articles = Topics.ARTICLES.name(prefix);
        return empty.addSource(PAGES, new StringDeserializer(), new ByteArrayDeserializer(), Topics.PAGES.name(prefix))
                .addProcessor(CLEAN, PromptCommits.of(TracedProcessor.of(() -> new CleanProcessor(cleaner))), PAGES)
                .addSource(AutoOffsetReset.latest(), PUBLISHED, new StringDeserializer(), published(), articles)
                .addProcessor(
                        VERSION,
                        TracedProcessor.of(() -> new VersionProcessor(context -> task.articles(context, articles))),
                        CLEAN,
                        PUBLISHED)
                .addStateStore(store(task.store(OBSERVATIONS), Serdes.ByteArray()), VERSION)
                .addStateStore(store(task.store(SITE_PAGES), new PageLinesSerde()), VERSION)
                .addStateStore(store(task.store(LEARNED_LINES), JsonSerde.of(LearnedSet.class)), VERSION)
                .addStateStore(store(task.store(ANNOUNCED), JsonSerde.of(AnnouncedPage.class)), VERSION)
                .addStateStore(store(task.store(WITHDRAWALS), Serdes.String()), VERSION)
                .addSink(ARTICLES, articles, key, JsonSerde.of(Article.class).serializer(), bySite(), VERSION)
                .addSink(
                        SITE_BOILERPLATE,
                        Topics.SITE_BOILERPLATE.name(prefix),
                        key,
                        JsonSerde.of(SiteBoilerplate.class).serializer(),
                        VERSION)
                .addSink(
                        LINKS,
                        Topics.LINKS.name(prefix),
                        key,
                        JsonSerde.of(Link.class).serializer(),
                        VERSION)
                .addSink(
                        LEDGER,
                        Topics.LEDGER.name(prefix),
                        key,
                        JsonSerde.of(LedgerEntry.class).serializer(),
                        CLEAN,
                        VERSION)
                .addSink(
                        DEAD_LETTERS,
                        Topics.DEAD_LETTERS.name(prefix),
                        key,
                        JsonSerde.of(DeadLetter.class).serializer(),
                        CLEAN,
                        VERSION);
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(
            KeyValueBytesStoreSupplier supplier, Serde<V> values) {
        return Stores.keyValueStoreBuilder(supplier, Serdes.String(), values);
    }

    private static Deserializer<SiteEvent> published() {
        return (topic, value) -> new SiteEvent.ArticlePublished(value);
    }

    private static SitePartitioner<Article> bySite() {
        return new SitePartitioner<>((id, article) -> article.pipeline().site());
    }
}
