package io.copydesk.ingest.clean;

import io.copydesk.ingest.clean.CleanResult.Cleaned;
import io.copydesk.ingest.clean.CleanResult.Refused;
import io.copydesk.ingest.clean.SiteEvent.PageAnnounced;
import io.copydesk.ingest.clean.SiteEvent.PageRefused;
import io.copydesk.ingest.page.Capture;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.PageAnnouncement;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.ingest.page.WithdrawalNotice;
import io.copydesk.kit.deadletter.DeadLetters;
import io.copydesk.kit.lineage.Lineage;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.PageVerdict;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cleans pages; what cannot be cleaned goes to the dead letters and the ledger. Holds no state.
 *
 * <p>Its output type is {@code Object} as in each processor with several children: Kafka Streams gives a processor one
 * type for all of them, and {@code forward} names the child, whose serializer or processor fixes the type.
 */
final class CleanProcessor implements Processor<String, byte[], String, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(CleanProcessor.class);

    private final Cleaner cleaner;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first
    private ProcessorContext<String, Object> context;

    CleanProcessor(Cleaner cleaner) {
        this.cleaner = cleaner;
    }

    @Override
    public void init(ProcessorContext<String, Object> assigned) {
        context = assigned;
    }

    @Override
    public void process(Record<String, byte[]> page) {
        if (page.value() == null) {
            refuse(page, null, "empty", "the record in pages has no value");
            return;
        }
        Optional<PageAnnouncement> announced = PageAnnouncement.decode(page.value());
        if (announced.isPresent()) {
            announced(page, announced.get());
            return;
        }
        WarcPages.decode(page.value())
                .<Runnable>fold(
                        decoded -> () -> clean(page, decoded),
                        undecodable -> () -> refuse(
                                page,
                                Lineage.inputId(page.headers()),
                                undecodable.reason().label(),
                                undecodable.detail()))
                .run();
    }

    private void announced(Record<String, byte[]> page, PageAnnouncement announced) {
        String pageId = ArticleIds.of(announced.url(), "");
        SiteEvent event = new PageAnnounced(pageId, announced.announcement());
        context.forward(page.withKey(pageId).withValue((Object) event), CleanTopology.VERSION);
    }

    private void clean(Record<String, byte[]> page, Page decoded) {
        if (WithdrawalNotice.isOne(decoded)) {
            notice(page, decoded);
            return;
        }
        cleaner.clean(decoded)
                .<Runnable>fold(
                        cleaned -> () -> forward(page, cleaned), refused -> () -> refused(page, decoded, refused))
                .run();
    }

    /** A page that shows a notice is one of its article's inputs; any other one without an article is refused. */
    private void refused(Record<String, byte[]> page, Page decoded, Refused refused) {
        String url = decoded.url();
        boolean shows = PageVerdict.WITHDRAWN.equals(refused.reason()) || PageVerdict.GONE.equals(refused.reason());
        PageVerdict verdict = new PageVerdict(false, refused.reason(), shows ? refused.detail() : null);
        GoneNotice notice =
                shows && url != null && decoded.fetched() != null ? GoneNotice.shown(decoded, verdict) : null;
        if (notice == null) {
            refuse(page, decoded.inputId(), refused.reason(), refused.detail());
        }
        if (url != null && (notice != null || decoded.capture() == Capture.RESPONSE)) {
            String pageId = ArticleIds.of(url, decoded.inputId());
            SiteEvent event = new PageRefused(pageId, url, decoded.inputId(), verdict, notice);
            context.forward(page.withKey(pageId).withValue((Object) event), CleanTopology.VERSION);
        }
    }

    private void notice(Record<String, byte[]> page, Page decoded) {
        WithdrawalNotice.of(decoded)
                .ifPresentOrElse(
                        notice -> {
                            GoneNotice gone = GoneNotice.of(decoded, notice);
                            context.forward(page.withKey(gone.page()).withValue((Object) gone), CleanTopology.VERSION);
                        },
                        () -> refuse(
                                page,
                                decoded.inputId(),
                                "bad-notice",
                                "the notice of a withdrawal cannot be read, or has no time, URL or evidence"));
    }

    private void forward(Record<String, byte[]> page, Cleaned cleaned) {
        LOG.debug("article {} of {}", cleaned.article().id(), cleaned.article().url());
        context.forward(page.withKey(cleaned.article().id()).withValue((Object) cleaned), CleanTopology.VERSION);
    }

    private void refuse(Record<String, byte[]> page, @Nullable String inputId, String reason, String detail) {
        LOG.debug("refused as {}: {}", reason, detail);
        DeadLetter letter = DeadLetters.of(
                Stage.CLEAN, reason, detail, inputId, context.recordMetadata().orElse(null), page.key(), page.value());
        context.forward(page.withKey(letter.id()).withValue((Object) letter), CleanTopology.DEAD_LETTERS);
        String input = inputId == null ? letter.id() : inputId;
        LedgerEntry entry = LedgerEntry.refused(input, reason);
        context.forward(page.withKey(input).withValue((Object) entry), CleanTopology.LEDGER);
    }
}
