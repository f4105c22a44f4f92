package io.copydesk.ingest.frontier;

import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.HubSubscription;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Withdrawal.Evidence;
import java.util.List;

/** The records that the frontier's decisions publish. */
interface FrontierEvents {

    /** Publishes a request to the fetcher. */
    void request(FetchRequest request);

    /** Publishes a discovered URL to the task of its site. */
    void link(Link link);

    /** Publishes that a feed named a page. */
    void announced(String url, Announcement announcement);

    /** Adds a subscription. */
    void subscribe(Subscription subscription);

    /** Tombstones a subscription. */
    void unsubscribe(String url);

    /** Publishes the status of a feed. */
    void status(FeedStatus status);

    /** Tombstones the status of a feed. */
    void removeStatus(String url);

    /** Publishes the answer to a redirected request to the task of the site that was asked first. */
    void relay(FetchOutcome outcome);

    /** Publishes a subscription at a hub to the callbacks of all instances. */
    void hubSubscription(HubSubscription subscription);

    /** Tombstones a subscription at a hub. */
    void removeHubSubscription(String id);

    /**
     * Publishes the notice that a page is gone.
     *
     * @param requestId the request whose answer made it certain
     * @param at when it was answered, epoch milliseconds
     */
    void withdraw(String requestId, String url, long at, List<Evidence> evidence);

    /**
     * Publishes a page that is not fetched again as a dead letter and a line of the ledger.
     *
     * @param detail why, for people; the URL is appended
     */
    void refuse(String requestId, String url, FailureReason reason, String detail);
}
