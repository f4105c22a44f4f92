package io.copydesk.ingest.websub;

import java.util.HashMap;
import java.util.Map;

/**
 * How often each subscription's hub may send: a token bucket of {@value #BURST} messages that fills by {@value #PER_SECOND} a second. Knows no more
 * than {@value #MOST} subscriptions: those with a full bucket are forgotten then. Thread-safe.
 */
final class PushRate {

    static final int BURST = 20;
    static final int PER_SECOND = 2;
    private static final int MOST = 10_000;

    private record Bucket(double tokens, long at) {

        double tokens(long now) {
            return Math.min(BURST, tokens + Math.max(0, now - at) * PER_SECOND / 1000.0);
        }
    }

    private final Map<String, Bucket> buckets = new HashMap<>();

    /** Takes a token of a subscription, unless it has none. */
    synchronized boolean isAllowed(String id, long now) {
        Bucket bucket = buckets.getOrDefault(id, new Bucket(BURST, now));
        double tokens = bucket.tokens(now);
        if (tokens < 1) {
            return false;
        }
        if (buckets.size() >= MOST) {
            buckets.values().removeIf(other -> other.tokens(now) >= BURST);
        }
        buckets.put(id, new Bucket(tokens - 1, now));
        return true;
    }
}
