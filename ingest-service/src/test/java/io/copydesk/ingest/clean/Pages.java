package io.copydesk.ingest.clean;

import io.copydesk.ingest.page.Capture;
import io.copydesk.ingest.page.Header;
import io.copydesk.ingest.page.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Pages for tests, of an invented site. */
final class Pages {

    static final String URL = "https://www.lanternpost.example/world/bridge-opens.html";

    private Pages() {}

    /** A page as a server would send it, at a minute of one invented day. */
    static Page html(String inputId, String url, int minute, String headline, String... paragraphs) {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=en><head><title>" + headline
                + "</title></head><body><article><h1>" + headline + "</h1>");
        for (String paragraph : paragraphs) {
            html.append("<p>").append(paragraph).append("</p>");
        }
        return response(
                inputId,
                url,
                minute,
                200,
                html.append("</article></body></html>").toString());
    }

    static Page response(String inputId, String url, int minute, int status, String body) {
        return new Page(
                inputId,
                url,
                Instant.parse("2026-03-01T10:00:00Z").plusSeconds(60L * minute),
                Capture.RESPONSE,
                status,
                List.of(new Header("Content-Type", "text/html; charset=utf-8")),
                "text/html",
                "utf-8",
                body.getBytes(StandardCharsets.UTF_8));
    }

    static Page document(String inputId, String json) {
        return Page.resource(
                inputId,
                "https://www.lanternpost.example/" + inputId,
                null,
                CleanDocument.MEDIA_TYPE,
                "utf-8",
                json.getBytes(StandardCharsets.UTF_8));
    }
}
