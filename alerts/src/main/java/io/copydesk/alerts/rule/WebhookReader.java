package io.copydesk.alerts.rule;

import io.copydesk.alerts.webhook.Webhook;
import io.copydesk.kit.config.NearestKey;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the list of webhooks of a rules file, and notes what is wrong with it. */
final class WebhookReader {

    /** Each has a thread, a consumer and a group. */
    private static final int MOST = 20;

    private static final List<String> FIELDS = List.of("name", "url", "secret-env", "secret-file", "rules");

    private final String file;
    private final Set<String> rules;
    private final List<String> problems;

    /** @param rules names of the rules that there are */
    WebhookReader(String file, Set<String> rules, List<String> problems) {
        this.file = file;
        this.rules = rules;
        this.problems = problems;
    }

    List<Webhook> read(@Nullable YamlValue list) {
        if (list == null) {
            return List.of();
        }
        if (!(list instanceof YamlValue.Items items) || items.items().size() > MOST) {
            problems.add(file + " line " + list.line() + ": expected a list of at most " + MOST + " under webhooks:");
            return List.of();
        }
        List<Webhook> webhooks = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlValue item : items.items()) {
            if (item instanceof YamlValue.Fields entry) {
                webhooks.add(webhook(entry, names));
            } else {
                problems.add(file + " line " + item.line() + ": a webhook has fields, such as name: and url:");
            }
        }
        return webhooks;
    }

    private Webhook webhook(YamlValue.Fields entry, Set<String> names) {
        String name =
                new FieldReader(file, "a webhook", entry, problems).text("name").orElse("");
        FieldReader fields = new FieldReader(file, ("webhook " + name).strip(), entry, problems);
        fields.allow(FIELDS);
        if (!RuleFile.NAME.matcher(name).matches()) {
            fields.problem("name", "must be lower-case letters, digits and hyphens, at most 64");
        } else if (!names.add(name)) {
            fields.problem("name", "is that of another webhook too");
        }
        String url = fields.text("url").orElse("");
        if (!isWeb(url)) {
            fields.problem("url", "must be an http or https URL without user and password");
        }
        Optional<String> env = fields.text("secret-env");
        Optional<String> secretFile = fields.text("secret-file");
        if (env.isPresent() == secretFile.isPresent()) {
            fields.problem("it needs either secret-env, the variable with its secret, or secret-file");
        }
        List<String> wanted = fields.texts("rules");
        wanted.stream().filter(rule -> !rules.contains(rule)).forEach(rule -> unknown(fields, rule));
        return new Webhook(name, url, env.orElse(null), secretFile.orElse(null), wanted);
    }

    private void unknown(FieldReader fields, String rule) {
        fields.problem(
                "rules",
                "has no rule " + rule
                        + NearestKey.to(rule, rules)
                                .map(meant -> "; did you mean " + meant + '?')
                                .orElse(""));
    }

    private static boolean isWeb(String url) {
        try {
            URI uri = URI.create(url);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
