package io.copydesk.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.console.change.Changes;
import io.copydesk.console.change.Changes.Imported;
import io.copydesk.console.index.Indexes;
import io.copydesk.console.index.Slice;
import io.copydesk.ingest.opml.Opml;
import io.copydesk.ingest.opml.OpmlEntry;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Subscription;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Feeds: what is watched, how it does, and changes of it. */
final class FeedsApi {

    private static final int MOST_NEW = 200;
    private static final int MOST_EXPORTED = Opml.MAX_ENTRIES;
    private static final int MOST_REMARKS = 50;

    private final Indexes indexes;
    private final Changes changes;
    private final Clock clock;

    FeedsApi(Indexes indexes, Changes changes, Clock clock) {
        this.indexes = indexes;
        this.changes = changes;
        this.clock = clock;
    }

    /** Those that fit: {@code q}, {@code health}; on the first page those as well that the frontier has not looked at. */
    void find(Context request) throws IOException {
        String health = Requests.text(request, "health");
        String words = Requests.words(request);
        Slice slice = Requests.slice(request);
        ObjectNode page = indexes.feeds().find(words, health, slice);
        if (slice.page() == 1 && words.isEmpty() && health == null) {
            ArrayNode waiting = page.putArray("notLookedAt");
            for (Subscription feed : indexes.subscriptions().latest(MOST_NEW)) {
                if (indexes.feeds().json(feed.url()).isEmpty()) {
                    waiting.add(Json.object(feed));
                }
            }
        }
        ObjectNode healths = page.putObject("healths");
        indexes.feeds().healths().forEach(healths::put);
        Replies.json(request, page);
    }

    /** One feed: status, subscription, and its polls of the last day. */
    void feed(Context request) throws IOException {
        String url = Requests.required(request, "url");
        ObjectNode answer = Json.object();
        indexes.feeds().json(url).ifPresent(status -> answer.set("status", status));
        indexes.subscriptions().json(url).ifPresent(feed -> answer.set("subscription", feed));
        if (answer.isEmpty()) {
            throw new NotFoundResponse("The feed " + url + " is not watched.");
        }
        answer.set("polls", indexes.outcomes().ofFeed(url));
        Replies.json(request, answer);
    }

    /** Watches a feed: {@code {"url": …, "category": …}}. */
    void add(Context request) throws IOException {
        JsonNode body = Requests.body(request);
        String url = url(body);
        String category = body.path("category").asText("").strip();
        Subscription feed = new Subscription(url, null, category.isEmpty() ? null : category, null).over(known(url));
        changes.add(feed);
        Replies.json(request, Json.object().put("url", url));
    }

    /** Ends a subscription: {@code {"url": …}}. */
    void remove(Context request) throws IOException {
        String url = subscribed(request);
        changes.remove(url);
        Replies.json(request, Json.object().put("url", url));
    }

    /** Has a feed polled now: {@code {"url": …}}. */
    void refresh(Context request) throws IOException {
        String url = Requests.body(request).path("url").asText();
        if (indexes.feeds().json(url).isEmpty() && known(url) == null) {
            throw new NotFoundResponse("The feed is not watched.");
        }
        changes.refresh(url);
        Replies.json(request, Json.object().put("url", url));
    }

    private String subscribed(Context request) throws IOException {
        String url = Requests.body(request).path("url").asText();
        if (known(url) == null) {
            throw new NotFoundResponse("The feed is not subscribed.");
        }
        return url;
    }

    private static String url(JsonNode body) {
        try {
            return Changes.normalised(body.path("url").asText(""));
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Subscription known(String url) throws IOException {
        ObjectNode json = indexes.subscriptions().json(url).orElse(null);
        return json == null ? null : Json.read(Json.bytes(json), Subscription.class);
    }

    /** Watches the feeds of the OPML file in the body. */
    void importOpml(Context request) {
        try {
            Imported imported = changes.importOpml(request.bodyAsBytes(), url -> {
                try {
                    return known(url);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            ObjectNode answer = Json.object().put("added", imported.added());
            ArrayNode refused = answer.putArray("refused");
            imported.refused().stream().limit(MOST_REMARKS).forEach(refused::add);
            Replies.json(request, answer);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
    }

    /** The subscriptions as OPML. */
    void exportOpml(Context request) throws IOException {
        List<OpmlEntry> entries = indexes.subscriptions().latest(MOST_EXPORTED).stream()
                .map(feed -> new OpmlEntry(feed.url(), feed.title(), feed.category(), feed.priority()))
                .toList();
        request.contentType("text/x-opml; charset=utf-8");
        request.header("Content-Disposition", "attachment; filename=\"copydesk-feeds.opml\"");
        request.result(Opml.write(entries, "Copydesk subscriptions", Instant.now(clock)));
    }
}
