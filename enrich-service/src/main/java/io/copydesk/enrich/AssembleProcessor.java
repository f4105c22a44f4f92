package io.copydesk.enrich;

import io.copydesk.kit.lineage.Events;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Cause;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Relation.Kind;
import io.copydesk.schemas.Sha256;
import io.copydesk.schemas.Topics;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the decision to the article, and the original to agency copy. Several versions of an article may be in flight at once; its last
 * assignment comes after its last version was stored, so the last record always has the newest of both. What equals the last record
 * of its article is not published again.
 */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
final class AssembleProcessor implements Processor<String, Assignment, String, AssembledArticle> {

    private static final Logger LOG = LoggerFactory.getLogger(AssembleProcessor.class);

    private ProcessorContext<String, AssembledArticle> context;
    private Events events;
    private ArticleVersions versions;
    private KeyValueStore<String, Long> assembled;

    @Override
    public void init(ProcessorContext<String, AssembledArticle> assigned) {
        context = assigned;
        events = new Events(EnrichTopology.ASSEMBLE, assigned);
        versions = new ArticleVersions(
                assigned.getStateStore(EnrichTopology.VERSIONS), assigned.getStateStore(EnrichTopology.LATEST));
        assembled = assigned.getStateStore(EnrichTopology.ASSEMBLED);
    }

    @Override
    public void process(Record<String, Assignment> record) {
        Article article = versions.latest(record.key());
        if (article == null) {
            throw new IllegalStateException(
                    "decision for an article that is not in the store of latest versions: " + record.key());
        }
        Article enriched = enriched(article, record.value().decision());
        AssembledArticle result = new AssembledArticle(enriched, Json.bytes(enriched));
        Long digest = Sha256.firstBits(result.json());
        if (!digest.equals(assembled.get(enriched.id()))) {
            LOG.debug("article {} version {} is published", enriched.id(), enriched.version());
            events.begin(record);
            context.forward(
                    events.of(Topics.ENRICHED_ARTICLES, record.withValue(result), events.causeOr(Cause.RELATIONS)));
            assembled.put(enriched.id(), digest);
        }
    }

    private static Article enriched(Article article, Decision decision) {
        Article.Builder enriched = article.toBuilder()
                .pipeline(article.pipeline().toBuilder().decision(decision).build());
        if (article.isBasedOn() == null && isAgencyCopy(article, decision)) {
            enriched.isBasedOn(decision.workId());
        }
        return enriched.build();
    }

    private static boolean isAgencyCopy(Article article, Decision decision) {
        return !decision.workId().equals(article.id())
                && decision.relations().stream().anyMatch(relation -> relation.kind() == Kind.SYNDICATED);
    }
}
