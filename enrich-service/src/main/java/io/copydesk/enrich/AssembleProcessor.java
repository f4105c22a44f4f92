package io.copydesk.enrich;

import io.copydesk.kit.lineage.Events;
import io.copydesk.kit.streams.RevertibleWrites;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Cause;
import io.copydesk.schemas.DecidedJson;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Relation.Kind;
import io.copydesk.schemas.Sha256;
import io.copydesk.schemas.Topics;
import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the decision to the article, and the original to agency copy. Several versions of an article may be in flight at once; its last
 * assignment comes after its last version was stored, so the last record always has the newest of both. What equals the last record
 * of its article is not published again. What the decider has forgotten is forgotten here.
 */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
final class AssembleProcessor implements Processor<String, Assignment, String, AssembledArticle> {

    private static final Logger LOG = LoggerFactory.getLogger(AssembleProcessor.class);

    private final RevertibleWrites writes = new RevertibleWrites();
    private final Function<ProcessorContext<?, ?>, ArticleVersions> ofTask;
    private final Duration retention;
    private ProcessorContext<String, AssembledArticle> context;
    private Events events;
    private ArticleVersions versions;
    private KeyValueStore<String, Long> assembled;

    /**
     * A processor for one task.
     *
     * @param ofTask the versions of the task with a context
     * @param retention how long the decider keeps a story after its last article
     */
    AssembleProcessor(Function<ProcessorContext<?, ?>, ArticleVersions> ofTask, Duration retention) {
        this.ofTask = ofTask;
        this.retention = retention;
    }

    @Override
    public void init(ProcessorContext<String, AssembledArticle> assigned) {
        context = assigned;
        events = new Events(EnrichTopology.ASSEMBLE, assigned);
        versions = ofTask.apply(assigned);
        assembled = assigned.getStateStore(EnrichTopology.ASSEMBLED);
    }

    @Override
    public void close() {
        versions.close();
    }

    @Override
    public void process(Record<String, Assignment> record) {
        Decision decision = record.value().decision();
        if (decision == null) {
            writes.run(() -> forget(record));
        } else {
            assemble(record, decision);
        }
    }

    /** Not when a version came meanwhile: its assignment follows. */
    private void forget(Record<String, Assignment> record) {
        if (versions.forget(writes, record.key(), record.timestamp() - retention.toMillis())) {
            writes.put(assembled, record.key(), null);
        }
    }

    private void assemble(Record<String, Assignment> record, Decision decision) {
        String id = record.key();
        StoredArticle article = versions.of(id, record.timestamp()).newest();
        if (article == null) {
            throw new IllegalStateException("decision for an article whose newest version is not known: " + id);
        }
        byte[] json = decided(id, article, decision);
        Long digest = Sha256.firstBits(json);
        if (!digest.equals(assembled.get(id))) {
            LOG.debug("article {} is published", id);
            events.begin(record);
            AssembledArticle result = new AssembledArticle(record.value().site(), json);
            context.forward(
                    events.of(Topics.ENRICHED_ARTICLES, record.withValue(result), events.causeOr(Cause.RELATIONS)));
            assembled.put(id, digest);
        }
    }

    /** The JSON of the article with the decision. */
    private static byte[] decided(String id, StoredArticle article, Decision decision) {
        String basedOn = isAgencyCopy(id, decision) ? decision.workId() : null;
        byte[] json = DecidedJson.of(article.json(), decision, basedOn);
        return json == null ? Json.bytes(enriched(article.article(), decision, basedOn)) : json;
    }

    private static Article enriched(Article article, Decision decision, @Nullable String basedOn) {
        return article.toBuilder()
                .isBasedOn(article.isBasedOn() == null ? basedOn : article.isBasedOn())
                .pipeline(article.pipeline().toBuilder().decision(decision).build())
                .build();
    }

    private static boolean isAgencyCopy(String id, Decision decision) {
        return !decision.workId().equals(id)
                && decision.relations().stream().anyMatch(relation -> relation.kind() == Kind.SYNDICATED);
    }
}
