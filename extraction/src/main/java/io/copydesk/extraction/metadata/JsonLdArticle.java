package io.copydesk.extraction.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.copydesk.schemas.LowerCase;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The JSON-LD object that describes the page's article, as plain values. Missing values are {@code null}. */
final class JsonLdArticle {

    private static final List<String> TYPES =
            List.of("NewsArticle", "Article", "BlogPosting", "LiveBlogPosting", "Report", "Review", "Posting");
    private static final List<String> PAGE_TYPES = List.of("WebPage", "ItemPage", "Recipe", "VideoObject", "Product");

    /** Letters of a headline that a title may hold by chance at most. */
    private static final int MIN_HEADLINE = 8;

    private static final int MAX_TITLE = 1000;

    private final JsonLd all;
    private final JsonNode node;
    private final JsonNode page;

    private JsonLdArticle(JsonLd all, JsonNode node, JsonNode page) {
        this.all = all;
        this.node = node;
        this.page = page;
    }

    /**
     * The article with the most of headline, text, date and author; of several, one whose URL is {@code url} wins, then one whose headline is part of
     * {@code title}, that of the page.
     */
    static JsonLdArticle find(JsonLd all, @Nullable String url, String title) {
        String titleKey = title.length() > MAX_TITLE ? "" : Headlines.key(title);
        JsonNode best = MissingNode.getInstance();
        int bestScore = -1;
        JsonNode page = MissingNode.getInstance();
        for (JsonNode node : all.objects()) {
            if (TYPES.stream().anyMatch(type -> JsonLd.isType(node, type))) {
                int score = score(node, url) + (isNamed(node, titleKey) ? 6 : 0);
                if (score > bestScore) {
                    best = node;
                    bestScore = score;
                }
            } else if (page.isMissingNode() && PAGE_TYPES.stream().anyMatch(type -> JsonLd.isType(node, type))) {
                page = node;
            }
        }
        return new JsonLdArticle(all, best, page);
    }

    private static int score(JsonNode node, @Nullable String url) {
        int score = 0;
        score += node.has("headline") ? 4 : 0;
        score += node.has("articleBody") ? 2 : 0;
        score += node.has("datePublished") ? 2 : 0;
        score += node.has("author") ? 1 : 0;
        if (url != null) {
            String path = CanonicalUrl.comparable(url);
            boolean same = path.equals(CanonicalUrl.comparable(node.path("url").asText("")))
                    || path.equals(CanonicalUrl.comparable(text(node.path("mainEntityOfPage"))))
                    || path.equals(CanonicalUrl.comparable(node.path("@id").asText("")));
            score += same ? 8 : 0;
        }
        return score;
    }

    private static boolean isNamed(JsonNode node, String titleKey) {
        String headline = text(node.path("headline"));
        String key = headline == null ? "" : Headlines.key(headline);
        return key.length() >= MIN_HEADLINE && titleKey.contains(key);
    }

    boolean isPresent() {
        return !node.isMissingNode();
    }

    /** Whether its type is a {@code NewsArticle} (subtypes included), not just any article or post. */
    boolean isNews() {
        return JsonLd.isType(node, "NewsArticle");
    }

    @Nullable
    String headline() {
        return clean(text(node.path("headline")));
    }

    @Nullable
    String name() {
        return clean(text(node.path("name")));
    }

    @Nullable
    String description() {
        return clean(text(node.path("description")));
    }

    /** The declared text, with its paragraph breaks, tags removed. */
    @Nullable
    String articleBody() {
        String body = text(node.path("articleBody"));
        if (body == null || body.isBlank()) {
            return null;
        }
        String text = body.indexOf('&') >= 0 ? Parser.unescapeEntities(body, false) : body;
        return Markup.strip(text);
    }

    @Nullable
    String datePublished() {
        String own = text(node.path("datePublished"));
        return own != null ? own : text(page.path("datePublished"));
    }

    @Nullable
    String dateCreated() {
        return text(node.path("dateCreated"));
    }

    @Nullable
    String dateModified() {
        String own = text(node.path("dateModified"));
        return own != null ? own : text(page.path("dateModified"));
    }

    @Nullable
    String section() {
        JsonNode section = node.path("articleSection");
        return clean(section.isArray() && !section.isEmpty() ? text(section.get(0)) : text(section));
    }

    @Nullable
    String language() {
        JsonNode language = node.path("inLanguage");
        String own = language.isObject() ? text(language.path("alternateName")) : text(language);
        return own != null ? own : text(page.path("inLanguage"));
    }

    @Nullable
    String publisher() {
        JsonNode publisher = node.path("publisher");
        return clean(name(all.resolve(publisher.isArray() && !publisher.isEmpty() ? publisher.get(0) : publisher)));
    }

    /** The value of {@code isAccessibleForFree}, {@code null} when it is missing or not a boolean. */
    @Nullable
    Boolean isAccessibleForFree() {
        String own = text(node.path("isAccessibleForFree"));
        String value =
                LowerCase.of((own != null ? own : String.valueOf(text(page.path("isAccessibleForFree")))).strip());
        return switch (value) {
            case "true", "http://schema.org/true", "https://schema.org/true", "yes", "1" -> Boolean.TRUE;
            case "false", "http://schema.org/false", "https://schema.org/false", "no", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** Whether all authors are declared as organisations. */
    boolean areAuthorsOrganizations() {
        JsonNode author = authorNode();
        for (JsonNode one : author.isArray() ? author : List.of(author)) {
            String type = text(all.resolve(one).path("@type"));
            if (type == null || !type.endsWith("Organization")) {
                return false;
            }
        }
        return !author.isEmpty();
    }

    List<String> authors() {
        List<String> names = new ArrayList<>();
        JsonNode author = authorNode();
        for (JsonNode one : author.isArray() ? author : List.of(author)) {
            String name = clean(name(all.resolve(one)));
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private JsonNode authorNode() {
        JsonNode author = node.path("author");
        boolean none = author.isMissingNode() || author.isNull() || author.isEmpty() && author.isContainerNode();
        return none ? node.path("creator") : author;
    }

    List<String> keywords() {
        List<String> words = new ArrayList<>();
        JsonNode keywords = node.path("keywords");
        for (JsonNode one : keywords.isArray() ? keywords : List.of(keywords)) {
            String word = clean(one.isObject() ? name(one) : text(one));
            if (word != null) {
                words.add(word);
            }
        }
        return words;
    }

    List<String> images() {
        List<String> urls = new ArrayList<>();
        JsonNode image = node.path("image");
        for (JsonNode one : image.isArray() ? image : List.of(image)) {
            JsonNode resolved = all.resolve(one);
            String url = resolved.isObject() ? text(resolved.path("url")) : text(resolved);
            if (url != null && !url.isBlank()) {
                urls.add(url.strip());
            }
        }
        return urls;
    }

    private static @Nullable String name(JsonNode node) {
        if (!node.isObject()) {
            return text(node);
        }
        JsonNode name = node.path("name");
        return text(name.isArray() && !name.isEmpty() ? name.get(0) : name);
    }

    private static @Nullable String text(JsonNode node) {
        if (node.isTextual() || node.isBoolean() || node.isNumber()) {
            return node.asText();
        }
        if (node.isObject()) {
            JsonNode value = node.has("@value") ? node.get("@value") : node.path("@id");
            return value.isTextual() ? value.asText() : null;
        }
        return node.isArray() && !node.isEmpty() && node.get(0).isTextual()
                ? node.get(0).asText()
                : null;
    }

    private static @Nullable String clean(@Nullable String value) {
        return value == null ? null : Markup.oneLine(value);
    }
}
