package io.copydesk.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.alerts.added.TopicRule;
import io.copydesk.alerts.rule.RuleFields;
import io.copydesk.schemas.Json;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description =
                "List every rule with where it comes from: the file of the role alerts, as it was at the role's last start, or"
                        + " added. A record that is no rule is listed with the reason.")
final class AlertsListCommand implements Callable<Integer> {

    @Option(names = "--json", description = "One line of JSON for each rule.")
    private boolean json;

    @Mixin
    private KafkaOptions kafka;

    private final Console console;

    AlertsListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return AlertsCommand.on(kafka, rules -> {
            if (!json) {
                console.out().println("source\trule\tasks for");
            }
            rules.all().all().forEach(rule -> console.out().println(json ? line(rule) : row(rule)));
            return 0;
        });
    }

    private static String line(TopicRule rule) {
        ObjectNode line = Json.object()
                .put("name", rule.name())
                .put("source", rule.source())
                .put("changed", Instant.ofEpochMilli(rule.at()).toString());
        if (rule.rule() == null) {
            line.put("refused", rule.refused());
        } else {
            line.set("rule", fields(rule));
        }
        return Json.line(line);
    }

    private static String row(TopicRule rule) {
        return String.join(
                "\t",
                rule.source(),
                oneLine(rule.name()),
                rule.rule() == null ? "refused: " + oneLine("" + rule.refused()) : Json.line(fields(rule)));
    }

    private static ObjectNode fields(TopicRule rule) {
        ObjectNode fields = rule.rule() == null ? Json.object() : Json.object(RuleFields.of(rule.rule()));
        fields.remove("name");
        return fields;
    }

    /** Anyone may have written it: nothing in it may steer a terminal. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ");
    }
}
