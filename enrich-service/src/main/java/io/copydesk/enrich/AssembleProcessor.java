package io.copydesk.enrich;

import io.copydesk.schemas.Article;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Relation.Kind;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Adds the decision to the article, and the original to agency copy. Several versions of an article may be in flight at once; its last
 * assignment comes after its last version was stored, so the last record always has the newest of both.
 */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
final class AssembleProcessor implements Processor<String, Assignment, String, Article> {

    private ProcessorContext<String, Article> context;
    private KeyValueStore<String, Article> latest;

    @Override
    public void init(ProcessorContext<String, Article> assigned) {
        context = assigned;
        latest = assigned.getStateStore(EnrichTopology.LATEST);
    }

    @Override
    public void process(Record<String, Assignment> record) {
        Article article = latest.get(record.key());
        if (article == null) {
            throw new IllegalStateException(
                    "decision for an article that is not in the store of latest versions: " + record.key());
        }
        Decision decision = record.value().decision();
        Article.Builder assembled = article.toBuilder()
                .pipeline(article.pipeline().toBuilder().decision(decision).build());
        if (article.isBasedOn() == null && isAgencyCopy(article, decision)) {
            assembled.isBasedOn(decision.workId());
        }
        context.forward(record.withValue(assembled.build()));
    }

    private static boolean isAgencyCopy(Article article, Decision decision) {
        return !decision.workId().equals(article.id())
                && decision.relations().stream().anyMatch(relation -> relation.kind() == Kind.SYNDICATED);
    }
}
