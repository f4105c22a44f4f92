package io.copydesk.alerts.rule;

import io.copydesk.alerts.webhook.Webhook;
import io.copydesk.kit.config.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads rules and webhooks from YAML: a list {@code rules} of entries, each with a name and what is asked for, and a list {@code webhooks}; either may be missing. What is wrong is reported all at once,
 * each problem with line, rule and field. Pure but for {@link #read(Path)}.
 */
public final class RuleFile {

    /**
     * What is in a file.
     *
     * @param rules in the order of the file
     * @param webhooks in the order of the file; none of them names a rule that is not there
     */
    public record Content(List<Rule> rules, List<Webhook> webhooks) {
        public Content {
            rules = List.copyOf(rules);
            webhooks = List.copyOf(webhooks);
        }
    }

    /** The most rules, those that were added included. */
    public static final int MOST_RULES = 200;

    private static final long MOST_BYTES = 4L * 1024 * 1024;
    static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final String file;
    private final List<String> problems = new ArrayList<>();

    private RuleFile(String file) {
        this.file = file;
    }

    /**
     * What is in a file.
     *
     * @throws ConfigException when there is no such file, or something in it is wrong; a line for each problem
     */
    public static Content read(Path path) {
        String name = path.toString();
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new ConfigException(name + ": larger than 4 MiB");
            }
            return parse(Files.readString(path), name);
        } catch (NoSuchFileException e) {
            throw new ConfigException("rules file not found: " + name);
        } catch (CharacterCodingException e) {
            throw new ConfigException(name + ": not text in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /**
     * What is in a text.
     *
     * @param name of the file, for messages
     * @throws ConfigException when something in it is wrong; a line for each problem
     */
    public static Content parse(String yaml, String name) {
        RuleFile reading = new RuleFile(name);
        Content content = reading.content(YamlValue.read(yaml, name));
        reading.refuseProblems();
        return content;
    }

    /**
     * The rules in a text that are to be added: a list {@code rules}, or the fields of a single rule.
     *
     * @param name of the file, for messages; empty for none
     * @throws ConfigException when something in it is wrong; a line for each problem
     */
    public static List<Rule> rules(String yaml, String name) {
        RuleFile reading = new RuleFile(name);
        YamlValue root = YamlValue.read(yaml, name);
        YamlValue list = root;
        if (root instanceof YamlValue.Fields fields && fields.fields().containsKey("name")) {
            list = new YamlValue.Items(fields.line(), List.of(fields));
        } else if (root instanceof YamlValue.Fields fields) {
            new FieldReader(name, "rules to add", fields, reading.problems).allow(List.of("rules"));
            list = fields.fields().get("rules");
        }
        List<Rule> rules = reading.rules(list);
        reading.refuseProblems();
        return rules;
    }

    /**
     * A rule of the fields that it has as JSON.
     *
     * @throws ConfigException when something in it is wrong; a line for each problem
     */
    public static Rule rule(byte[] json) {
        RuleFile reading = new RuleFile("");
        Optional<Rule> rule = reading.rule(YamlValue.readJson(json), new HashSet<>());
        reading.refuseProblems();
        return rule.orElseThrow();
    }

    private void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new ConfigException(String.join("\n", problems));
        }
    }

    private Content content(YamlValue root) {
        if (!(root instanceof YamlValue.Fields fields)) {
            throw new ConfigException(file + ": expected a list under rules:");
        }
        new FieldReader(file, "the file", fields, problems).allow(List.of("rules", "webhooks"));
        boolean onlyWebhooks =
                fields.fields().containsKey("webhooks") && !fields.fields().containsKey("rules");
        List<Rule> rules = onlyWebhooks ? List.of() : rules(fields.fields().get("rules"));
        Set<String> names = rules.stream().map(Rule::name).collect(Collectors.toSet());
        return new Content(
                rules,
                new WebhookReader(file, names, problems).read(fields.fields().get("webhooks")));
    }

    private void problem(int line, String what) {
        problems.add(file.isEmpty() ? what : file + " line " + line + ": " + what);
    }

    private List<Rule> rules(@Nullable YamlValue list) {
        if (!(list instanceof YamlValue.Items items)) {
            problem(list == null ? 1 : list.line(), "expected a list under rules:");
            return List.of();
        }
        if (items.items().size() > MOST_RULES) {
            problems.add(file + ": " + items.items().size() + " rules; the most are " + MOST_RULES);
        }
        List<Rule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlValue item : items.items()) {
            rule(item, names).ifPresent(rules::add);
        }
        return List.copyOf(rules);
    }

    private Optional<Rule> rule(YamlValue item, Set<String> names) {
        if (!(item instanceof YamlValue.Fields entry)) {
            problem(item.line(), "a rule has fields, such as name: and words:");
            return Optional.empty();
        }
        Optional<String> name = new FieldReader(file, "a rule", entry, problems).text("name");
        FieldReader fields =
                new FieldReader(file, name.map(given -> "rule " + given).orElse("a rule"), entry, problems);
        if (name.isEmpty()) {
            fields.problem("it has no name");
        } else if (!NAME.matcher(name.get()).matches()) {
            fields.problem("name", "must be lower-case letters, digits and hyphens, at most 64");
        } else if (!names.add(name.get())) {
            fields.problem("name", "is that of another rule too");
        }
        return Optional.of(new RuleReader(fields, name.orElse("")).read());
    }
}
