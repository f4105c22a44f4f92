package io.copydesk.ingest.clean;

import io.copydesk.kit.streams.RevertibleWrites;
import io.copydesk.schemas.Announcement;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which feeds announced which articles. A feed names a URL, and the page there says which article it is: both are kept by the id of the page, in either
 * order of arrival. An article whose page declares no other canonical URL has the id of its page, and takes no entry without a feed. For one thread.
 */
final class Announcements {

    private final KeyValueStore<String, AnnouncedPage> store;
    private final RevertibleWrites writes;

    Announcements(KeyValueStore<String, AnnouncedPage> store, RevertibleWrites writes) {
        this.store = store;
        this.writes = writes;
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
