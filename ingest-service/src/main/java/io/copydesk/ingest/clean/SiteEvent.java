package io.copydesk.ingest.clean;

import io.copydesk.schemas.Announcement;
import java.util.function.Consumer;

/** What a record of {@code pages} tells the history of its site's articles. */
sealed interface SiteEvent {

    /** One case for each kind of event. */
    void fold(Consumer<PageCleaned> cleaned, Consumer<PageAnnounced> announced);

    /**
     * A page was cleaned.
     *
     * @param pageId the id that an article at the URL of the page has, see {@link ArticleIds}; the article's own may be that of its canonical URL
     */
    record PageCleaned(String pageId, CleanResult.Cleaned result) implements SiteEvent {
        @Override
        public void fold(Consumer<PageCleaned> cleaned, Consumer<PageAnnounced> announced) {
            cleaned.accept(this);
        }
    }

    /** A feed named a page, which may have been cleaned, may be cleaned later or never. */
    record PageAnnounced(String pageId, Announcement announcement) implements SiteEvent {
        @Override
        public void fold(Consumer<PageCleaned> cleaned, Consumer<PageAnnounced> announced) {
            announced.accept(this);
        }
    }
}
