package io.copydesk.enrich;

import io.copydesk.enrich.Enrichment.Enriched;
import io.copydesk.enrich.VersionIndex.Place;
import io.copydesk.enrich.revision.Revisions;
import io.copydesk.kit.lineage.Events;
import io.copydesk.kit.streams.RevertibleWrites;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Cause;
import io.copydesk.schemas.Revision;
import io.copydesk.schemas.Revision.Event;
import io.copydesk.schemas.Topics;
import io.copydesk.schemas.Withdrawal;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Enriches each version of an article with its language, mentions, quotes and keywords, compares it with the version before, and forwards its
 * sketch to be decided on.
 *
 * <p>Versions of an article come in order; when an old capture turns up late, or boilerplate of the site is learned, all versions
 * from the first that changed on come again.
 */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
final class EnrichProcessor implements Processor<String, Article, String, Object> {

    private final Enrichment enrichment = new Enrichment();
    private final RevertibleWrites writes = new RevertibleWrites();
    private final Function<ProcessorContext<?, ?>, ArticleVersions> ofTask;
    private ProcessorContext<String, Object> context;
    private Events events;
    private ArticleVersions versions;

    /**
     * A processor for one task.
     *
     * @param ofTask the versions of the task with a context
     */
    EnrichProcessor(Function<ProcessorContext<?, ?>, ArticleVersions> ofTask) {
        this.ofTask = ofTask;
    }

    @Override
    public void init(ProcessorContext<String, Object> assigned) {
        context = assigned;
        events = new Events(EnrichTopology.ENRICH, assigned);
        versions = ofTask.apply(assigned);
    }

    @Override
    public void close() {
        versions.close();
    }

    @Override
    public void process(Record<String, Article> record) {
        if (record.value() != null) {
            events.begin(record);
            writes.run(() -> enrich(record));
        }
    }

    private void enrich(Record<String, Article> record) {
        Enriched enriched = enrichment.of(record.value());
        Article article = enriched.article();
        KnownVersions known = versions.of(article.id(), record.timestamp());
        long offset = context.recordMetadata().orElseThrow().offset();
        StoredArticle newest = known.newest();
        if (newest != null && article.equals(newest.article())) {
            known.isAlsoAt(writes, article, offset);
            return;
        }
        Place place = new Place(offset, record.timestamp(), false);
        Article replaced = known.version(article.version());
        Article previous = known.version(article.version() - 1);
        known.put(writes, article, place);
        if (replaced == null || !isTheSameButWithdrawn(replaced, article)) {
            compare(record, replaced, previous, article);
        }
        follow(record, replaced, previous, article, known);
        Record<String, Object> toDecide =
                record.withKey(article.id()).withValue(enriched.sketch().arrivedAt(record.timestamp()));
        context.forward(events.internal(toDecide, events.causeOr(Cause.REVISED)), EnrichTopology.TO_DECIDE);
    }

    /** Tells what the text of a version has that others have not. */
    private void compare(
            Record<String, Article> record, @Nullable Article replaced, @Nullable Article previous, Article article) {
        // Also to retract the revision of an earlier record of this version.
        if (isSiteCleaned(article) || replaced != null && isSiteCleaned(replaced)) {
            tell(record, Revisions.ofSite(article), Cause.CLEANED);
        }
        if (previous != null) {
            Revision between = Revisions.between(previous, article);
            tell(record, between, between.kind() == Revision.Kind.CLEANING ? Cause.CLEANED : Cause.REVISED);
        }
    }

    /** Tells that the page of the article went or came back: after the last version that was withdrawn, any other is a return. */
    private void follow(
            Record<String, Article> record,
            @Nullable Article replaced,
            @Nullable Article previous,
            Article article,
            KnownVersions known) {
        Withdrawal now = article.pipeline().withdrawn();
        Withdrawal then = replaced == null ? null : replaced.pipeline().withdrawn();
        if (now != null && !now.equals(then)) {
            tell(record, Revisions.of(article, Event.WITHDRAWN, now), Cause.WITHDRAWN);
        } else if (now == null && then != null) {
            tell(record, Revisions.of(article, Event.RETURNED, then), Cause.RETURNED);
        }
        Withdrawal ended = previous == null ? null : previous.pipeline().withdrawn();
        if (previous != null && ended != null) {
            tell(record, Revisions.of(previous, Event.RETURNED, ended), Cause.RETURNED);
            known.returned(writes, previous);
        }
    }

    private void tell(Record<String, Article> record, Revision revision, Cause cause) {
        Record<String, Object> told = record.withKey(revision.id()).withValue(revision);
        context.forward(events.of(Topics.REVISIONS, told, cause), EnrichTopology.REVISIONS);
    }

    private static boolean isTheSameButWithdrawn(Article replaced, Article article) {
        return replaced.equals(KnownVersions.with(article, replaced.pipeline().withdrawn()));
    }

    private static boolean isSiteCleaned(Article article) {
        return article.pipeline().siteRule() != null;
    }
}
