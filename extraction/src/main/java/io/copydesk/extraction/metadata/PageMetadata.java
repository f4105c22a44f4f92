package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.WrittenDate;
import io.copydesk.schemas.DatePrecision;
import io.copydesk.schemas.Utf16;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of one article as its source declares them. Unknown values are {@code null}, lists are never {@code null}. All texts are well-formed, see
 * {@link Utf16}. Immutable; built by name with {@link #builder}.
 *
 * @param canonicalUrl the absolute URL that the page declares as its own and that is plausible, see {@link CanonicalUrl}
 * @param headline the headline in one line
 * @param heading the heading displayed above the text, which may differ from the headline
 * @param description the standfirst or the summary for search engines, in one line
 * @param authors names only, each once, in order
 * @param publisher name of the site or the organisation that publishes it
 * @param section section of the site
 * @param keywords at most 40, each once, in order
 * @param images absolute URLs, at most 10
 * @param published when it was first published, never later than the fetch
 * @param modified when it was last changed, never later than the fetch
 * @param declaredLanguage BCP 47 tag that the page declares, not yet compared with its text
 * @param declaredFree schema.org's {@code isAccessibleForFree} as declared, not yet compared with other evidence
 * @param articleBody the text that JSON-LD declares as the article's
 */
public record PageMetadata(
        @Nullable String canonicalUrl,
        @Nullable String headline,
        @Nullable String heading,
        @Nullable String description,
        List<String> authors,
        @Nullable String publisher,
        @Nullable String section,
        List<String> keywords,
        List<String> images,
        @Nullable WrittenDate published,
        @Nullable WrittenDate modified,
        @Nullable String declaredLanguage,
        @Nullable Boolean declaredFree,
        @Nullable String articleBody) {

    public PageMetadata {
        headline = Utf16.repairedOrNull(headline);
        heading = Utf16.repairedOrNull(heading);
        description = Utf16.repairedOrNull(description);
        authors = authors.stream().map(Utf16::repaired).toList();
        publisher = Utf16.repairedOrNull(publisher);
        section = Utf16.repairedOrNull(section);
        keywords = keywords.stream().map(Utf16::repaired).toList();
        articleBody = Utf16.repairedOrNull(articleBody);
        images = List.copyOf(images);
    }

    /** The same with other authors. */
    public PageMetadata withAuthors(List<String> names) {
        return new PageMetadata(
                canonicalUrl,
                headline,
                heading,
                description,
                names,
                publisher,
                section,
                keywords,
                images,
                published,
                modified,
                declaredLanguage,
                declaredFree,
                articleBody);
    }

    /** A builder with no value known. */
    public static Builder builder() {
        return new Builder();
    }

    /** ISO 8601 date, or date-time with offset, of the publication. */
    public @Nullable String datePublished() {
        return published == null ? null : published.iso();
    }

    /** ISO 8601 date, or date-time with offset, of the last change. */
    public @Nullable String dateModified() {
        return modified == null ? null : modified.iso();
    }

    /** How precise {@link #published} is. */
    public @Nullable DatePrecision datePrecision() {
        return published == null ? null : published.isInstant() ? DatePrecision.INSTANT : DatePrecision.DAY;
    }

    /** Collects the values of one {@link PageMetadata} by name; what is not set is unknown. Not thread-safe. */
    public static final class Builder {

        private @Nullable String canonicalUrl;
        private @Nullable String headline;
        private @Nullable String heading;
        private @Nullable String description;
        private List<String> authors = List.of();
        private @Nullable String publisher;
        private @Nullable String section;
        private List<String> keywords = List.of();
        private List<String> images = List.of();
        private @Nullable WrittenDate published;
        private @Nullable WrittenDate modified;
        private @Nullable String declaredLanguage;
        private @Nullable Boolean declaredFree;
        private @Nullable String articleBody;

        private Builder() {}

        public Builder canonicalUrl(@Nullable String url) {
            canonicalUrl = url;
            return this;
        }

        public Builder headline(@Nullable String text) {
            headline = text;
            return this;
        }

        public Builder heading(@Nullable String text) {
            heading = text;
            return this;
        }

        public Builder description(@Nullable String text) {
            description = text;
            return this;
        }

        public Builder authors(List<String> names) {
            authors = names;
            return this;
        }

        public Builder publisher(@Nullable String name) {
            publisher = name;
            return this;
        }

        public Builder section(@Nullable String name) {
            section = name;
            return this;
        }

        public Builder keywords(List<String> words) {
            keywords = words;
            return this;
        }

        public Builder images(List<String> urls) {
            images = urls;
            return this;
        }

        public Builder published(@Nullable WrittenDate date) {
            published = date;
            return this;
        }

        public Builder modified(@Nullable WrittenDate date) {
            modified = date;
            return this;
        }

        public Builder declaredLanguage(@Nullable String tag) {
            declaredLanguage = tag;
            return this;
        }

        public Builder declaredFree(@Nullable Boolean free) {
            declaredFree = free;
            return this;
        }

        public Builder articleBody(@Nullable String text) {
            articleBody = text;
            return this;
        }

        public PageMetadata build() {
            return new PageMetadata(
                    canonicalUrl,
                    headline,
                    heading,
                    description,
                    authors,
                    publisher,
                    section,
                    keywords,
                    images,
                    published,
                    modified,
                    declaredLanguage,
                    declaredFree,
                    articleBody);
        }
    }
}
