package io.copydesk.enrich;

import io.copydesk.enrich.entity.EntityFinder;
import io.copydesk.enrich.entity.EntityFinder.Reading;
import io.copydesk.enrich.language.LanguageChoice;
import io.copydesk.enrich.language.LanguageTags;
import io.copydesk.enrich.revision.Revisions;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.Sketcher;
import io.copydesk.kit.lineage.Events;
import io.copydesk.kit.streams.RevertibleWrites;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Cause;
import io.copydesk.schemas.Pipeline;
import io.copydesk.schemas.Revision;
import io.copydesk.schemas.Revision.Event;
import io.copydesk.schemas.Topics;
import io.copydesk.schemas.Withdrawal;
import java.util.List;
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

    /** Keywords of an article whose page has none. */
    private static final int KEYWORDS = 6;

    private final LanguageChoice languages = new LanguageChoice();
    private final RevertibleWrites writes = new RevertibleWrites();
    private ProcessorContext<String, Object> context;
    private Events events;
    private ArticleVersions versions;

    @Override
    public void init(ProcessorContext<String, Object> assigned) {
        context = assigned;
        events = new Events(EnrichTopology.ENRICH, assigned);
        versions = new ArticleVersions(
                assigned.getStateStore(EnrichTopology.VERSIONS), assigned.getStateStore(EnrichTopology.LATEST));
    }

    @Override
    public void process(Record<String, Article> record) {
        if (record.value() != null) {
            events.begin(record);
            writes.run(() -> enrich(record));
        }
    }

    private void enrich(Record<String, Article> record) {
        Article cleaned = languages.fill(record.value());
        Article known = versions.latest(cleaned.id());
        Sketch sketch = Sketcher.sketch(cleaned).arrivedAt(record.timestamp());
        Reading names = read(cleaned);
        Article article = cleaned.toBuilder()
                .mentions(names.mentions())
                .quotes(names.quotes())
                .keywords(keywords(cleaned, sketch))
                .build();
        if (article.equals(known)) {
            return;
        }
        Article replaced = versions.version(article.id(), article.version(), known);
        Article previous = versions.version(article.id(), article.version() - 1, known);
        versions.replace(writes, replaced, article);
        if (replaced == null || !isTheSameButWithdrawn(replaced, article)) {
            compare(record, replaced, previous, article);
        }
        follow(record, replaced, previous, article);
        versions.makeLatest(writes, known, article);
        Record<String, Object> toDecide = record.withKey(article.id()).withValue(sketch);
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
            Record<String, Article> record, @Nullable Article replaced, @Nullable Article previous, Article article) {
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
            versions.replace(writes, previous, with(previous, null));
        }
    }

    private void tell(Record<String, Article> record, Revision revision, Cause cause) {
        Record<String, Object> told = record.withKey(revision.id()).withValue(revision);
        context.forward(events.of(Topics.REVISIONS, told, cause), EnrichTopology.REVISIONS);
    }

    private static boolean isTheSameButWithdrawn(Article replaced, Article article) {
        return replaced.equals(with(article, replaced.pipeline().withdrawn()));
    }

    private static Article with(Article article, @Nullable Withdrawal withdrawal) {
        return article.toBuilder()
                .pipeline(article.pipeline().withdrawn(withdrawal))
                .build();
    }

    /** Loads the language model and the tables of names and words, which otherwise the first article waits for. */
    static void loadTables() {
        Article article = new LanguageChoice()
                .fill(Article.builder()
                        .id("none")
                        .headline("The ferry to Ternquay runs again")
                        .articleBody("The ferry to Ternquay runs again, the harbour office in Lisbon said on Monday.")
                        .pipeline(Pipeline.builder()
                                .inputId("none")
                                .site("ferry.example")
                                .fetched("2026-11-27T20:00:00Z")
                                .eventTime("2026-11-27T20:00:00Z")
                                .textDigest("")
                                .contentDigest("")
                                .extractor("none")
                                .build())
                        .build());
        keywords(article, Sketcher.sketch(article));
        read(article);
    }

    private static Reading read(Article article) {
        String language = LanguageTags.primary(article.inLanguage());
        return EntityFinder.read(language, article.headline(), article.articleBody());
    }

    /** The keywords of the page, else the heaviest terms of the text. */
    private static List<String> keywords(Article article, Sketch sketch) {
        return article.keywords().isEmpty() ? sketch.terms().keywords(KEYWORDS) : article.keywords();
    }

    private static boolean isSiteCleaned(Article article) {
        return article.pipeline().siteRule() != null;
    }
}
