package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule of the operator asked to be told of. It is a notice of the past: the record is not written again when what it tells of changes.
 *
 * @param id made of the rule and of what is told, so the same alert has the same id wherever and however often it is received
 * @param rule name of the rule
 * @param kind what is told
 * @param headline of the article or story, the title of the feed, or a sentence; text of the web as it stood
 * @param raised arrival of the record that led to the alert
 * @param article id of the article
 * @param story id of the story; of an article, the one it was in
 * @param feed URL of the feed
 * @param url of the article
 * @param site of the article
 * @param language BCP 47 tag of the article
 * @param matched the words and names of the rule that were found, as the rule has them; empty where the rule has none
 * @param sites from how many sites the story is told
 * @param since when the silence of the feed became certain
 * @param deadLetters how many dead letters there were within the time of the rule
 * @param stage of the last one of them
 * @param reason of the last one of them
 * @param suppressed how many more alerts the rule would have raised in this hour
 */
public record Alert(
        String id,
        String rule,
        Kind kind,
        String headline,
        @TextFormat(TextFormat.DATE_TIME) String raised,
        @Nullable String article,
        @Nullable String story,
        @Nullable String feed,
        @Nullable String url,
        @Nullable String site,
        @Nullable String language,
        List<String> matched,
        @Nullable Integer sites,
        @TextFormat(TextFormat.DATE_TIME) @Nullable String since,
        @Nullable Integer deadLetters,
        @Nullable String stage,
        @Nullable String reason,
        @Nullable Integer suppressed) {

    /** What every id begins with. */
    public static final String ID_PREFIX = "urn:copydesk:alert:";

    public Alert {
        matched = matched == null ? List.of() : List.copyOf(matched);
    }

    /** What an alert tells. In JSON the lower-case label. Later versions may add labels; they are read as {@link #OTHER}. */
    public enum Kind {
        /** An article that the rule describes. */
        ARTICLE,
        /** A story that is told by as many sites as the rule asks for. */
        STORY,
        /** A feed that answers and should have published by now. */
        FEED_SILENT,
        /** More dead letters than the rule allows. */
        DEAD_LETTERS,
        /** A rule raised more alerts within an hour than are let through. */
        SUPPRESSED,
        /** A label that this version does not know. */
        OTHER;

        /** {@code feed-silent}. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind with this label, {@link #OTHER} for an unknown one. */
        @JsonCreator
        public static Kind of(String label) {
            for (Kind kind : values()) {
                if (kind.label().equals(label)) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    /**
     * The id of an alert: equal for equal arguments.
     *
     * @param subject what is told: the id of an article or story, or a feed and a time
     */
    public static String id(String rule, Kind kind, String subject) {
        return ID_PREFIX
                + Sha256.hex(rule + "\n" + kind.label() + "\n" + subject).substring(0, 32);
    }

    /** A builder of an alert, without any value. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an alert by the names of its fields; the record says what they mean. Not thread-safe. */
    public static final class Builder {
        private @Nullable String id;
        private @Nullable String rule;
        private @Nullable Kind kind;
        private @Nullable String headline;
        private @Nullable String raised;
        private @Nullable String article;
        private @Nullable String story;
        private @Nullable String feed;
        private @Nullable String url;
        private @Nullable String site;
        private @Nullable String language;
        private List<String> matched = List.of();
        private @Nullable Integer sites;
        private @Nullable String since;
        private @Nullable Integer deadLetters;
        private @Nullable String stage;
        private @Nullable String reason;
        private @Nullable Integer suppressed;

        private Builder() {}

        /** Sets rule and kind, and the id that both have for {@code subject}. */
        public Builder of(String name, Kind told, String subject) {
            id = Alert.id(name, told, subject);
            rule = name;
            kind = told;
            return this;
        }

        public Builder headline(String headline) {
            this.headline = headline;
            return this;
        }

        public Builder raised(String raised) {
            this.raised = raised;
            return this;
        }

        public Builder article(@Nullable String article) {
            this.article = article;
            return this;
        }

        public Builder story(@Nullable String story) {
            this.story = story;
            return this;
        }

        public Builder feed(@Nullable String feed) {
            this.feed = feed;
            return this;
        }

        public Builder url(@Nullable String url) {
            this.url = url;
            return this;
        }

        public Builder site(@Nullable String site) {
            this.site = site;
            return this;
        }

        public Builder language(@Nullable String language) {
            this.language = language;
            return this;
        }

        public Builder matched(List<String> matched) {
            this.matched = matched;
            return this;
        }

        public Builder sites(@Nullable Integer sites) {
            this.sites = sites;
            return this;
        }

        public Builder since(@Nullable String since) {
            this.since = since;
            return this;
        }

        public Builder deadLetters(@Nullable Integer deadLetters) {
            this.deadLetters = deadLetters;
            return this;
        }

        public Builder stage(@Nullable String stage) {
            this.stage = stage;
            return this;
        }

        public Builder reason(@Nullable String reason) {
            this.reason = reason;
            return this;
        }

        public Builder suppressed(@Nullable Integer suppressed) {
            this.suppressed = suppressed;
            return this;
        }

        /** @throws NullPointerException when a required field was not set; its message is the field's name */
        public Alert build() {
            return new Alert(
                    Objects.requireNonNull(id, "id"),
                    Objects.requireNonNull(rule, "rule"),
                    Objects.requireNonNull(kind, "kind"),
                    Objects.requireNonNull(headline, "headline"),
                    Objects.requireNonNull(raised, "raised"),
                    article,
                    story,
                    feed,
                    url,
                    site,
                    language,
                    matched,
                    sites,
                    since,
                    deadLetters,
                    stage,
                    reason,
                    suppressed);
        }
    }
}
