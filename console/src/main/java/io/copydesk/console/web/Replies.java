package io.copydesk.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.schemas.Json;
import io.javalin.http.Context;

/** Writes answers. */
final class Replies {

    private Replies() {}

    static void json(Context request, JsonNode node) {
        request.contentType("application/json; charset=utf-8");
        request.header("Cache-Control", "no-store");
        request.result(Json.bytes(node));
    }

    /** A failure as JSON: {@code {"error": "…"}}. */
    static void error(Context request, int status, String sentence) {
        request.status(status);
        json(request, Json.object().put("error", sentence));
    }
}
