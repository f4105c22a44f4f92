package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator asks to be told of, in the fields of a rules file. Which fields are given says what kind of rule it is; one that
 * is {@code null} asks for nothing. A single value may stand for a list of one.
 *
 * @param name unique among all rules; the record's key
 * @param words phrases, one of which must be there
 * @param allWords phrases that must all be there
 * @param without phrases of which none may be there
 * @param mentions names of people, organisations or places, one of which the article must mention
 * @param sites registrable domains, one of which the article must be of
 * @param languages BCP 47 tags, one of which the language is or is more precise than
 * @param storySites from how many sites a story is told at least; a rule with it is of stories
 * @param feedSilent URLs of feeds whose silence is told, or {@code true} for all; a rule with it is of feeds
 * @param deadLetters the rate that is too high; a rule with it is of dead letters
 */
public record AlertRule(
        String name,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<String> words,

        @JsonProperty("all-words") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<String> allWords,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<String> without,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<String> mentions,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<String> sites,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<String> languages,

        @JsonProperty("story-sites") @Nullable Integer storySites,

        @JsonProperty("feed-silent") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<String> feedSilent,

        @JsonProperty("dead-letters") @Nullable Rate deadLetters) {

    /**
     * More dead letters than so many within some time.
     *
     * @param above how many are not too many
     * @param within the time, such as {@code 10m}
     * @param stages of which they count; {@code null} for all
     * @param reasons that count; {@code null} for all
     */
    public record Rate(
            int above,
            String within,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> stages,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> reasons) {
        public Rate {
            stages = copy(stages);
            reasons = copy(reasons);
        }
    }

    public AlertRule {
        words = copy(words);
        allWords = copy(allWords);
        without = copy(without);
        mentions = copy(mentions);
        sites = copy(sites);
        languages = copy(languages);
        feedSilent = copy(feedSilent);
    }

    private static @Nullable List<String> copy(@Nullable List<String> values) {
        return values == null ? null : List.copyOf(values);
    }
}
