package io.copydesk.ingest.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.schemas.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clean articles that other tools write, turned into schema.org's terms. Read are the members of news-please ({@code
 * maintext}, {@code title}, {@code date_publish}, {@code authors}) and of Fundus ({@code plaintext} or the sections of {@code
 * body}, {@code title}, {@code publishing_date}, {@code authors}), of trafilatura ({@code source}, {@code excerpt}, several names in one
 * {@code author}), and plain {@code body}, {@code content} and {@code date} as others have them. The same members beside a {@code text} are what the line says of a text that is to be cleaned. Pure.
 */
final class ForeignArticle {

    /** Members that hold the text, in the order in which they are believed. */
    private static final List<String> TEXTS = List.of(
            "maintext",
            "plaintext",
            "body",
            "content",
            "plain_text",
            "full_text",
            "main_text",
            "article_text",
            "article");

    /** Members that hold the URL in corpora of other tools. */
    private static final List<String> URLS =
            List.of("source_url", "requested_url", "document_url", "article_url", "link", "uri", "URL", "source");

    private static final int MAX_NAMES = 100;

    private static final String BLANK_LINE = "\n\n";

    private ForeignArticle() {}

    /** The object in schema.org's terms, what it has in them already included; empty when it has no text. */
    static Optional<ObjectNode> of(JsonNode object) {
        String text = TEXTS.stream()
                .map(name -> body(object.get(name)))
                .filter(found -> !found.isBlank())
                .findFirst()
                .orElse(null);
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(fields(object, Json.object().put("articleBody", text)));
    }

    /** A text that is to be cleaned, with the headline, author or date that the object names; empty when it names none of them. */
    static Optional<ObjectNode> ofText(JsonNode object, String text) {
        ObjectNode article = fields(object, Json.object().put("text", text));
        boolean named = article.path("headline").isTextual()
                || article.path("datePublished").isTextual()
                || article.has("author");
        return named && !text.isBlank() ? Optional.of(article) : Optional.empty();
    }

    private static ObjectNode fields(JsonNode object, ObjectNode article) {
        article.put("headline", first(object, "headline", "title"));
        article.put("description", first(object, "description", "summary", "excerpt"));
        article.put(
                "datePublished",
                date(first(
                        object,
                        "datePublished",
                        "date_publish",
                        "publishing_date",
                        "publish_date",
                        "published_date",
                        "published",
                        "date")));
        article.put("dateModified", date(first(object, "dateModified", "date_modify", "modified")));
        article.put("inLanguage", first(object, "inLanguage", "language", "lang"));
        article.put("articleSection", first(object, "articleSection", "section"));
        article.put("isAccessibleForFree", flag(object, "isAccessibleForFree", "free_access"));
        copy(object, article, "author", "author", "authors");
        part(article, "author");
        copy(object, article, "keywords", "keywords", "topics", "tags");
        copy(object, article, "publisher", "publisher", "source-hostname");
        copy(object, article, "image", "image", "image_url");
        return article;
    }

    /** The URL where another member than {@code url} names it. */
    static @Nullable String url(JsonNode object) {
        JsonNode html = object.path("html");
        String responded = text(html.get("responded_url"));
        String found = responded == null ? text(html.get("requested_url")) : responded;
        return found != null
                ? found
                : URLS.stream()
                        .map(name -> text(object.get(name)))
                        .filter(url -> url != null && url.contains("://"))
                        .findFirst()
                        .orElse(null);
    }

    /** A text, an array of paragraphs, or an object with a summary and sections of paragraphs. */
    private static String body(@Nullable JsonNode value) {
        if (value == null) {
            return "";
        }
        if (value.isTextual()) {
            return value.asText().strip();
        }
        List<String> paragraphs = new ArrayList<>();
        add(value.isArray() ? value : value.path("summary"), paragraphs);
        for (JsonNode section : value.path("sections")) {
            add(section.path("headline"), paragraphs);
            add(section.path("paragraphs"), paragraphs);
        }
        return String.join(BLANK_LINE, paragraphs);
    }

    private static void add(JsonNode texts, List<String> paragraphs) {
        for (JsonNode paragraph : texts) {
            if (paragraph.isTextual() && !paragraph.asText().isBlank()) {
                paragraphs.add(paragraph.asText().strip());
            }
        }
    }

    private static @Nullable String first(JsonNode object, String... names) {
        for (String name : names) {
            String found = text(object.get(name));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Boolean flag(JsonNode object, String... names) {
        for (String name : names) {
            if (object.path(name).isBoolean()) {
                return object.get(name).asBoolean();
            }
        }
        return null;
    }

    private static void copy(JsonNode object, ObjectNode article, String to, String... names) {
        for (String name : names) {
            JsonNode value = object.path(name);
            if (value.isTextual() || value.isObject() || value instanceof ArrayNode array && !array.isEmpty()) {
                article.set(to, value);
                return;
            }
        }
    }

    /** Makes an array of a text with several names, which trafilatura puts semicolons between. */
    private static void part(ObjectNode article, String name) {
        String together = article.path(name).asText();
        if (together.indexOf(';') >= 0) {
            ArrayNode names = article.putArray(name);
            Arrays.stream(together.split(";", MAX_NAMES))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .forEach(names::add);
        }
    }

    /** ISO 8601 where a space stood for the T. */
    private static @Nullable String date(@Nullable String date) {
        return date != null && date.length() > 10 && date.charAt(10) == ' ' ? date.replaceFirst(" ", "T") : date;
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value != null && value.isTextual() && !value.asText().isBlank()
                ? value.asText().strip()
                : null;
    }
}
