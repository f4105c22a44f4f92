package io.copydesk.ingest.frontier;

import io.copydesk.ingest.page.PageAnnouncement;
import io.copydesk.ingest.page.Site;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.ingest.page.WithdrawalNotice;
import io.copydesk.kit.lineage.Lineage;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.HubSubscription;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topics;
import io.copydesk.schemas.Withdrawal.Evidence;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Publishes the frontier's decisions, each kind of record to the sink of its topic, by the name of the sink. */
final class FrontierSinks implements FrontierEvents {

    private final String prefix;
    private final ProcessorContext<String, Object> context;

    FrontierSinks(String prefix, ProcessorContext<String, Object> context) {
        this.prefix = prefix;
        this.context = context;
    }

    @Override
    public void request(FetchRequest request) {
        forward(Site.of(request.url()), request, FrontierTopology.REQUESTS);
    }

    @Override
    public void link(Link link) {
        forward(Site.of(link.url()), link, FrontierTopology.LINKS_OUT);
    }

    @Override
    public void announced(String url, Announcement announcement) {
        forward(Site.of(url), new PageAnnouncement(url, announcement).encode(), FrontierTopology.PAGES);
    }

    @Override
    public void subscribe(Subscription subscription) {
        forward(subscription.url(), subscription, FrontierTopology.SUBSCRIPTIONS_OUT);
    }

    @Override
    public void unsubscribe(String url) {
        forward(url, null, FrontierTopology.SUBSCRIPTIONS_OUT);
    }

    @Override
    public void status(FeedStatus status) {
        forward(status.url(), status, FrontierTopology.STATUS);
    }

    @Override
    public void removeStatus(String url) {
        forward(url, null, FrontierTopology.STATUS);
    }

    @Override
    public void relay(FetchOutcome outcome) {
        forward(Site.of(outcome.url()), outcome, FrontierTopology.OUTCOMES_OUT);
    }

    @Override
    public void hubSubscription(HubSubscription subscription) {
        forward(subscription.id(), subscription, FrontierTopology.HUBS);
    }

    @Override
    public void removeHubSubscription(String id) {
        forward(id, null, FrontierTopology.HUBS);
    }

    @Override
    public void withdraw(String requestId, String url, long at, List<Evidence> evidence) {
        byte[] notice = WarcPages.encode(
                new WithdrawalNotice(null, false, evidence).page(requestId, url, Instant.ofEpochMilli(at)));
        Record<String, Object> page = new Record<>(Site.of(url), notice, context.currentSystemTimeMs());
        Lineage.mark(page.headers(), requestId);
        context.forward(page, FrontierTopology.PAGES);
    }

    @Override
    public void refuse(String requestId, String url, FailureReason reason, String detail) {
        // What a retry sends back: the link, as something that changed.
        byte[] link = Json.bytes(
                Link.builder().url(url).target(FetchTarget.PAGE).updated(true).build());
        DeadLetter letter = DeadLetter.builder()
                .id(Json.label(Stage.FETCH) + "/" + requestId)
                .stage(Stage.FETCH)
                .reason(reason.label())
                .detail(detail + ": " + url)
                .inputId(requestId)
                .originTopic(Topics.LINKS.name(prefix))
                .originKey(Site.of(url))
                .bytes(link)
                .length(link.length)
                .build();
        forward(letter.id(), letter, FrontierTopology.DEAD_LETTERS);
        forward(requestId, LedgerEntry.refused(requestId, reason.label()), FrontierTopology.LEDGER);
    }

    private void forward(String key, @Nullable Object value, String sink) {
        context.forward(new Record<>(key, value, context.currentSystemTimeMs()), sink);
    }
}
