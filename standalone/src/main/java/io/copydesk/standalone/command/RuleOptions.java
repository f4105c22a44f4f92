package io.copydesk.standalone.command;

import io.copydesk.alerts.rule.Rule;
import io.copydesk.alerts.rule.RuleFile;
import io.copydesk.schemas.AlertRule;
import io.copydesk.schemas.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** One rule as options, with the names that its fields have in a file. */
final class RuleOptions {

    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            description = "Name of a rule that the options describe.")
    private String name;

    @Option(names = "--words", split = ",", paramLabel = "PHRASE", description = "One of them must be there.")
    private @Nullable List<String> words;

    @Option(names = "--all-words", split = ",", paramLabel = "PHRASE", description = "All of them must be there.")
    private @Nullable List<String> allWords;

    @Option(names = "--without", split = ",", paramLabel = "PHRASE", description = "None of them may be there.")
    private @Nullable List<String> without;

    @Option(names = "--mentions", split = ",", paramLabel = "NAME", description = "One of them must be mentioned.")
    private @Nullable List<String> mentions;

    @Option(names = "--sites", split = ",", paramLabel = "DOMAIN", description = "The article is of one of them.")
    private @Nullable List<String> sites;

    @Option(names = "--languages", split = ",", paramLabel = "TAG", description = "Its language is one of them.")
    private @Nullable List<String> languages;

    @Option(names = "--story-sites", paramLabel = "N", description = "Stories that so many sites tell.")
    private @Nullable Integer storySites;

    @Option(
            names = "--feed-silent",
            split = ",",
            paramLabel = "URL",
            description = "Feeds that become silent; true for all.")
    private @Nullable List<String> feedSilent;

    @Option(
            names = "--dead-letters-above",
            paramLabel = "N",
            description = "More dead letters than these within --dead-letters-within.")
    private @Nullable Integer above;

    @Option(names = "--dead-letters-within", paramLabel = "TIME", description = "Such as 10m, the default.")
    private String within = "10m";

    /**
     * The rule.
     *
     * @throws io.copydesk.kit.config.ConfigException as for a file, without line
     */
    Rule rule() {
        AlertRule.Rate rate = above == null ? null : new AlertRule.Rate(above, within, null, null);
        return RuleFile.rule(Json.bytes(new AlertRule(
                name, words, allWords, without, mentions, sites, languages, storySites, feedSilent, rate)));
    }
}
