package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of a clean article: a valid JSON-LD {@code NewsArticle} with schema.org's field names.
 *
 * <p>Unknown values are {@code null} and left out of the JSON; lists are never {@code null}. Immutable.
 *
 * @param context the vocabulary: schema.org's
 * @param type the type in it
 * @param id the article id: stable over versions, derived from the canonical URL
 * @param url canonical URL, as fetched when the page names none
 * @param headline as the page has it, without the site's name
 * @param description the page's summary of the article, where it has one
 * @param articleBody the article's text: paragraphs separated by one blank line; no title, byline, date line,
 *     captions, share words, related links or notices
 * @param articleSection the part of the site that the page is in, as the page names it
 * @param author persons who wrote it, in the byline's order; agencies and photographers are none
 * @param publisher the site, as the page or else its feed names it
 * @param datePublished ISO 8601, a date or a date-time with offset, as precise as the source
 * @param dateModified like {@code datePublished}
 * @param inLanguage BCP 47 language tag
 * @param keywords the page's own, else the terms that are most telling of the text
 * @param image URLs of the article's pictures
 * @param isAccessibleForFree what the page declares; {@code pipeline.access} says what was found
 * @param isBasedOn URL or name of the work this one copies, as the page says; for agency copy the id of the earliest
 *     article of the work
 * @param mentions people, organisations and places that the text names, the most prominent first; filled in by
 *     enrichment
 * @param quotes what the text quotes somebody as saying, in its order, at most 100; filled in by enrichment, {@code null} before, and in
 *     languages other than English, Spanish, German and French
 * @param version 1 for the earliest known text of this article, counting up by fetch time
 * @param pipeline what no standard names
 * @see <a href="https://schema.org/NewsArticle">schema.org/NewsArticle</a>
 */
@JsonPropertyOrder({"@context", "@type", "@id"})
public record Article(
        @JsonProperty("@context") @TextValues(Article.CONTEXT)
        String context,

        @JsonProperty("@type") @TextValues(Article.TYPE) String type,
        @JsonProperty("@id") String id,
        @Nullable String url,
        @Nullable String headline,
        @Nullable String description,
        String articleBody,
        @Nullable String articleSection,
        List<Person> author,
        @Nullable Organization publisher,
        @Nullable String datePublished,
        @Nullable String dateModified,
        @Nullable String inLanguage,
        List<String> keywords,
        List<String> image,
        @Nullable Boolean isAccessibleForFree,
        @Nullable String isBasedOn,
        List<Mention> mentions,
        @Nullable List<Quote> quotes,
        int version,
        Pipeline pipeline) {

    public static final String CONTEXT = "https://schema.org";
    public static final String TYPE = "NewsArticle";

    public Article {
        author = author == null ? List.of() : List.copyOf(author);
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
        image = image == null ? List.of() : List.copyOf(image);
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
        quotes = quotes == null ? null : List.copyOf(quotes);
    }

    /** A builder of an article, without any value. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that has all values of this one, to change some. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * A schema.org {@code Person}.
     *
     * @param type the type
     * @param name as the byline has it
     */
    public record Person(
            @JsonProperty("@type") @TextValues("Person") String type, String name) {
        /** A person of this name. */
        public static Person named(String name) {
            return new Person("Person", name);
        }
    }

    /**
     * A schema.org {@code Organization}.
     *
     * @param type the type
     * @param name as it calls itself
     */
    public record Organization(
            @JsonProperty("@type") @TextValues("Organization")
            String type,

            String name) {
        /** An organization of this name. */
        public static Organization named(String name) {
            return new Organization("Organization", name);
        }
    }

    /** Builds an article by the names of its fields; the record says what they mean. Not thread-safe. */
    public static final class Builder {
        private String context = CONTEXT;
        private String type = TYPE;
        private @Nullable String id;
        private @Nullable String url;
        private @Nullable String headline;
        private @Nullable String description;
        private @Nullable String articleBody;
        private @Nullable String articleSection;
        private List<Person> author = List.of();
        private @Nullable Organization publisher;
        private @Nullable String datePublished;
        private @Nullable String dateModified;
        private @Nullable String inLanguage;
        private List<String> keywords = List.of();
        private List<String> image = List.of();
        private @Nullable Boolean isAccessibleForFree;
        private @Nullable String isBasedOn;
        private List<Mention> mentions = List.of();
        private @Nullable List<Quote> quotes;
        private int version = 1;
        private @Nullable Pipeline pipeline;

        private Builder() {}

        private Builder(Article from) {
            context = from.context;
            type = from.type;
            id = from.id;
            url = from.url;
            headline = from.headline;
            description = from.description;
            articleBody = from.articleBody;
            articleSection = from.articleSection;
            author = from.author;
            publisher = from.publisher;
            datePublished = from.datePublished;
            dateModified = from.dateModified;
            inLanguage = from.inLanguage;
            keywords = from.keywords;
            image = from.image;
            isAccessibleForFree = from.isAccessibleForFree;
            isBasedOn = from.isBasedOn;
            mentions = from.mentions;
            quotes = from.quotes;
            version = from.version;
            pipeline = from.pipeline;
        }

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder url(@Nullable String url) {
            this.url = url;
            return this;
        }

        public Builder headline(@Nullable String headline) {
            this.headline = headline;
            return this;
        }

        public Builder description(@Nullable String description) {
            this.description = description;
            return this;
        }

        public Builder articleBody(String articleBody) {
            this.articleBody = articleBody;
            return this;
        }

        public Builder articleSection(@Nullable String articleSection) {
            this.articleSection = articleSection;
            return this;
        }

        public Builder author(List<Person> author) {
            this.author = author;
            return this;
        }

        public Builder publisher(@Nullable Organization publisher) {
            this.publisher = publisher;
            return this;
        }

        public Builder datePublished(@Nullable String datePublished) {
            this.datePublished = datePublished;
            return this;
        }

        public Builder dateModified(@Nullable String dateModified) {
            this.dateModified = dateModified;
            return this;
        }

        public Builder inLanguage(@Nullable String inLanguage) {
            this.inLanguage = inLanguage;
            return this;
        }

        public Builder keywords(List<String> keywords) {
            this.keywords = keywords;
            return this;
        }

        public Builder image(List<String> image) {
            this.image = image;
            return this;
        }

        public Builder isAccessibleForFree(@Nullable Boolean isAccessibleForFree) {
            this.isAccessibleForFree = isAccessibleForFree;
            return this;
        }

        public Builder isBasedOn(@Nullable String isBasedOn) {
            this.isBasedOn = isBasedOn;
            return this;
        }

        public Builder mentions(List<Mention> mentions) {
            this.mentions = mentions;
            return this;
        }

        public Builder quotes(@Nullable List<Quote> quotes) {
            this.quotes = quotes;
            return this;
        }

        public Builder version(int version) {
            this.version = version;
            return this;
        }

        public Builder pipeline(Pipeline pipeline) {
            this.pipeline = pipeline;
            return this;
        }

        /** @throws NullPointerException when a required field was not set; its message is the field's name */
        public Article build() {
            return new Article(
                    context,
                    type,
                    Objects.requireNonNull(id, "id"),
                    url,
                    headline,
                    description,
                    Objects.requireNonNull(articleBody, "articleBody"),
                    articleSection,
                    author,
                    publisher,
                    datePublished,
                    dateModified,
                    inLanguage,
                    keywords,
                    image,
                    isAccessibleForFree,
                    isBasedOn,
                    mentions,
                    quotes,
                    version,
                    Objects.requireNonNull(pipeline, "pipeline"));
        }
    }
}
