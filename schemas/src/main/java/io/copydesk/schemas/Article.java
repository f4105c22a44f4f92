package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a clean article: a valid JSON-LD {@code NewsArticle} with schema.org's field names.
 *
 * <p>Unknown values are {@code null} and left out of the JSON; lists are never {@code null}. Immutable.
 *
 * @param context always {@value #CONTEXT}
 * @param type always {@value #TYPE}
 * @param id the article id: stable over versions, derived from the canonical URL
 * @param url canonical URL, as fetched when the page names none
 * @param articleBody the article's text: paragraphs separated by one blank line; no title, byline, date line,
 *     captions, share words, related links or notices
 * @param datePublished ISO 8601, a date or a date-time with offset, as precise as the source
 * @param dateModified like {@code datePublished}
 * @param inLanguage BCP 47 language tag
 * @param isBasedOn URL or name of the work this one copies, as the page says; for agency copy the id of the earliest
 *     article of the work
 * @param mentions people, organisations and places that the text names, the most prominent first; filled in by
 *     enrichment
 * @param version 1 for the earliest known text of this article, counting up by fetch time
 * @see <a href="https://schema.org/NewsArticle">schema.org/NewsArticle</a>
 */
@JsonPropertyOrder({"@context", "@type", "@id"})
public record Article(
        @JsonProperty("@context") String context,
        @JsonProperty("@type") String type,
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
        int version,
        Pipeline pipeline) {

    public static final String CONTEXT = "https://schema.org";
    public static final String TYPE = "NewsArticle";

    public Article {
        author = author == null ? List.of() : List.copyOf(author);
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
        image = image == null ? List.of() : List.copyOf(image);
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
    }

    /** The same article as its {@code number}-th version. */
    public Article withVersion(int number) {
        return with(articleBody, inLanguage, number, pipeline);
    }

    /** The same article with its language set, for text whose page declared none. */
    public Article withLanguage(String tag) {
        return with(articleBody, tag, version, pipeline);
    }

    /** The same article with another {@code pipeline} object. */
    public Article withPipeline(Pipeline other) {
        return with(articleBody, inLanguage, version, other);
    }

    /** The same article with another text, and the {@code pipeline} object that goes with it. */
    public Article withBody(String text, Pipeline other) {
        return with(text, inLanguage, version, other);
    }

    /** The same article with what it names. */
    public Article withMentions(List<Mention> named) {
        return with(articleBody, inLanguage, keywords, named, isBasedOn, version, pipeline);
    }

    /** The same article with other keywords. */
    public Article withKeywords(List<String> other) {
        return with(articleBody, inLanguage, other, mentions, isBasedOn, version, pipeline);
    }

    /** The same article with the work it copies. */
    public Article withBasedOn(String work) {
        return with(articleBody, inLanguage, keywords, mentions, work, version, pipeline);
    }

    private Article with(String text, @Nullable String tag, int number, Pipeline other) {
        return with(text, tag, keywords, mentions, isBasedOn, number, other);
    }

    private Article with(
            String text,
            @Nullable String tag,
            List<String> about,
            List<Mention> named,
            @Nullable String work,
            int number,
            Pipeline other) {
        return new Article(
                context,
                type,
                id,
                url,
                headline,
                description,
                text,
                articleSection,
                author,
                publisher,
                datePublished,
                dateModified,
                tag,
                about,
                image,
                isAccessibleForFree,
                work,
                named,
                number,
                other);
    }

    /** A schema.org {@code Person}. */
    public record Person(@JsonProperty("@type") String type, String name) {
        /** A person of this name. */
        public static Person named(String name) {
            return new Person("Person", name);
        }
    }

    /** A schema.org {@code Organization}. */
    public record Organization(@JsonProperty("@type") String type, String name) {
        /** An organization of this name. */
        public static Organization named(String name) {
            return new Organization("Organization", name);
        }
    }
}
