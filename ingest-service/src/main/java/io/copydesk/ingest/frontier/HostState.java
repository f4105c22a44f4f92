package io.copydesk.ingest.frontier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import org.jspecify.annotations.Nullable;

/** One host. Its JSON is persisted. Times are epoch milliseconds. Mutable, for one thread. */
@PersistedFields
final class HostState {

    private static final int TOO_MANY = 429;

    /** The request in flight, {@code null} when there is none. */
    @Nullable
    String inFlight;

    /** {@link CrawlTarget#text} of the target of the last request, {@code null} before the first one. */
    @Nullable
    String entry;

    /** When the outcome of the request in flight is no longer waited for. */
    long leaseEnds;

    /** When the next request may be made. */
    long notBefore;

    /** The pause that its robots.txt asks for, in milliseconds, 0 when it asks for none. */
    long crawlDelay;

    /** Exchanges in a row without any response. */
    int failures;

    /** Answers in a row that there were too many requests (429) and not until when there may be none. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    int refusals;

    /** Whether it is counted among the silent hosts of its task. Not persisted. */
    transient boolean counted;

    /** Requests made so far. */
    long requests;

    /** The last exchange was without any response. */
    boolean silent() {
        return failures > 0;
    }

    /** The id of the next request. */
    String nextRequestId(String host) {
        requests++;
        return host + "#" + requests;
    }

    /** A request is in flight from now on. */
    void issued(FetchRequest request, CrawlTarget target, FrontierSettings settings) {
        inFlight = request.id();
        entry = target.text();
        leaseEnds = request.startBefore()
                + settings.lease().minus(settings.startWithin()).toMillis();
    }

    /** The outcome of the request in flight is lost; the exchange may have ended just before the lease did. */
    void expired(FrontierSettings settings) {
        inFlight = null;
        notBefore = Math.max(notBefore, leaseEnds + delay(settings));
    }

    /** The request in flight ended: the pause begins. */
    void answered(FetchOutcome outcome, FrontierSettings settings, long now) {
        inFlight = null;
        notBefore = Math.max(now, outcome.at() + delay(settings));
        if (outcome.status() == TOO_MANY || outcome.status() == 503) {
            notBefore = Math.max(notBefore, Math.min(outcome.retryAfter(), now + Backoff.LONGEST));
        }
        boolean tooMany = outcome.status() == TOO_MANY && outcome.retryAfter() <= now;
        refusals = tooMany ? refusals + 1 : 0;
        if (tooMany) {
            notBefore = Math.max(notBefore, now + Backoff.ofHost(refusals));
        }
        if (outcome.result() == Result.FAILED && outcome.status() == 0) {
            failures++;
            notBefore = Math.max(notBefore, now + Backoff.ofHost(failures));
        } else {
            failures = 0;
        }
    }

    /** Its robots.txt was read at {@code at}. */
    void crawlDelay(long asked, long at, FrontierSettings settings) {
        crawlDelay = asked;
        notBefore = Math.max(notBefore, at + delay(settings));
    }

    private long delay(FrontierSettings settings) {
        return Math.max(
                settings.hostDelay().toMillis(),
                Math.min(crawlDelay, settings.maxCrawlDelay().toMillis()));
    }
}
