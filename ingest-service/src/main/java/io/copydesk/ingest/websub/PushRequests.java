package io.copydesk.ingest.websub;

import com.sun.net.httpserver.Headers;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.Gzip;
import io.copydesk.schemas.HubMessage;
import io.copydesk.schemas.HubMessage.Kind;
import io.copydesk.schemas.HubSubscription;
import io.copydesk.schemas.LowerCase;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answers to the requests of hubs. Thread-safe. */
final class PushRequests {

    /** The largest compressed body, in bytes, that fits the limit of its topic with base64 around it. */
    private static final int MAX_PACKED = 11 * 1024 * 1024;

    /** A hub's challenge or reason may be this long, in characters. */
    private static final int MAX_TEXT = 4096;

    private static final int MAX_QUERY = 32 * 1024;

    /** Media types of feeds; of another type nothing is read but that something changed. */
    private static final Set<String> FEEDS = Set.of(
            "application/atom+xml",
            "application/rss+xml",
            "application/rdf+xml",
            "application/xml",
            "text/xml",
            "application/feed+json",
            "application/json");

    /** Subscriptions by the id of their callback. */
    @FunctionalInterface
    interface Known {
        Optional<HubSubscription> of(String id);
    }

    /**
     * What a hub is told.
     *
     * @param result in a word, for metrics
     */
    record Answer(int status, String body, String result) {}

    private static final Answer UNKNOWN = new Answer(404, "", "unknown");
    private static final Answer ENDED = new Answer(410, "", "unknown");
    private static final Answer TOO_OFTEN = new Answer(429, "", "too-often");
    private static final Answer TOO_LARGE = new Answer(413, "", "too-large");
    private static final Answer BUSY = new Answer(503, "", "busy");

    /** §7.1: a hub must not learn that its signature is wrong. */
    private static final Answer IGNORED = new Answer(202, "", "ignored");

    private static final Answer ACCEPTED = new Answer(202, "", "accepted");

    private final Known known;
    private final PushListener.Output output;
    private final int maxBody;
    private final Clock clock;
    private final PushRate rate = new PushRate();

    PushRequests(Known known, PushListener.Output output, int maxBody, Clock clock) {
        this.known = known;
        this.output = output;
        this.maxBody = maxBody;
        this.clock = clock;
    }

    /** A verification of intent, or the hub's message that it denies the subscription (§5.2, §5.3). */
    Answer verify(String id, @Nullable String rawQuery) {
        Optional<HubSubscription> subscription = known.of(id);
        if (subscription.isEmpty() || rawQuery == null || rawQuery.length() > MAX_QUERY) {
            return UNKNOWN;
        }
        HubSubscription asked = subscription.get();
        Map<String, String> query = parameters(rawQuery);
        String mode = query.getOrDefault("hub.mode", "");
        String challenge = query.getOrDefault("hub.challenge", "");
        if (!asked.topic().equals(query.get("hub.topic")) || challenge.length() > MAX_TEXT) {
            return UNKNOWN;
        }
        @Nullable
        HubMessage message = switch (mode) {
            case "subscribe" ->
                asked.ending() || challenge.isEmpty()
                        ? null
                        : new HubMessage(id, Kind.SUBSCRIBED, seconds(query.get("hub.lease_seconds")), null);
            case "unsubscribe" -> asked.ending() && !challenge.isEmpty() ? HubMessage.of(id, Kind.UNSUBSCRIBED) : null;
            case "denied" -> new HubMessage(id, Kind.DENIED, null, reason(query.get("hub.reason")));
            default -> null;
        };
        if (message == null) {
            return UNKNOWN;
        }
        if (!rate.isAllowed(id, clock.millis())) {
            return TOO_OFTEN;
        }
        FetchOutcome outcome = FetchOutcome.builder(message, asked.feed(), Result.UNCHANGED, clock.millis())
                .build();
        if (!output.store(outcome)) {
            return BUSY;
        }
        return message.kind() == Kind.DENIED
                ? new Answer(200, "", "denied")
                : new Answer(200, challenge, message.kind() == Kind.SUBSCRIBED ? "subscribed" : "unsubscribed");
    }

    /** Content (§7). The hub's own body is read no further than the limit. */
    Answer receive(String id, Headers headers, InputStream in) throws IOException {
        Optional<HubSubscription> subscription = known.of(id);
        if (subscription.isEmpty()) {
            return UNKNOWN;
        }
        if (subscription.get().ending()) {
            return ENDED;
        }
        if (!rate.isAllowed(id, clock.millis())) {
            return TOO_OFTEN;
        }
        Long length = seconds(headers.getFirst("Content-Length"));
        if (length != null && length > maxBody) {
            return TOO_LARGE;
        }
        byte[] body = in.readNBytes(maxBody + 1);
        if (body.length > maxBody) {
            return TOO_LARGE;
        }
        if (!HubSignature.holds(
                headers.getFirst("X-Hub-Signature"), subscription.get().secret(), body)) {
            return IGNORED;
        }
        return output.store(message(subscription.get(), headers.getFirst("Content-Type"), body)) ? ACCEPTED : BUSY;
    }

    /** With the body when it may be a feed; without one the feed is polled. */
    private FetchOutcome message(HubSubscription subscription, @Nullable String contentType, byte[] body) {
        HubMessage message = HubMessage.of(subscription.id(), Kind.CONTENT);
        byte[] packed = body.length > 0 && isFeed(contentType) ? Gzip.pack(body) : new byte[0];
        boolean carried = packed.length > 0 && packed.length <= MAX_PACKED;
        return FetchOutcome.builder(
                        message, subscription.feed(), carried ? Result.FETCHED : Result.UNCHANGED, clock.millis())
                .location(subscription.topic()) // the base of relative links
                .contentType(carried ? contentType : null)
                .body(carried ? packed : null)
                .build();
    }

    private static boolean isFeed(@Nullable String contentType) {
        return contentType != null
                && contentType.length() <= MAX_TEXT
                && FEEDS.contains(LowerCase.of(contentType.split(";", 2)[0].strip()));
    }

    /** Of a query or form; the first of several with one name. */
    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : query.split("&", 100)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a stray percent sign
        }
    }

    private static @Nullable Long seconds(@Nullable String text) {
        boolean number = text != null && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (text == null || !number) {
            return null;
        }
        return text.length() > 18 ? Long.MAX_VALUE : Long.parseLong(text);
    }

    private static @Nullable String reason(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}
