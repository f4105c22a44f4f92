package io.copydesk.ingest.clean;

import io.copydesk.ingest.boilerplate.LearnedChange;
import io.copydesk.ingest.boilerplate.LearnedSet;
import io.copydesk.ingest.boilerplate.SiteMemory;
import io.copydesk.ingest.clean.SiteEvent.PageAnnounced;
import io.copydesk.kit.deadletter.DeadLetters;
import io.copydesk.kit.lineage.Lineage;
import io.copydesk.kit.streams.RevertibleWrites;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Numbers the versions of each article by fetch time, and takes what is known to be boilerplate of the site out of them. An
 * older page that arrives late is put where it belongs, and all later versions are issued again with their new numbers, so
 * the last record of a key is always the newest version. What is learned from a page about its site corrects the articles that are
 * there already: they are issued again with the numbers they have, as they are when a further feed turns out to have announced them. Its output type is {@code Object} for the reason that
 * {@link CleanProcessor} gives.
 */
final class VersionProcessor implements Processor<String, SiteEvent, String, Object> {

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first
    private ProcessorContext<String, Object> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Article> observations;

    @SuppressWarnings("NullAway.Init")
    private SiteMemory memory;

    @SuppressWarnings("NullAway.Init")
    private Announcements announcements;

    private final RevertibleWrites writes = new RevertibleWrites();

    @Override
    public void init(ProcessorContext<String, Object> assigned) {
        context = assigned;
        observations = assigned.getStateStore(CleanTopology.OBSERVATIONS);
        memory = new SiteMemory(
                assigned.getStateStore(CleanTopology.SITE_PAGES),
                assigned.getStateStore(CleanTopology.LEARNED_LINES),
                key -> observations.get(key).articleBody(),
                writes);
        announcements = new Announcements(assigned.getStateStore(CleanTopology.ANNOUNCED), writes);
    }

    @Override
    public void process(Record<String, SiteEvent> record) {
        writes.run(() -> record.value()
                .fold(
                        page -> number(
                                record.withValue(page.result().article()),
                                page.pageId(),
                                page.result().places()),
                        page -> announced(record.timestamp(), page)));
    }

    private void number(Record<String, Article> record, String pageId, List<Integer> places) {
        Observation arrived = new Observation(record.value());
        String id = arrived.article().id();
        List<Announcement> announcedBefore = announcements.of(id);
        announcements.connect(pageId, id);
        Article same = observations.get(arrived.key());
        if (same != null && Arrays.equals(Json.bytes(same), Json.bytes(arrived.article()))) {
            reissue(id, announcedBefore, record.timestamp()); // the state of a release that knew no pages
            return;
        }
        List<Observation> known = known(id);
        if (known.size() >= History.LIMIT) {
            refuse(record, arrived);
            return;
        }
        // The same input cleaned again with another result replaces what it gave before.
        List<Observation> replaced = known.stream()
                .filter(earlier -> earlier.inputId().equals(arrived.inputId()))
                .toList();
        List<Observation> all = new ArrayList<>(known);
        all.removeAll(replaced);
        all.add(arrived);
        replaced.forEach(earlier -> writes.replace(observations, earlier.key(), earlier.article(), null));
        writes.replace(observations, arrived.key(), null, arrived.article());
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
        issue(record, new History(known, before, announcedBefore), new History(all, after, announcements.of(id)));
        correct(record, change, before, after);
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
        List<Observation> observed = after.equals(before) ? List.of() : known(id);
        if (!observed.isEmpty()) {
            SiteCleaning cleaning = new SiteCleaning(memory::learned, memory::places);
            new History(observed, cleaning, after)
                    .versionsSince(new History(observed, cleaning, before))
                    .forEach(version -> forward(version, timestamp));
        }
    }

    /** What a page changes elsewhere is not of its record's lineage. */
    private void forward(Article version, long timestamp) {
        Record<String, Object> again = new Record<>(version.id(), version, timestamp);
        Lineage.mark(again.headers(), version.pipeline().inputId());
        again.headers().add(Topics.REISSUED, new byte[0]);
        context.forward(again, CleanTopology.ARTICLES);
    }

    private void issue(Record<String, Article> record, History before, History after) {
        for (Article version : after.versionsSince(before)) {
            context.forward(record.withKey(version.id()).withValue((Object) version), CleanTopology.ARTICLES);
        }
        for (LedgerEntry entry : after.ledgerSince(before)) {
            context.forward(record.withKey(entry.inputId()).withValue((Object) entry), CleanTopology.LEDGER);
        }
    }

    private void correct(
            Record<String, Article> record, LearnedChange change, SiteCleaning before, SiteCleaning after) {
        for (String article : change.articles()) {
            if (!article.equals(record.value().id())) {
                List<Observation> observed = known(article);
                List<Announcement> announced = announcements.of(article);
                new History(observed, after, announced)
                        .versionsSince(new History(observed, before, announced))
                        .forEach(version -> forward(version, record.timestamp()));
            }
        }
        if (!change.before().isEmpty()) {
            String site = record.value().pipeline().site();
            context.forward(
                    new Record<>(site, (Object) SiteEvidence.of(site, memory.learned(site)), record.timestamp()),
                    CleanTopology.SITE_BOILERPLATE);
        }
    }

    private List<Observation> known(String articleId) {
        List<Observation> known = new ArrayList<>();
        try (KeyValueIterator<String, Article> range =
                observations.prefixScan(Observation.prefix(articleId), new StringSerializer())) {
            while (range.hasNext()) {
                KeyValue<String, Article> entry = range.next();
                known.add(new Observation(entry.value));
            }
        }
        return known;
    }

    private void refuse(Record<String, Article> record, Observation arrived) {
        DeadLetter letter = DeadLetters.of(
                Stage.CLEAN,
                "history-full",
                "the article has " + History.LIMIT + " observations already",
                arrived.inputId(),
                context.recordMetadata().orElse(null),
                record.key(),
                Json.bytes(arrived.article()));
        context.forward(record.withKey(letter.id()).withValue((Object) letter), CleanTopology.DEAD_LETTERS);
        context.forward(
                record.withKey(arrived.inputId())
                        .withValue((Object) LedgerEntry.refused(arrived.inputId(), letter.reason())),
                CleanTopology.LEDGER);
    }
}
