package io.copydesk.alerts.rule;

import io.copydesk.alerts.rule.Rule.OfArticle;
import io.copydesk.alerts.rule.Rule.OfDeadLetters;
import io.copydesk.alerts.rule.Rule.OfSilence;
import io.copydesk.alerts.rule.Rule.OfStory;
import io.copydesk.alerts.rule.Rule.Wanted;
import io.copydesk.alerts.word.Phrase;
import io.copydesk.kit.config.DurationText;
import io.copydesk.schemas.AlertRule;
import io.copydesk.schemas.LanguageRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a rule as the fields that it was read from. */
public final class RuleFields {

    private RuleFields() {}

    /** The fields of a rule; {@link RuleFile#rule} of their JSON is an equal rule. */
    public static AlertRule of(Rule rule) {
        if (rule instanceof OfArticle article) {
            return fields(
                    rule.name(),
                    article.words(),
                    written(article.mentions()),
                    given(article.sites()),
                    article.languages(),
                    null);
        } else if (rule instanceof OfStory story) {
            return fields(rule.name(), story.words(), null, null, story.languages(), story.sites());
        } else if (rule instanceof OfSilence silence) {
            List<String> feeds = silence.feeds().isEmpty() ? List.of("true") : silence.feeds();
            return new AlertRule(rule.name(), null, null, null, null, null, null, null, feeds, null);
        }
        OfDeadLetters letters = (OfDeadLetters) rule;
        AlertRule.Rate rate = new AlertRule.Rate(
                letters.above(),
                DurationText.format(letters.within()),
                given(letters.stages()),
                given(letters.reasons()));
        return new AlertRule(rule.name(), null, null, null, null, null, null, null, null, rate);
    }

    private static AlertRule fields(
            String name,
            Wanted words,
            @Nullable List<String> mentions,
            @Nullable List<String> sites,
            List<LanguageRange> languages,
            @Nullable Integer storySites) {
        return new AlertRule(
                name,
                written(words.any()),
                written(words.all()),
                written(words.without()),
                mentions,
                sites,
                given(languages.stream().map(LanguageRange::tag).toList()),
                storySites,
                null,
                null);
    }

    private static @Nullable List<String> written(List<Phrase> phrases) {
        return given(phrases.stream().map(Phrase::written).toList());
    }

    private static @Nullable List<String> given(List<String> values) {
        return values.isEmpty() ? null : values;
    }
}
