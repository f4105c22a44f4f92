package io.copydesk.schemas;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What no standard names about an article: where it came from, what was taken out, and what was decided about it.
 *
 * <p>Holds nothing that depends on when or where the pipeline ran, so that a replay yields the same bytes.
 *
 * @param inputId the input this version was first seen in
 * @param site registrable domain of the URL; the partitioning unit up to {@code articles}
 * @param fetched ISO 8601 instant of the original fetch, {@code null} when unknown
 * @param eventTime when it happened as far as known: publication, else fetch; {@code null} when neither is known
 * @param datePrecision {@code instant}, {@code day} or {@code null} without a date
 * @param textDigest SHA-256 (hex) of the normalised main text
 * @param contentDigest SHA-256 (hex) of all that makes a version: headline and text, learned boilerplate of the site
 *     included, so that what is learned later makes no version
 * @param extractor name and version of the cleaning that made this record
 * @param removed every stripped block, in document order, learned boilerplate of the site last
 * @param access whether the text is whole and free, with evidence
 * @param decision what enrich-service decided; {@code null} before
 * @param siteRule name and version of the rule by which learned boilerplate of the site was taken out of the text;
 *     {@code null} when none was. A record with the version and {@code contentDigest} of an earlier one and another text
 *     is a cleaning revision
 * @param page what kind of page the article was extracted from; {@code null} for texts, clean input, and records of
 *     earlier versions
 * @param confidence how likely the text is right, 0–1: that its F1 against the article's true text, in runs of four
 *     words, is .8 or more, before learned boilerplate of the site is taken out; {@code null} where {@code page} is, and
 *     for pages of more than 20,000 blocks
 * @param announced the feeds that named the article's pages, the earliest first, at most {@value Announcement#MAX}; {@code null}
 *     when none is known to have
 * @param fromFeed the names of the fields that the page did not tell and a feed did: {@code headline}, {@code datePublished},
 *     {@code publisher}; {@code null} when there are none
 * @param withdrawn that the article's page is gone; {@code null} while it is there, and for every version but the newest
 *     that there was when it went
 */
public record Pipeline(
        String inputId,
        String site,
        @TextFormat(TextFormat.DATE_TIME) @Nullable String fetched,
        @TextFormat(TextFormat.DATE_TIME) @Nullable String eventTime,
        @Nullable DatePrecision datePrecision,
        String textDigest,
        String contentDigest,
        String extractor,
        List<Removed> removed,
        Access access,
        @Nullable Decision decision,
        @Nullable String siteRule,
        @Nullable PageAssessment page,
        @Nullable Double confidence,
        @Nullable List<Announcement> announced,
        @Nullable List<String> fromFeed,
        @Nullable Withdrawal withdrawn) {

    public Pipeline {
        removed = removed == null ? List.of() : List.copyOf(removed);
        announced = announced == null || announced.isEmpty() ? null : List.copyOf(announced);
        fromFeed = fromFeed == null || fromFeed.isEmpty() ? null : List.copyOf(fromFeed);
    }

    /**
     * The same object for the text without learned boilerplate.
     *
     * @param digest the text digest of what is left
     * @param boilerplate what was taken out
     * @param rule by which rule
     */
    public Pipeline withoutBoilerplate(String digest, List<Removed> boilerplate, String rule) {
        List<Removed> all =
                Stream.concat(removed.stream(), boilerplate.stream()).toList();
        return toBuilder().textDigest(digest).removed(all).siteRule(rule).build();
    }

    /** The same object, withdrawn or, with {@code null}, not. */
    public Pipeline withdrawn(@Nullable Withdrawal withdrawal) {
        return toBuilder().withdrawn(withdrawal).build();
    }

    /** A builder of a pipeline object, without any value. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that has all values of this one, to change some. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Builds a pipeline object by the names of its fields; the record says what they mean. Not thread-safe. */
    public static final class Builder {
        private @Nullable String inputId;
        private @Nullable String site;
        private @Nullable String fetched;
        private @Nullable String eventTime;
        private @Nullable DatePrecision datePrecision;
        private @Nullable String textDigest;
        private @Nullable String contentDigest;
        private @Nullable String extractor;
        private List<Removed> removed = List.of();
        private Access access = Access.FREE;
        private @Nullable Decision decision;
        private @Nullable String siteRule;
        private @Nullable PageAssessment page;
        private @Nullable Double confidence;
        private @Nullable List<Announcement> announced;
        private @Nullable List<String> fromFeed;
        private @Nullable Withdrawal withdrawn;

        private Builder() {}

        private Builder(Pipeline from) {
            inputId = from.inputId;
            site = from.site;
            fetched = from.fetched;
            eventTime = from.eventTime;
            datePrecision = from.datePrecision;
            textDigest = from.textDigest;
            contentDigest = from.contentDigest;
            extractor = from.extractor;
            removed = from.removed;
            access = from.access;
            decision = from.decision;
            siteRule = from.siteRule;
            page = from.page;
            confidence = from.confidence;
            announced = from.announced;
            fromFeed = from.fromFeed;
            withdrawn = from.withdrawn;
        }

        public Builder inputId(String inputId) {
            this.inputId = inputId;
            return this;
        }

        public Builder site(String site) {
            this.site = site;
            return this;
        }

        public Builder fetched(@Nullable String fetched) {
            this.fetched = fetched;
            return this;
        }

        public Builder eventTime(@Nullable String eventTime) {
            this.eventTime = eventTime;
            return this;
        }

        public Builder datePrecision(@Nullable DatePrecision datePrecision) {
            this.datePrecision = datePrecision;
            return this;
        }

        public Builder textDigest(String textDigest) {
            this.textDigest = textDigest;
            return this;
        }

        public Builder contentDigest(String contentDigest) {
            this.contentDigest = contentDigest;
            return this;
        }

        public Builder extractor(String extractor) {
            this.extractor = extractor;
            return this;
        }

        public Builder removed(List<Removed> removed) {
            this.removed = removed;
            return this;
        }

        public Builder access(Access access) {
            this.access = access;
            return this;
        }

        public Builder decision(@Nullable Decision decision) {
            this.decision = decision;
            return this;
        }

        public Builder siteRule(@Nullable String siteRule) {
            this.siteRule = siteRule;
            return this;
        }

        public Builder page(@Nullable PageAssessment page) {
            this.page = page;
            return this;
        }

        public Builder confidence(@Nullable Double confidence) {
            this.confidence = confidence;
            return this;
        }

        public Builder announced(@Nullable List<Announcement> announced) {
            this.announced = announced;
            return this;
        }

        public Builder fromFeed(@Nullable List<String> fromFeed) {
            this.fromFeed = fromFeed;
            return this;
        }

        public Builder withdrawn(@Nullable Withdrawal withdrawn) {
            this.withdrawn = withdrawn;
            return this;
        }

        /** @throws NullPointerException when a required field was not set; its message is the field's name */
        public Pipeline build() {
            return new Pipeline(
                    Objects.requireNonNull(inputId, "inputId"),
                    Objects.requireNonNull(site, "site"),
                    fetched,
                    eventTime,
                    datePrecision,
                    Objects.requireNonNull(textDigest, "textDigest"),
                    Objects.requireNonNull(contentDigest, "contentDigest"),
                    Objects.requireNonNull(extractor, "extractor"),
                    removed,
                    access,
                    decision,
                    siteRule,
                    page,
                    confidence,
                    announced,
                    fromFeed,
                    withdrawn);
        }
    }
}
