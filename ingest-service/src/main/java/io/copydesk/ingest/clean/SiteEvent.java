package io.copydesk.ingest.clean;

import io.copydesk.ingest.clean.CleanResult.Cleaned;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.PageVerdict;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a record of {@code pages} tells the history of its site's articles: that a page was cleaned, was announced, is gone or there again;
 * and what one of {@code articles} tells it: where it is.
 */
sealed interface SiteEvent
        permits Cleaned, SiteEvent.PageAnnounced, SiteEvent.PageRefused, SiteEvent.ArticlePublished, GoneNotice {

    /** One case for each kind of event. */
    void fold(
            Consumer<Cleaned> cleaned,
            Consumer<PageAnnounced> announced,
            Consumer<PageRefused> refused,
            Consumer<GoneNotice> gone,
            Consumer<ArticlePublished> published);

    /** A feed named a page, which may have been cleaned, may be cleaned later or never. */
    record PageAnnounced(String pageId, Announcement announcement) implements SiteEvent {
        @Override
        public void fold(
                Consumer<Cleaned> cleaned,
                Consumer<PageAnnounced> announced,
                Consumer<PageRefused> refused,
                Consumer<GoneNotice> gone,
                Consumer<ArticlePublished> published) {
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
                Consumer<GoneNotice> gone,
                Consumer<ArticlePublished> published) {
            refused.accept(this);
        }
    }

    /**
     * An article has come back from {@code articles}.
     *
     * @param json the record's value, {@code null} for none
     */
    record ArticlePublished(byte @Nullable [] json) implements SiteEvent {
        @Override
        public void fold(
                Consumer<Cleaned> cleaned,
                Consumer<PageAnnounced> announced,
                Consumer<PageRefused> refused,
                Consumer<GoneNotice> gone,
                Consumer<ArticlePublished> published) {
            published.accept(this);
        }
    }
}
