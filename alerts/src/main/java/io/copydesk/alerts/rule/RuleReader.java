package io.copydesk.alerts.rule;

import io.copydesk.alerts.rule.Rule.OfArticle;
import io.copydesk.alerts.rule.Rule.OfDeadLetters;
import io.copydesk.alerts.rule.Rule.OfSilence;
import io.copydesk.alerts.rule.Rule.OfStory;
import io.copydesk.alerts.rule.Rule.Wanted;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.page.Site;
import io.copydesk.kit.config.DurationText;
import io.copydesk.kit.config.NearestKey;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LanguageRange;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a rule of the fields of an entry. */
final class RuleReader {

    private static final List<String> WORDS = List.of("words", "all-words", "without");
    private static final List<String> OF_ARTICLE =
            List.of("name", "words", "all-words", "without", "mentions", "sites", "languages");
    private static final List<String> OF_STORY =
            List.of("name", "story-sites", "words", "all-words", "without", "languages");
    private static final List<String> OF_SILENCE = List.of("name", "feed-silent");
    private static final List<String> OF_DEAD_LETTERS = List.of("name", "dead-letters");
    private static final List<String> LIMIT = List.of("above", "within", "stages", "reasons");
    private static final List<String> ALL = List.of(
            "name",
            "words",
            "all-words",
            "without",
            "mentions",
            "sites",
            "languages",
            "story-sites",
            "feed-silent",
            "dead-letters");

    private static final Pattern REASON = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MOST_SITES = 1000;
    private static final int MOST_LETTERS = 1_000_000;
    private static final Duration LEAST_TIME = Duration.ofSeconds(10);
    private static final Duration MOST_TIME = Duration.ofDays(7);

    private final FieldReader fields;
    private final String name;

    RuleReader(FieldReader fields, String name) {
        this.fields = fields;
        this.name = name;
    }

    Rule read() {
        if (fields.has("story-sites")) {
            fields.allow(OF_STORY);
            return new OfStory(name, fields.number("story-sites", 2, MOST_SITES), wanted(), languages());
        } else if (fields.has("feed-silent")) {
            fields.allow(OF_SILENCE);
            return new OfSilence(name, feeds());
        } else if (fields.has("dead-letters")) {
            fields.allow(OF_DEAD_LETTERS);
            return deadLetters(fields.within("dead-letters"));
        }
        fields.allow(ALL);
        OfArticle rule = new OfArticle(name, wanted(), fields.phrases("mentions"), sites(), languages());
        if (OF_ARTICLE.stream()
                .filter(field -> !field.equals("name") && !field.equals("without"))
                .noneMatch(fields::has)) {
            fields.problem(
                    "asks for nothing: give words, all-words, mentions, sites, languages, story-sites, feed-silent or dead-letters");
        }
        return rule;
    }

    private Wanted wanted() {
        return WORDS.stream().anyMatch(fields::has)
                ? new Wanted(fields.phrases("words"), fields.phrases("all-words"), fields.phrases("without"))
                : Wanted.NOTHING;
    }

    /** The URLs as feeds are kept; none for all. */
    private List<String> feeds() {
        List<String> given = fields.texts("feed-silent");
        return given.equals(List.of("true"))
                ? List.of()
                : given.stream()
                        .map(feed -> UrlKey.of(feed).fold(UrlKey.Key::url, reason -> {
                            fields.problem("feed-silent", "must be true, or URLs of feeds, but is " + feed);
                            return feed;
                        }))
                        .toList();
    }

    /** The sites of domains or URLs, as articles have them. */
    private List<String> sites() {
        return fields.texts("sites").stream()
                .map(given -> {
                    String site = Site.of(given.contains("://") ? given : "https://" + given);
                    if (site.equals(Site.LOCAL) && !given.equalsIgnoreCase(Site.LOCAL)) {
                        fields.problem("sites", "has " + given + ", which is no domain such as quay.example");
                    }
                    return site;
                })
                .toList();
    }

    private List<LanguageRange> languages() {
        List<String> tags = fields.texts("languages").stream()
                .map(tag -> tag.toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        tags.stream()
                .filter(tag -> !LanguageRange.isTag(tag))
                .forEach(tag -> fields.problem(
                        "languages", "has " + tag + ", which is no language tag such as en, pt-BR or zh-Hans"));
        return tags.stream().map(LanguageRange::of).toList();
    }

    private OfDeadLetters deadLetters(FieldReader limit) {
        limit.allow(LIMIT);
        List<String> known =
                Arrays.stream(DeadLetter.Stage.values()).map(Json::label).toList();
        List<String> stages = limit.texts("stages");
        stages.stream()
                .filter(stage -> !known.contains(stage))
                .forEach(stage -> limit.problem(
                        "stages",
                        "has no stage " + stage
                                + NearestKey.to(stage, known)
                                        .map(meant -> "; did you mean " + meant + '?')
                                        .orElse("; there are " + String.join(", ", known))));
        List<String> reasons = limit.texts("reasons");
        reasons.stream()
                .filter(reason -> !REASON.matcher(reason).matches())
                .forEach(reason ->
                        limit.problem("reasons", "has " + reason + ", which is no reason such as http-status"));
        return new OfDeadLetters(name, limit.number("above", 0, MOST_LETTERS), within(limit), stages, reasons);
    }

    private static Duration within(FieldReader limit) {
        Optional<String> text = limit.text("within");
        try {
            Duration time = DurationText.parse(text.orElse(""));
            if (time.compareTo(LEAST_TIME) >= 0 && time.compareTo(MOST_TIME) <= 0) {
                return time;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        limit.problem(
                "within",
                "must be a time from 10s to 7d, such as 10m"
                        + text.map(given -> ", but is " + given).orElse(""));
        return LEAST_TIME;
    }
}
