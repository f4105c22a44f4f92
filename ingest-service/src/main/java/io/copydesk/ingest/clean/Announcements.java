package io.copydesk.ingest.clean;

import io.copydesk.kit.streams.RevertibleWrites;
import io.copydesk.schemas.Announcement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which feeds announced which articles. A feed names a URL, and the page there says which article it is: both are kept by the id of the page, in either
 * order of arrival. An article whose page declares no other canonical URL has the id of its page, and takes no entry without a feed.
 *
 * <p>A page that gave no article is forgotten {@link #KEPT} after a feed named it last: with each announcement the next entries of the store are looked at.
 * The ids are spread evenly, so that each entry has its turn, and as times count those of the announcements. For one thread.
 */
final class Announcements {

    /** Twice as long as {@code pages} are kept and pages are visited: by then no article comes of a page any more. */
    static final Duration KEPT = Duration.ofDays(60);

    /** Entries that are looked at for each announcement: about an eighth of what is kept is past its time. */
    private static final int LOOKS = 8;

    private final KeyValueStore<String, AnnouncedPage> store;
    private final RevertibleWrites writes;
    private final Predicate<String> isArticle;

    /** @param isArticle whether there is an article with an id */
    Announcements(KeyValueStore<String, AnnouncedPage> store, RevertibleWrites writes, Predicate<String> isArticle) {
        this.store = store;
        this.writes = writes;
        this.isArticle = isArticle;
    }

    /** The announcements of all pages that are known to be the article. */
    List<Announcement> of(String articleId) {
        AnnouncedPage own = get(articleId);
        List<Announcement> all = own.announced();
        for (String page : own.pages()) {
            all = Announcement.merged(all, get(page).announced());
        }
        return all;
    }

    /** The page turned out to be the article. */
    void connect(String pageId, String articleId) {
        if (!pageId.equals(articleId)) {
            put(pageId, get(pageId).withArticle(articleId));
            put(articleId, get(articleId).withPage(pageId));
        }
    }

    /** A feed named the page. */
    void add(String pageId, Announcement announcement) {
        put(pageId, get(pageId).by(announcement));
        Instant now = EventTimes.instant(announcement.firstSeen());
        if (now != null) {
            forget(pageId, now.minus(KEPT));
        }
    }

    private void forget(String from, Instant limit) {
        List<KeyValue<String, AnnouncedPage>> forgotten = new ArrayList<>();
        try (KeyValueIterator<String, AnnouncedPage> range = store.range(from, null)) {
            for (int i = 0; i < LOOKS && range.hasNext(); i++) {
                KeyValue<String, AnnouncedPage> entry = range.next();
                if (entry.value.isForgotten(limit) && !isArticle.test(entry.key)) {
                    forgotten.add(entry);
                }
            }
        }
        forgotten.forEach(entry -> writes.replace(store, entry.key, entry.value, null));
    }

    /** The ids that the article of a page may have, its own first. */
    List<String> articles(String pageId) {
        List<String> ids = new ArrayList<>(List.of(pageId));
        ids.addAll(get(pageId).articles());
        return ids;
    }

    private AnnouncedPage get(String id) {
        AnnouncedPage known = store.get(id);
        return known == null ? AnnouncedPage.NONE : known;
    }

    private void put(String id, AnnouncedPage page) {
        AnnouncedPage before = store.get(id);
        if (!page.equals(before)) {
            writes.replace(store, id, before, page);
        }
    }
}
