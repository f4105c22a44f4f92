package io.copydesk.ingest.clean;

import io.copydesk.ingest.boilerplate.LearnedChange;
import io.copydesk.ingest.boilerplate.LearnedSet;
import io.copydesk.ingest.boilerplate.SiteMemory;
import io.copydesk.ingest.clean.CleanResult.Cleaned;
import io.copydesk.ingest.clean.History.KnownNotice;
import io.copydesk.ingest.clean.SiteEvent.ArticlePublished;
import io.copydesk.ingest.clean.SiteEvent.PageAnnounced;
import io.copydesk.ingest.clean.SiteEvent.PageRefused;
import io.copydesk.ingest.page.Site;
import io.copydesk.kit.deadletter.DeadLetters;
import io.copydesk.kit.lineage.Events;
import io.copydesk.kit.lineage.Lineage;
import io.copydesk.kit.streams.RevertibleWrites;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Cause;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.PageVerdict;
import io.copydesk.schemas.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers the versions of each article by fetch time, and takes what is known to be boilerplate of the site out of them. An
 * older page that arrives late is put where it belongs, and all later versions are issued again with their new numbers, so
 * the last record of a key is always the newest version. What is learned from a page about its site corrects the articles that are
 * there already: they are issued again with the numbers they have, as they are when a further feed turns out to have announced them. Its output type is {@code Object} for the reason that
 * {@link CleanProcessor} gives.
 */
