package io.copydesk.ingest.clean;

import io.copydesk.ingest.clean.CleanResult.Cleaned;
import io.copydesk.ingest.clean.SiteEvent.PageAnnounced;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.WithdrawalNotice;
import io.copydesk.schemas.Withdrawal;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The word that a page is gone or there again.
 *
 * @param inputId the input that says so
 * @param page the id that an article has whose URL is that of the page, or the id of the article that is named
 * @param time when it was so, as {@link Observation#time} writes it
 * @param direct whether an article is named, wherever it was seen
 * @param withdrawal {@code null} when the page is there again
 */
record GoneNotice(
        String inputId,
        String page,
        String time,
        boolean direct,
        @Nullable Withdrawal withdrawal) implements SiteEvent {

    @Override
    public void fold(Consumer<Cleaned> cleaned, Consumer<PageAnnounced> announced, Consumer<GoneNotice> gone) {
        gone.accept(this);
    }

    /** The notice of a record whose time is known. */
    static GoneNotice of(Page record, WithdrawalNotice notice) {
        Instant at = Objects.requireNonNull(record.fetched(), "a notice has a time");
        String named = notice.articleId();
        return new GoneNotice(
                record.inputId(),
                named == null ? ArticleIds.of(record.url(), record.inputId()) : named,
                Observation.sortable(at),
                named != null,
                notice.restored() ? null : new Withdrawal(at.toString(), notice.evidence()));
    }
}
