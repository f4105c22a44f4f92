package io.copydesk.ingest.clean;

import io.copydesk.ingest.clean.CleanResult.Cleaned;
import io.copydesk.schemas.Announcement;
import java.util.function.Consumer;

/** What a record of {@code pages} tells the history of its site's articles: that a page was cleaned, was announced, is gone or there again. */
sealed interface SiteEvent permits Cleaned, SiteEvent.PageAnnounced, GoneNotice {

    /** One case for each kind of event. */
    void fold(Consumer<Cleaned> cleaned, Consumer<PageAnnounced> announced, Consumer<GoneNotice> gone);

    /** A feed named a page, which may have been cleaned, may be cleaned later or never. */
    record PageAnnounced(String pageId, Announcement announcement) implements SiteEvent {
        @Override
        public void fold(Consumer<Cleaned> cleaned, Consumer<PageAnnounced> announced, Consumer<GoneNotice> gone) {
            announced.accept(this);
        }
    }
}
