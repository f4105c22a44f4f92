package io.copydesk.ingest.clean;

import io.copydesk.ingest.clean.CleanResult.Cleaned;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.PageVerdict;
import org.jspecify.annotations.Nullable;

/**
 * What a record of {@code pages} tells the history of its site's articles: that a page was cleaned, was announced, is gone or there again;
 * and what one of {@code articles} tells it: where it is.
 */
sealed interface SiteEvent
        permits Cleaned, SiteEvent.PageAnnounced, SiteEvent.PageRefused, SiteEvent.ArticlePublished, GoneNotice {

    /** What is done with an event of each kind. */
    interface Cases {
        void cleaned(Cleaned event);

        void announced(PageAnnounced event);

        void refused(PageRefused event);

        void gone(GoneNotice event);

        void published(ArticlePublished event);
    }

    /** Does what is done with an event of its kind. */
    void tell(Cases cases);

    /** A feed named a page, which may have been cleaned, may be cleaned later or never. */
    record PageAnnounced(String pageId, Announcement announcement) implements SiteEvent {
        @Override
        public void tell(Cases cases) {
            cases.announced(this);
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
        public void tell(Cases cases) {
            cases.refused(this);
        }
    }

    /**
     * An article has come back from {@code articles}.
     *
     * @param json the record's value, {@code null} for none
     */
    record ArticlePublished(byte @Nullable [] json) implements SiteEvent {
        @Override
        public void tell(Cases cases) {
            cases.published(this);
        }
    }
}
