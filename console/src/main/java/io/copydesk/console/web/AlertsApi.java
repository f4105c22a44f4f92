package io.copydesk.console.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.console.index.AlertIndex;
import io.javalin.http.Context;
import java.io.IOException;

/** What was told. */
final class AlertsApi {

    private final AlertIndex alerts;

    AlertsApi(AlertIndex alerts) {
        this.alerts = alerts;
    }

    /** Those that fit: {@code q}, {@code rule}, {@code kind}; with the number of each rule and kind. */
    void find(Context request) throws IOException {
        ObjectNode page = alerts.find(
                Requests.words(request),
                Requests.text(request, "rule"),
                Requests.text(request, "kind"),
                Requests.slice(request));
        page.set("rules", alerts.rules());
        ObjectNode kinds = page.putObject("kinds");
        alerts.kinds().forEach(kinds::put);
        Replies.json(request, page);
    }
}
