package io.copydesk.console.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.console.index.ArticleQuery;
import io.copydesk.console.index.Indexes;
import io.copydesk.console.index.Slice;
import io.copydesk.console.index.StoryIndex.Order;
import io.copydesk.schemas.Json;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.List;

/** Stories. */
final class StoriesApi {

    private static final int MOST_RELATED = 20;

    private final Indexes indexes;

    StoriesApi(Indexes indexes) {
        this.indexes = indexes;
    }

    /** Those that fit: {@code q}, {@code lang}, {@code works} at least, {@code about}, {@code sort}. */
    void find(Context request) throws IOException {
        Replies.json(
                request,
                indexes.stories()
                        .find(
                                Requests.words(request),
                                Requests.text(request, "lang"),
                                Requests.number(request, "works", 1),
                                Requests.text(request, "about"),
                                Requests.choice(request, "sort", Order.NEWEST),
                                Requests.slice(request)));
    }

    /**
     * One story with a page of its articles, those that were merged into it, and others about the same affair; of one that is merged
     * itself, where it went.
     */
    void story(Context request) throws IOException {
        String id = Requests.required(request, "id");
        ObjectNode story =
                indexes.stories().json(id).orElseThrow(() -> new NotFoundResponse("There is no story " + id + "."));
        String about = story.path("about").asText();
        story.remove(List.of("works", "members"));
        ObjectNode answer = Json.object();
        answer.set("story", story);
        answer.set("articles", indexes.articles().find(ArticleQuery.ofStory(id), Requests.slice(request)));
        ArrayNode merged = answer.putArray("merged");
        indexes.stories().mergedInto(id).forEach(merged::add);
        if (!about.isEmpty()) {
            answer.set("affair", indexes.stories().find("", null, 1, about, Order.NEWEST, new Slice(1, MOST_RELATED)));
        }
        Replies.json(request, answer);
    }
}
