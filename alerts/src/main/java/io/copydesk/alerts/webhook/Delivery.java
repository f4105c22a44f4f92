package io.copydesk.alerts.webhook;

import io.copydesk.alerts.webhook.Attempt.Outcome;
import io.copydesk.ingest.fetch.Fetch;
import io.copydesk.ingest.fetch.FetchResult;
import io.copydesk.ingest.page.Header;
import io.copydesk.schemas.Alert;
import io.copydesk.schemas.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** Sends one alert to one receiver, again after failures that may pass, up to a number of times. For one thread. */
final class Delivery {

    private final String url;
    private final Secret secret;
    private final Function<Fetch, CompletableFuture<FetchResult>> fetcher;
    private final WebhookSettings settings;
    private final Clock clock;
    private final Backoff backoff;
    private final Waiting waiting;

    /** How the time passes until something is due. */
    interface Waiting {
        /** Returns what the future completes with; empty when the sender is closed meanwhile. */
        Optional<FetchResult> result(CompletableFuture<FetchResult> future);

        /** Whether the time passed; not when the sender is closed meanwhile. */
        boolean pause(Duration time);
    }

    Delivery(
            String url,
            Secret secret,
            Function<Fetch, CompletableFuture<FetchResult>> fetcher,
            WebhookSettings settings,
            Clock clock,
            Backoff backoff,
            Waiting waiting) {
        this.url = url;
        this.secret = secret;
        this.fetcher = fetcher;
        this.settings = settings;
        this.clock = clock;
        this.backoff = backoff;
        this.waiting = waiting;
    }

    /**
     * The last attempt: delivered, or given up. Empty when the sender is closed before.
     *
     * @param each receives every attempt that ended
     */
    Optional<Attempt> send(Alert alert, Consumer<Attempt> each) {
        String body = ascii(Json.line(alert));
        for (int failures = 1; ; failures++) {
            Optional<Attempt> attempt = waiting.result(fetcher.apply(request(alert.id(), body)))
                    .map(result -> Attempt.of(result, clock.instant()));
            attempt.ifPresent(each);
            if (attempt.isEmpty() || attempt.get().outcome() != Outcome.AGAIN || failures >= settings.attempts()) {
                return attempt;
            }
            if (!waiting.pause(backoff.after(failures, attempt.get().pause()))) {
                return Optional.empty();
            }
        }
    }

    /** The time is that of the attempt: receivers refuse old ones. The id is that of the alert in each. */
    private Fetch request(String id, String body) {
        long time = clock.instant().getEpochSecond();
        return Fetch.message(
                url,
                body,
                List.of(
                        new Header("Content-Type", "application/json"),
                        new Header("webhook-id", id),
                        new Header("webhook-timestamp", Long.toString(time)),
                        new Header("webhook-signature", secret.signature(id, time, body))),
                settings.allowPrivate());
    }

    /** The same JSON without characters beyond ASCII. */
    private static String ascii(String json) {
        StringBuilder ascii = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c < 0x7f) {
                ascii.append(c);
            } else {
                ascii.append(String.format("\\u%04x", (int) c));
            }
        }
        return ascii.toString();
    }
}
