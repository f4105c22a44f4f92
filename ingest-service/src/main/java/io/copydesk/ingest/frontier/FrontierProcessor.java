package io.copydesk.ingest.frontier;

import io.copydesk.ingest.page.Site;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topics;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The {@link Frontier} as an operator: subscriptions, links and outcomes in, requests out, and a punctuator for what is due. */
final class FrontierProcessor implements Processor<String, Object, String, Object>, FrontierEvents {

    private final String prefix;
    private final FrontierSettings settings;
    private final String agent;
    private final Duration tick;
    private ProcessorContext<String, Object> context;
    private Frontier frontier;

    FrontierProcessor(String prefix, FrontierSettings settings, String agent, Duration tick) {
        this.prefix = prefix;
        this.settings = settings;
        this.agent = agent;
        this.tick = tick;
    }

    @Override
    public void init(ProcessorContext<String, Object> assigned) {
        context = assigned;
        frontier = new Frontier(settings, agent, new FrontierStores(assigned), this);
        frontier.resume();
        assigned.schedule(tick, PunctuationType.WALL_CLOCK_TIME, frontier::release);
    }

    @Override
    public void process(Record<String, Object> record) {
        long now = context.currentSystemTimeMs();
        Object value = record.value();
        if (value instanceof ReadProcessor.Read read) {
            frontier.outcome(read.outcome(), read.reading(), now);
        } else if (value instanceof Link link) {
            frontier.link(link, now);
        } else if (value instanceof Subscription subscription) {
            frontier.subscribe(record.key(), subscription, now);
        } else if (value == null && record.key() != null) {
            frontier.subscribe(record.key(), null, now);
        }
        frontier.release(now);
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
    public void forget(String url) {
        forward(url, null, FrontierTopology.STATUS);
    }

    @Override
    public void relay(FetchOutcome outcome) {
        forward(Site.of(outcome.url()), outcome, FrontierTopology.OUTCOMES_OUT);
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

    private void forward(String key, Object value, String sink) {
        context.forward(new Record<>(key, value, context.currentSystemTimeMs()), sink);
    }
}
