package io.copydesk.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.console.index.ArticleQuery;
import io.copydesk.console.index.ArticleQuery.Order;
import io.copydesk.console.index.Indexes;
import io.copydesk.console.index.Slice;
import io.copydesk.schemas.Json;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles and the copies among them. */
final class ArticlesApi {

    private static final int MOST_VALUES = 200;
    private static final int MOST_RELATIONS = 50;

    private final Indexes indexes;

    ArticlesApi(Indexes indexes) {
        this.indexes = indexes;
    }

    /** Those that fit; the parameters are those of {@link ArticleQuery}. */
    void find(Context request) throws IOException {
        String words = Requests.words(request);
        ArticleQuery query = new ArticleQuery(
                words,
                Requests.text(request, "site"),
                Requests.text(request, "feed"),
                Requests.text(request, "lang"),
                Requests.text(request, "story"),
                Requests.text(request, "speaker"),
                Requests.text(request, "access"),
                Requests.day(request, "from", 0),
                Requests.day(request, "to", 1),
                Requests.truth(request, "withdrawn"),
                Requests.choice(request, "sort", words.isEmpty() ? Order.NEWEST : Order.RELEVANCE));
        long begun = System.nanoTime();
        ObjectNode page = indexes.articles().find(query, Requests.slice(request));
        Replies.json(request, page.put("micros", (System.nanoTime() - begun) / 1_000));
    }

    /** What the fields of a search can be set to: the most frequent sites and languages. */
    void values(Context request) throws IOException {
        ObjectNode values = Json.object();
        for (String field : List.of("site", "language")) {
            ArrayNode list = values.putArray(field);
            indexes.articles().values(field, MOST_VALUES).forEach(list::add);
        }
        Replies.json(request, values);
    }

    /** One article as it is published, with its story, the articles that it is related to, its revisions and who copies it. */
    void article(Context request) throws IOException {
        String id = Requests.required(request, "id");
        ObjectNode article =
                indexes.articles().json(id).orElseThrow(() -> new NotFoundResponse("There is no article " + id + "."));
        ObjectNode answer = Json.object();
        answer.set("article", article);
        JsonNode decision = article.path("pipeline").path("decision");
        story(decision.path("storyId").asText(), answer);
        answer.set("relations", relations(decision.path("relations")));
        answer.set("relatedBy", indexes.articles().relatedTo(id, new Slice(1, MOST_RELATIONS)));
        answer.set("revisions", indexes.revisions().of(id));
        indexes.duplicates().json(id).ifPresent(duplicate -> answer.set("duplicate", duplicate));
        Replies.json(request, answer);
    }

    private void story(String id, ObjectNode answer) throws IOException {
        indexes.stories().json(id).ifPresent(story -> answer.set("story", story.without(List.of("works", "members"))));
    }

    private ArrayNode relations(JsonNode relations) throws IOException {
        ArrayNode shown = Json.object().putArray("relations");
        for (JsonNode relation : relations) {
            if (shown.size() < MOST_RELATIONS) {
                ObjectNode item = shown.addObject();
                item.setAll((ObjectNode) relation);
                item.set("article", summary(relation.path("to").asText()));
            }
        }
        return shown;
    }

    private @Nullable ObjectNode summary(@Nullable String id) throws IOException {
        List<ObjectNode> found = id == null ? List.of() : indexes.articles().summaries(List.of(id));
        return found.isEmpty() ? null : found.get(0);
    }

    /** Copies, each with what is known of both articles. */
    void duplicates(Context request) throws IOException {
        ObjectNode page = indexes.duplicates()
                .find(Requests.text(request, "kind"), Requests.text(request, "of"), Requests.slice(request));
        List<ObjectNode> items = new ArrayList<>();
        page.path("items").forEach(item -> items.add((ObjectNode) item));
        for (ObjectNode item : items) {
            item.set("article", summary(item.path("id").asText()));
            item.set("original", summary(item.path("of").asText()));
        }
        ObjectNode kinds = page.putObject("kinds");
        indexes.duplicates().kinds().forEach(kinds::put);
        Replies.json(request, page);
    }
}
