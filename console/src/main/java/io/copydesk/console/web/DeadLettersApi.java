package io.copydesk.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.console.change.Changes;
import io.copydesk.console.change.Changes.Place;
import io.copydesk.console.index.Indexes;
import io.copydesk.console.index.Slice;
import io.copydesk.schemas.Json;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Dead letters that wait, and sending them again. */
final class DeadLettersApi {

    /** Of a group, letters that are sent again at a time. */
    private static final int MOST_RETRIED = 1_000;

    private final Indexes indexes;
    private final Changes changes;

    DeadLettersApi(Indexes indexes, Changes changes) {
        this.indexes = indexes;
        this.changes = changes;
    }

    /** Those that fit: {@code q}, {@code stage}, {@code reason}; with the number of each stage and reason. */
    void find(Context request) throws IOException {
        ObjectNode page = indexes.deadLetters()
                .find(
                        Requests.words(request),
                        Requests.text(request, "stage"),
                        Requests.text(request, "reason"),
                        Requests.slice(request));
        page.set("groups", indexes.deadLetters().groups());
        Replies.json(request, page);
    }

    /** One letter with the beginning of its original. */
    void letter(Context request) throws IOException {
        ObjectNode letter = indexes.deadLetters().letter(Requests.required(request, "id"));
        if (letter == null) {
            throw new NotFoundResponse("There is no such dead letter; it may have been retried.");
        }
        Replies.json(request, letter);
    }

    /** Sends letters again: {@code {"id": …}}, or {@code {"stage": …, "reason": …}} for the last thousand of a group. */
    void retry(Context request) throws IOException {
        JsonNode body = Requests.body(request);
        // A letter that arrives meanwhile moves others to the next page, so that they come twice.
        Set<Place> places = new LinkedHashSet<>();
        if (body.hasNonNull("id")) {
            indexes.deadLetters().json(body.path("id").asText()).ifPresent(letter -> add(letter, places));
        } else if (body.hasNonNull("stage") && body.hasNonNull("reason")) {
            for (int page = 1; page <= MOST_RETRIED / Slice.MOST; page++) {
                indexes.deadLetters()
                        .find(
                                "",
                                body.path("stage").asText(),
                                body.path("reason").asText(),
                                new Slice(page, Slice.MOST))
                        .path("items")
                        .forEach(letter -> add(letter, places));
            }
        } else {
            throw new BadRequestResponse("name an id, or a stage and a reason");
        }
        Replies.json(request, Json.object().put("retried", changes.retry(places)));
    }

    private static void add(JsonNode letter, Set<Place> places) {
        if (letter.path("retriable").asBoolean()) {
            places.add(new Place(
                    letter.path("id").asText(),
                    letter.path("partition").asInt(),
                    letter.path("offset").asLong()));
        }
    }
}
