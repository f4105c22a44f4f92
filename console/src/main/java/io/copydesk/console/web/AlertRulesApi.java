package io.copydesk.console.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.alerts.added.TopicRule;
import io.copydesk.alerts.added.TopicRules;
import io.copydesk.alerts.rule.Rule;
import io.copydesk.alerts.rule.RuleFields;
import io.copydesk.alerts.rule.RuleFile;
import io.copydesk.console.change.Changes;
import io.copydesk.console.index.Indexes;
import io.copydesk.kit.config.ConfigException;
import io.copydesk.schemas.Json;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** Rules of alerts: which there are, and changes of those that were added. */
final class AlertRulesApi {

    private final Indexes indexes;
    private final Changes changes;

    AlertRulesApi(Indexes indexes, Changes changes) {
        this.indexes = indexes;
        this.changes = changes;
    }

    /** All of them by name, each with the number of its alerts. */
    void all(Context request) throws IOException {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("rules");
        for (TopicRule rule : indexes.alertRules().rules().all()) {
            ObjectNode entry = list.addObject()
                    .put("name", rule.name())
                    .put("source", rule.source())
                    .put("changed", rule.at())
                    .put("alerts", indexes.alerts().count(rule.name()));
            if (rule.rule() == null) {
                entry.put("refused", rule.refused());
            } else {
                entry.set("rule", Json.object(RuleFields.of(rule.rule())));
            }
        }
        Replies.json(request, answer);
    }

    /** Adds the rule whose fields are the body; or changes the added one of its name. */
    void add(Context request) throws IOException {
        Rule rule = rule(request.bodyAsBytes());
        TopicRules known = indexes.alertRules().rules();
        known.requireAddable(List.of(rule));
        changes.addRule(rule);
        Replies.json(request, Json.object().put("name", rule.name()).put("changed", known.has(rule.name())));
    }

    /** Removes an added rule: {@code {"name": …}}. */
    void remove(Context request) throws IOException {
        String name = Requests.body(request).path("name").asText();
        indexes.alertRules().rules().requireRemovable(List.of(name));
        changes.removeRule(name);
        Replies.json(request, Json.object().put("name", name));
    }

    private static Rule rule(byte[] fields) {
        try {
            return RuleFile.rule(fields);
        } catch (ConfigException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
    }
}