final class VersionProcessor implements Processor<String, SiteEvent, String, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(VersionProcessor.class);
    private static final String HISTORY_FULL = "history-full";

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first
    private ProcessorContext<String, Object> context;

    @SuppressWarnings("NullAway.Init")
    private Observations observations;

    @SuppressWarnings("NullAway.Init")
    private SiteMemory memory;

    @SuppressWarnings("NullAway.Init")
    private Announcements announcements;

    @SuppressWarnings("NullAway.Init")
    private NoticeStore notices;

    @SuppressWarnings("NullAway.Init")
    private Events events;

    private final RevertibleWrites writes = new RevertibleWrites();
    private final Function<ProcessorContext<?, ?>, RecentArticles> log;

    @SuppressWarnings("NullAway.Init")
    private RecentArticles articles;

    /** @param log the records of {@code articles} of the task of a context */
    VersionProcessor(Function<ProcessorContext<?, ?>, RecentArticles> log) {
        this.log = log;
    }

    @Override
    public void init(ProcessorContext<String, Object> assigned) {
        context = assigned;
        events = new Events("version", assigned);
        articles = log.apply(assigned);
        observations = new Observations(assigned.getStateStore(CleanTopology.OBSERVATIONS), writes, articles);
        memory = new SiteMemory(
                assigned.getStateStore(CleanTopology.SITE_PAGES),
                assigned.getStateStore(CleanTopology.LEARNED_LINES),
                observations::body,
                writes);
        announcements =
                new Announcements(assigned.getStateStore(CleanTopology.ANNOUNCED), writes, observations::isKnown);
        notices = new NoticeStore(assigned.getStateStore(CleanTopology.WITHDRAWALS), writes, observations::of);
    }

    @Override
    public void process(Record<String, SiteEvent> record) {
        events.begin(record);
        observations.begin();
        writes.run(() -> record.value().tell(new Told(record)));
    }

    /** What is done with the event of one record. */
    private final class Told implements SiteEvent.Cases {
        private final Record<String, SiteEvent> record;

        Told(Record<String, SiteEvent> record) {
            this.record = record;
        }

        @Override
        public void cleaned(Cleaned event) {
            number(record.withValue(event.article()), event);
        }

        @Override
        public void announced(PageAnnounced event) {
            VersionProcessor.this.announced(record.timestamp(), event);
        }

        @Override
        public void refused(PageRefused event) {
            VersionProcessor.this.refused(record, event);
        }

        @Override
        public void gone(GoneNotice event) {
            note(record, event);
        }

        @Override
        public void published(ArticlePublished event) {
            VersionProcessor.this.published(record, event);
        }
    }

    private void published(Record<String, SiteEvent> record, ArticlePublished article) {
        RecordMetadata place = context.recordMetadata().orElse(null);
        if (place != null && record.key() != null && article.json() != null) {
            observations.published(record.key(), Events.id(record.headers()), place.offset(), article.json());
        }
    }

    /** Tells the frontier of a page that gave no article, when a feed announced it or it gave one before. */
    private void refused(Record<String, SiteEvent> record, PageRefused page) {
        GoneNotice notice = page.notice();
        if (notice != null) {
            note(record, notice);
        }
        if (notice != null || !announcements.of(page.pageId()).isEmpty()) {
            tellFrontier(record, page.url(), page.inputId(), page.verdict());
        }
    }

    /** Keeps a notice, and issues what it changes; one about no known article is a dead letter until the article comes. */
    private void note(Record<String, SiteEvent> record, GoneNotice notice) {
        if (notices.about(notice.page()).size() >= History.LIMIT) {
            refuse(record, notice.inputId(), HISTORY_FULL, "the page has " + History.LIMIT + " notices already");
            return;
        }
        String article = notices.article(notice).orElse(null);
        if (article == null) {
            notices.add(notice);
            String reason = notice.shown() ? PageVerdict.WITHDRAWN : "unknown-article";
            refuse(record, notice.inputId(), reason, "no article came from the page before");
            return;
        }
        List<Observation> known = observations.of(article);
        SiteCleaning cleaning = new SiteCleaning(memory::learned, memory::places);
        History before = history(article, known, cleaning);
        if (notices.add(notice)) {
            issue(record, article, before, history(article, known, cleaning));
        }
    }

    private History history(String article, List<Observation> known, SiteCleaning cleaning) {
        return new History(known, notices.of(article, known), cleaning, announcements.of(article));
    }

    private void number(Record<String, Article> record, Cleaned cleaned) {
        List<Integer> places = cleaned.places();
        Observation arrived = new Observation(record.value());
        String id = arrived.article().id();
        List<Announcement> announcedBefore = announcements.of(id);
        announcements.connect(cleaned.page(), id);
        Article same = observations.article(arrived.key());
        if (same != null && Arrays.equals(Json.bytes(same), Json.bytes(arrived.article()))) {
            reissue(id, announcedBefore, record.timestamp()); // the state of a release that knew no pages
            return;
        }
        List<Observation> known = observations.of(id);
        if (known.size() >= History.LIMIT) {
            refuse(
                    record,
                    arrived.inputId(),
                    HISTORY_FULL,
                    "the article has " + History.LIMIT + " observations already");
            return;
        }
        NoticedArticles noticed = new NoticedArticles(cleaned.page(), id);
        List<KnownNotice> noticesBefore = notices.of(id, known);
        // The same input cleaned again with another result replaces what it gave before.
        List<Observation> replaced = known.stream()
                .filter(earlier -> earlier.inputId().equals(arrived.inputId()))
                .toList();
        List<Observation> all = new ArrayList<>(known);
        all.removeAll(replaced);
        all.add(arrived);
        observations.add(arrived, replaced);
        notices.observe(arrived, cleaned.page());
        Map<String, int[]> replacedPlaces = new HashMap<>();
        replaced.forEach(
                earlier -> earlier.seenPage().ifPresent(page -> replacedPlaces.put(page.key(), memory.places(page))));
        LearnedChange change = memory.learn(
                arrived.seenPage().map(page -> page.at(places)),
                replaced.stream()
                        .flatMap(earlier -> earlier.seenPage().stream())
                        .toList());
        SiteCleaning before = new SiteCleaning(
                page -> {
                    LearnedSet then = change.before().get(page.period());
                    return then == null ? memory.learned(page) : then;
                },
                page -> replacedPlaces.containsKey(page.key()) ? replacedPlaces.get(page.key()) : memory.places(page));
        SiteCleaning after = new SiteCleaning(memory::learned, memory::places);
        History now = history(id, all, after);
        issue(record, id, new History(known, noticesBefore, before, announcedBefore), now);
        noticed.issue(record, after);
        if (replaced.isEmpty() && cleaned.url() != null) {
            boolean first = (known.isEmpty() || !cleaned.page().equals(id))
                    && !announcements.of(cleaned.page()).isEmpty();
            if (first || now.isEditedIn(arrived.inputId()) || notices.isShown(cleaned.page())) {
                tellFrontier(record, cleaned.url(), arrived.inputId(), PageVerdict.ARTICLE);
            }
        }
        correct(record, change, before, after);
    }

    /** The frontier knows whether the bytes of a page changed, not whether its text did, and whether it gave an article. */
    private void tellFrontier(Record<String, ?> record, String url, String inputId, PageVerdict verdict) {
        Link edited = Link.builder()
                .url(url)
                .target(FetchTarget.PAGE)
                .editedIn(inputId)
                .verdict(verdict)
                .build();
        context.forward(record.withKey(Site.of(url)).withValue((Object) edited), CleanTopology.LINKS);
    }

    /** A feed named a page: the articles that it turned out to be, if it did, are issued again with the feed in their records. */
    private void announced(long timestamp, PageAnnounced page) {
        Map<String, List<Announcement>> before = new LinkedHashMap<>();
        announcements.articles(page.pageId()).forEach(id -> before.put(id, announcements.of(id)));
        announcements.add(page.pageId(), page.announcement());
        before.forEach((id, announced) -> reissue(id, announced, timestamp));
    }

    /** Issues the versions of an article again when they are announced by other feeds than before. */
    private void reissue(String id, List<Announcement> before, long timestamp) {
        List<Announcement> after = announcements.of(id);
        List<Observation> observed = after.equals(before) ? List.of() : observations.of(id);
        if (!observed.isEmpty()) {
            SiteCleaning cleaning = new SiteCleaning(memory::learned, memory::places);
            List<KnownNotice> known = notices.of(id, observed);
            History earlier = new History(observed, known, cleaning, before);
            issueElsewhere(id, earlier, new History(observed, known, cleaning, after), timestamp);
        }
    }

    /** What a page changes elsewhere is not of its record's lineage. */
    private void issueElsewhere(String article, History before, History after, long timestamp) {
        String event = null;
        for (Article version : after.versionsSince(before)) {
            Record<String, Object> again = new Record<>(version.id(), version, timestamp);
            Lineage.mark(again.headers(), version.pipeline().inputId());
            again.headers().add(Topics.REISSUED.name(), new byte[0]);
            event = issue(again, before.causeOf(version));
        }
        settle(article, after, event);
    }

    /** Returns the id of the record. */
    private @Nullable String issue(Record<String, Object> version, Cause cause) {
        Record<String, Object> event = events.of(Topics.ARTICLES, version, cause);
        context.forward(event, CleanTopology.ARTICLES);
        return Events.id(event.headers());
    }

    private void settle(String article, History now, @Nullable String event) {
        Observation newest = now.newestObservation();
        if (newest != null) {
            observations.settle(article, newest.key(), event);
        }
    }

    /** The articles that the notices about a page speak of, before the page gives another one; most pages have no notice. */
    private final class NoticedArticles {
        private final Map<String, List<KnownNotice>> before = new TreeMap<>();
        private final List<GoneNotice> unknown = new ArrayList<>();

        NoticedArticles(String page, String given) {
            List<GoneNotice> about = new ArrayList<>(notices.about(page));
            if (!page.equals(given)) {
                about.addAll(notices.about(given));
            }
            for (GoneNotice notice : about) {
                notices.article(notice)
                        .ifPresentOrElse(
                                article -> before.computeIfAbsent(article, id -> notices.of(id, observations.of(id))),
                                () -> unknown.add(notice));
            }
            before.remove(given);
        }

        /** Issues the other articles anew, and takes back the dead letters of notices whose article is known now. */
        void issue(Record<String, Article> record, SiteCleaning cleaning) {
            before.forEach((id, then) -> {
                List<Observation> observed = observations.of(id);
                History earlier = new History(observed, then, cleaning, announcements.of(id));
                VersionProcessor.this.issue(record, id, earlier, history(id, observed, cleaning));
            });
            unknown.stream()
                    .filter(notice -> notices.article(notice).isPresent())
                    .forEach(notice -> {
                        String letter = DeadLetters.id(Stage.CLEAN, notice.inputId());
                        context.forward(record.withKey(letter).withValue((Object) null), CleanTopology.DEAD_LETTERS);
                    });
        }
    }

    private void issue(Record<String, ?> record, String article, History before, History after) {
        String event = null;
        for (Article version : after.versionsSince(before)) {
            event = issue(record.withKey(version.id()).withValue((Object) version), before.causeOf(version));
        }
        settle(article, after, event);
        for (LedgerEntry entry : after.ledgerSince(before)) {
            context.forward(record.withKey(entry.inputId()).withValue((Object) entry), CleanTopology.LEDGER);
        }
    }

    private void correct(
            Record<String, Article> record, LearnedChange change, SiteCleaning before, SiteCleaning after) {
        for (String article : change.articles()) {
            if (!article.equals(record.value().id())) {
                correct(article, before, after, record.timestamp());
            }
        }
        if (!change.before().isEmpty()) {
            String site = record.value().pipeline().site();
            Record<String, Object> learned =
                    new Record<>(site, SiteEvidence.of(site, memory.learned(site)), record.timestamp());
            context.forward(events.of(Topics.SITE_BOILERPLATE, learned, Cause.CLEANED), CleanTopology.SITE_BOILERPLATE);
        }
    }

    private void correct(String article, SiteCleaning before, SiteCleaning after, long timestamp) {
        List<Observation> observed;
        try {
            observed = observations.of(article);
        } catch (UnreadableTextException e) {
            LOG.warn("{} is not corrected: {}", article, e.getMessage());
            return;
        }
        List<Announcement> announced = announcements.of(article);
        List<KnownNotice> known = notices.of(article, observed);
        History earlier = new History(observed, known, before, announced);
        issueElsewhere(article, earlier, new History(observed, known, after, announced), timestamp);
    }

    @Override
    public void close() {
        articles.close();
    }

    private void refuse(Record<String, ?> record, String inputId, String reason, String detail) {
        Object input = record.value();
        DeadLetter letter = DeadLetters.of(
                Stage.CLEAN,
                reason,
                detail,
                inputId,
                context.recordMetadata().orElse(null),
                record.key(),
                Json.bytes(input));
        context.forward(record.withKey(letter.id()).withValue((Object) letter), CleanTopology.DEAD_LETTERS);
        context.forward(
                record.withKey(inputId).withValue((Object) LedgerEntry.refused(inputId, letter.reason())),
                CleanTopology.LEDGER);
    }
}
