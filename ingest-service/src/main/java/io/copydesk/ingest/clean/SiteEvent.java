package io.copydesk.ingest.clean;

import io.copydesk.ingest.clean.CleanResult.Cleaned;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.PageVerdict;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a record of {@code pages} tells the history of its site's articles: that a page was cleaned, was announced, is gone or there again. */
sealed interface SiteEvent permits Cleaned, SiteEvent.PageAnnounced, SiteEvent.PageRefused, GoneNotice {

    /** One case for each kind of event. */
    void fold(
            Consumer<Cleaned> cleaned,
            Consumer<PageAnnounced> announced,
            Consumer<PageRefused> refused,
            Consumer<GoneNotice> gone);

    /** A feed named a page, which may have been cleaned, may be cleaned later or never. */
    record PageAnnounced(String pageId, Announcement announcement) implements SiteEvent {
        @Override
        public void fold(
                Consumer<Cleaned> cleaned,
                Consumer<PageAnnounced> announced,
                Consumer<PageRefused> refused,
                Consumer<GoneNotice> gone) {
            announced.accept(this);
        }
    }

    /**
     * A page gave no article.
     *
     * @param url of the page
     * @param notice when the page says in place of an article that it is gone, else {@code null}
     */
    record PageRefused(
            String pageId,
            String url,
            String inputId,
            PageVerdict verdict,
            @Nullable GoneNotice notice) implements SiteEvent {
        @Override
        public void fold(
                Consumer<Cleaned> cleaned,
                Consumer<PageAnnounced> announced,
                Consumer<PageRefused> refused,
                Consumer<GoneNotice> gone) {
            refused.accept(this);
        }
    }
}
