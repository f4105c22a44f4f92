package io.copydesk.alerts;

import io.copydesk.alerts.StoryWatch.SiteOfArticle;
import io.copydesk.alerts.added.LiveRules;
import io.copydesk.alerts.rule.Rule.OfDeadLetters;
import io.copydesk.alerts.rule.Rule.OfSilence;
import io.copydesk.kit.config.DurationText;
import io.copydesk.kit.lineage.Events;
import io.copydesk.kit.streams.RevertibleWrites;
import io.copydesk.schemas.Alert;
import io.copydesk.schemas.Alert.Kind;
import io.copydesk.schemas.Cause;
import io.copydesk.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Raises alerts, in one task: limits and windows of a rule are of all that it finds. */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
final class RaiseProcessor implements Processor<String, Signal, String, Alert> {

    private static final String STARTED = "started";
    private static final Duration REPORTS = Duration.ofMinutes(1);

    private final LiveRules rules;
    private final AlertsSettings settings;
    private final RevertibleWrites writes = new RevertibleWrites();

    private ProcessorContext<String, Alert> context;
    private Events events;
    private KeyValueStore<String, LetterRate> rates;
    private Outlet outlet;
    private StoryWatch stories;
    private Record<String, Signal> current;

    RaiseProcessor(LiveRules rules, AlertsSettings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, Alert> assigned) {
        context = assigned;
        events = new Events(AlertsTopology.RAISE, assigned);
        rates = assigned.getStateStore(AlertsTopology.RATES);
        KeyValueStore<String, Long> raised = assigned.getStateStore(AlertsTopology.RAISED);
        KeyValueStore<String, HourCount> hours = assigned.getStateStore(AlertsTopology.HOURS);
        KeyValueStore<String, SiteOfArticle> sites = assigned.getStateStore(AlertsTopology.SITES);
        KeyValueStore<String, StoryState> told = assigned.getStateStore(AlertsTopology.STORIES);
        outlet = new Outlet(raised, hours, writes, settings.perHour(), since(assigned), rules::since, this::write);
        stories = new StoryWatch(rules, sites, told, writes, outlet);
        Forgetting.schedule(assigned, raised, Long::longValue, settings.retention());
        Forgetting.schedule(assigned, sites, SiteOfArticle::at, settings.retention());
        Forgetting.schedule(assigned, told, StoryState::at, settings.retention());
        assigned.schedule(REPORTS, PunctuationType.WALL_CLOCK_TIME, this::report);
    }

    /** The topics may be old when the first alerts are asked for: what came before is not news. */
    private long since(ProcessorContext<?, ?> assigned) {
        KeyValueStore<String, Long> marks = assigned.getStateStore(AlertsTopology.MARKS);
        Long started = marks.get(STARTED);
        if (started == null) {
            started = assigned.currentSystemTimeMs();
            marks.put(STARTED, started);
        }
        return started - settings.lookback().toMillis();
    }

    private void report(long now) {
        current = new Record<>("", new Signal(null, null, null, null), now);
        events.begin(current);
        outlet.reportOver(now);
    }

    @Override
    public void process(Record<String, Signal> record) {
        current = record;
        events.begin(record);
        writes.run(() -> take(record.value(), record.timestamp()));
    }

    private void take(Signal signal, long arrival) {
        if (signal.article() != null) {
            article(signal.article(), arrival);
        }
        if (signal.story() != null) {
            stories.story(signal.story(), arrival);
        }
        if (signal.feed() != null) {
            silence(signal.feed(), arrival);
        }
        if (signal.letter() != null) {
            letter(signal.letter(), arrival);
        }
    }

    private void article(Signal.OfArticle article, long arrival) {
        stories.article(article, arrival);
        new TreeMap<>(article.met())
                .forEach((rule, matched) -> outlet.raise(alert(rule, matched, article, arrival), arrival));
    }

    private static Alert alert(String rule, List<String> matched, Signal.OfArticle article, long arrival) {
        return Alert.builder()
                .of(rule, Kind.ARTICLE, article.id())
                .headline(Texts.headline(article.headline(), article.id()))
                .raised(time(arrival))
                .article(article.id())
                .story(article.story())
                .url(Texts.url(article.url()))
                .site(article.site())
                .language(article.language())
                .matched(matched)
                .build();
    }

    private void silence(Signal.OfFeed feed, long arrival) {
        for (OfSilence rule : rules.now().of(OfSilence.class)) {
            if (rule.feeds().isEmpty() || rule.feeds().contains(feed.url())) {
                outlet.raise(
                        Alert.builder()
                                .of(rule.name(), Kind.FEED_SILENT, feed.url() + "\n" + feed.since())
                                .headline(Texts.headline(feed.title(), feed.url()))
                                .raised(time(arrival))
                                .feed(feed.url())
                                .since(feed.since())
                                .build(),
                        arrival);
            }
        }
    }

    private void letter(Signal.OfLetter letter, long arrival) {
        for (OfDeadLetters rule : rules.now().of(OfDeadLetters.class)) {
            if (arrival >= rules.since(rule.name())
                    && (rule.stages().isEmpty() || rule.stages().contains(letter.stage()))
                    && (rule.reasons().isEmpty() || rule.reasons().contains(letter.reason()))) {
                counted(rule, letter, arrival);
            }
        }
    }

    private void counted(OfDeadLetters rule, Signal.OfLetter letter, long arrival) {
        LetterRate stored = rates.get(rule.name());
        LetterRate before = stored == null ? LetterRate.NONE : stored;
        LetterRate now = before.with(arrival, rule);
        writes.replace(rates, rule.name(), stored, now);
        if (now.isHigh() && now.highSince() != before.highSince()) {
            outlet.raise(
                    Alert.builder()
                            .of(rule.name(), Kind.DEAD_LETTERS, time(now.highSince()))
                            .headline(now.count() + " dead letters within " + DurationText.format(rule.within()))
                            .raised(time(arrival))
                            .deadLetters(now.count())
                            .stage(letter.stage())
                            .reason(letter.reason())
                            .build(),
                    arrival);
        }
    }

    private void write(Alert alert, long time) {
        Record<String, Alert> record = new Record<>(alert.id(), alert, time).withHeaders(current.headers());
        context.forward(events.of(Topics.ALERTS, record, events.causeOr(Cause.NEW)));
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
