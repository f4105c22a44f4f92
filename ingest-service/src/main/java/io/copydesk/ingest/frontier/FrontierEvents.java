package io.copydesk.ingest.frontier;

import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Subscription;

/** Where the frontier's decisions go. */
interface FrontierEvents {

    void request(FetchRequest request);

    void link(Link link);

    /** Watch this as well. */
    void subscribe(Subscription subscription);

    /** Watch this no more. */
    void unsubscribe(String url);

    void status(FeedStatus status);

    /** The status of a feed that is no longer watched goes. */
    void forget(String url);

    /** The answer to a request that was redirected. */
    void relay(FetchOutcome outcome);

    /** A page that cannot be had. */
    void refuse(String requestId, String url, FailureReason reason, String detail);
}
