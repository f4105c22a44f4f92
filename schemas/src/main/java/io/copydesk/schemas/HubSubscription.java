package io.copydesk.schemas;

/**
 * A subscription at a WebSub hub that was asked for. A tombstone ends it: its callback does not exist any more.
 *
 * @param id the last segment of its callback's path, unguessable
 * @param feed the URL of the feed that it is for
 * @param hub where it was asked for
 * @param topic what the hub knows the feed by
 * @param secret the key of the signatures of what the hub delivers
 * @param ending whether it is no longer wanted: the hub was asked to end it and has not confirmed that yet
 * @see <a href="https://www.w3.org/TR/websub/">WebSub, W3C Recommendation</a>
 */
public record HubSubscription(String id, String feed, String hub, String topic, String secret, boolean ending) {}
