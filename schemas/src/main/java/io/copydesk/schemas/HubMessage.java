package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a WebSub hub sent to the callback of a subscription.
 *
 * @param subscription the id of the subscription
 * @param kind what it says
 * @param leaseSeconds of {@code subscribed}: for how long, as the hub says, {@code null} when it does not
 * @param reason of {@code denied}: as the hub says, {@code null} when it does not
 * @see <a href="https://www.w3.org/TR/websub/">WebSub, W3C Recommendation</a>
 */
public record HubMessage(
        String subscription,
        Kind kind,
        @Nullable Long leaseSeconds,
        @Nullable String reason) {

    /** What a hub says. */
    public enum Kind {
        /** It verified that we want the subscription (§5.3), and delivers from now on. */
        @JsonProperty("subscribed")
        SUBSCRIBED,
        /** It verified that we do not want it any more. */
        @JsonProperty("unsubscribed")
        UNSUBSCRIBED,
        /** It does not accept the subscription, or ended it (§5.2). */
        @JsonProperty("denied")
        DENIED,
        /** The topic changed (§7): its new content is the body; without a body it is to be fetched. */
        @JsonProperty("content")
        CONTENT
    }

    /** A message without further facts. */
    public static HubMessage of(String subscription, Kind kind) {
        return new HubMessage(subscription, kind, null, null);
    }
}
