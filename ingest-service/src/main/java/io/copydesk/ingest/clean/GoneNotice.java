package io.copydesk.ingest.clean;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.WithdrawalNotice;
import io.copydesk.schemas.PageVerdict;
import io.copydesk.schemas.Withdrawal;
import io.copydesk.schemas.Withdrawal.Evidence;
import io.copydesk.schemas.Withdrawal.Sign;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The word that a page is gone or there again.
 *
 * @param inputId the input that says so
 * @param page the id that an article has whose URL is that of the page, or the id of the article that is named
 * @param time when it was so, as {@link Observation#time} writes it
 * @param direct whether an article is named, wherever it was seen
 * @param withdrawal {@code null} when the page is there again
 * @param shown whether the page itself says so, once: that withdraws nothing yet
 */
record GoneNotice(
        String inputId,
        String page,
        String time,
        boolean direct,
        @Nullable Withdrawal withdrawal,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean shown)
        implements SiteEvent {

    @Override
    public void tell(Cases cases) {
        cases.gone(this);
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
                notice.restored() ? null : new Withdrawal(at.toString(), notice.evidence()),
                false);
    }

    /** What a page whose time is known shows in place of its article. */
    static GoneNotice shown(Page page, PageVerdict verdict) {
        Instant at = Objects.requireNonNull(page.fetched(), "a page has a time");
        Sign sign = PageVerdict.WITHDRAWN.equals(verdict.reason()) ? Sign.GONE : Sign.NOT_FOUND;
        Evidence evidence = new Evidence(at.toString(), sign, null, verdict.notice());
        return new GoneNotice(
                page.inputId(),
                ArticleIds.of(page.url(), page.inputId()),
                Observation.sortable(at),
                false,
                new Withdrawal(at.toString(), List.of(evidence)),
                true);
    }
}
