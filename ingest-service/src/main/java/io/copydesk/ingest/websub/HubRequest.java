package io.copydesk.ingest.websub;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to a hub (WebSub §5.1). Pure.
 *
 * @param subscription the id of the subscription
 * @param ends whether it asks the hub to end the subscription
 */
public record HubRequest(String subscription, boolean ends) {

    private static final String SUBSCRIBE = "websub/subscribe/";
    private static final String UNSUBSCRIBE = "websub/unsubscribe/";

    /** The id of the request, by which {@link #parse} knows its outcome. */
    public String id() {
        return (ends ? UNSUBSCRIBE : SUBSCRIBE) + subscription;
    }

    /** The request with this id; empty for the id of another request. */
    public static Optional<HubRequest> parse(String id) {
        return id.startsWith(SUBSCRIBE)
                ? Optional.of(new HubRequest(id.substring(SUBSCRIBE.length()), false))
                : id.startsWith(UNSUBSCRIBE)
                        ? Optional.of(new HubRequest(id.substring(UNSUBSCRIBE.length()), true))
                        : Optional.empty();
    }

    /**
     * Its body.
     *
     * @param secret {@code null} to send none, and no lease either: to end the subscription
     */
    static String form(String callback, String topic, @Nullable String secret, long leaseSeconds) {
        String form = "hub.callback=" + encoded(callback) + "&hub.mode="
                + (secret == null ? "unsubscribe" : "subscribe") + "&hub.topic=" + encoded(topic);
        return secret == null ? form : form + "&hub.lease_seconds=" + leaseSeconds + "&hub.secret=" + encoded(secret);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
