package io.copydesk.alerts;

import io.copydesk.alerts.added.LiveRules;
import io.copydesk.kit.lineage.Events;
import io.copydesk.kit.streams.RevertibleWrites;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Cause;
import io.copydesk.schemas.Decision;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rules about articles whose text, names or language are new. Most records of {@code enriched-articles} are known texts
 * with another decision, which costs one look at a store.
 */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
final class MatchProcessor implements Processor<String, Article, String, Signal> {

    private final LiveRules rules;
    private final AlertsSettings settings;
    private final RevertibleWrites writes = new RevertibleWrites();

    private ProcessorContext<String, Signal> context;
    private Events events;
    private KeyValueStore<String, Sighting> articles;

    MatchProcessor(LiveRules rules, AlertsSettings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, Signal> assigned) {
        context = assigned;
        events = new Events(AlertsTopology.MATCH, assigned);
        articles = assigned.getStateStore(AlertsTopology.ARTICLES);
        Forgetting.schedule(assigned, articles, Sighting::at, settings.retention());
    }

    @Override
    public void process(Record<String, Article> record) {
        if (record.value() != null) {
            writes.run(() -> seen(record, record.value()));
        }
    }

    private void seen(Record<String, Article> record, Article article) {
        events.begin(record);
        Sighting before = articles.get(article.id());
        Sighting now = Sighting.of(article, record.timestamp());
        writes.replace(articles, article.id(), before, now);
        boolean isNew = before == null ? isFresh(article, record.timestamp()) : before.digest() != now.digest();
        Map<String, List<String>> met = isNew ? rules.now().met(article) : Map.of();
        if (before == null || !met.isEmpty()) {
            context.forward(events.internal(record.withValue(signal(article, met)), events.causeOr(Cause.NEW)));
        }
    }

    private static Signal signal(Article article, Map<String, List<String>> met) {
        Decision decision = article.pipeline().decision();
        return Signal.of(new Signal.OfArticle(
                article.id(),
                article.pipeline().site(),
                decision == null ? null : decision.storyId(),
                article.url(),
                article.headline(),
                article.inLanguage(),
                met));
    }

    /**
     * Whether an article that is not remembered was never seen. It may be known from before the retention, when its record is not
     * about its text and its text was fetched before then too.
     */
    private boolean isFresh(Article article, long arrived) {
        Cause cause = events.causeOr(Cause.NEW);
        Instant fetched = instant(article.pipeline().fetched());
        return cause == Cause.NEW
                || cause == Cause.REVISED
                || fetched != null && fetched.plus(settings.retention()).toEpochMilli() > arrived;
    }

    private static @Nullable Instant instant(@Nullable String time) {
        try {
            return time == null ? null : Instant.parse(time);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
