package io.copydesk.ingest.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.ingest.feed.FeedDocument.Hints;
import io.copydesk.ingest.feed.FeedDocument.Item;
import io.copydesk.ingest.feed.FeedResult.NotAFeed;
import io.copydesk.ingest.feed.FeedResult.Parsed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * JSON Feed 1.0 and 1.1; what comes after a mistake is not read.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">jsonfeed.org</a>
 */
final class JsonFeed {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private final ObjectNode feed = JSON.createObjectNode();
    private final List<JsonNode> items = new ArrayList<>();
    private boolean itemsSeen;

    private JsonFeed() {}

    static FeedResult read(String text, String url) {
        JsonFeed json = new JsonFeed();
        json.load(text);
        if (json.feed.isEmpty() && !json.itemsSeen) {
            return new NotAFeed("The document starts like JSON and is none");
        }
        return json.isFeed() ? new Parsed(json.document(url)) : new NotAFeed("The document is JSON, but no JSON Feed");
    }

    /** Keeps what can be read. */
    private void load(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
                    itemsSeen = true;
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        add(parser.readValueAsTree());
                    }
                } else {
                    feed.set(name, parser.<JsonNode>readValueAsTree());
                }
            }
        } catch (IOException | RuntimeException broken) {
            // Cut off or damaged here: what came before counts.
            return;
        }
    }

    private void add(JsonNode item) {
        if (item != null && item.isObject() && items.size() < FeedParser.MAX_ITEMS) {
            items.add(item);
        }
    }

    private boolean isFeed() {
        boolean named = feed.path("version").asText().contains("jsonfeed");
        boolean alike = feed.has("title") || feed.has("home_page_url") || feed.has("feed_url");
        return named && (itemsSeen || alike) || itemsSeen && alike && (named || !items.isEmpty());
    }

    private FeedDocument document(String url) {
        String home = text(feed, "home_page_url");
        String base = FeedText.first(url, FeedText.absolute(text(feed, "feed_url")), FeedText.absolute(home));
        List<String> authors = authors(feed);
        List<Item> read = items.stream().map(item -> item(item, base, authors)).toList();
        JsonNode hub = feed.path("hubs").path(0);
        Hints hints = new Hints(
                null,
                Set.of(),
                Set.of(),
                null,
                FeedText.url(base, home),
                FeedText.url(base, text(feed, "feed_url")),
                FeedText.url(base, text(hub, "url")));
        return new FeedDocument(text(feed, "title"), text(feed, "language"), read, hints);
    }

    private static Item item(JsonNode item, String base, List<String> feedAuthors) {
        String url = FeedText.url(base, text(item, "url"));
        String page = FeedText.first(url, FeedText.url(base, text(item, "external_url")));
        String id = text(item, "id");
        String address = FeedText.first(page, FeedText.absolute(id));
        String title = text(item, "title");
        String published = FeedText.date(text(item, "date_published"));
        List<String> authors = authors(item);
        String summary = FeedText.first(
                text(item, "summary"), text(item, "content_text"), HtmlText.of(text(item, "content_html")));
        return new Item(
                FeedText.first(id, address, FeedText.digest(title, published, summary)),
                address,
                title,
                published,
                FeedText.date(text(item, "date_modified")),
                authors.isEmpty() ? feedAuthors : authors,
                summary);
    }

    private static List<String> authors(JsonNode parent) {
        List<String> names = new ArrayList<>();
        for (JsonNode author : parent.path("authors")) {
            names.add(name(author));
        }
        names.add(name(parent.path("author"))); // 1.0
        return FeedAuthors.distinct(names);
    }

    private static String name(JsonNode author) {
        return author.isTextual()
                ? FeedAuthors.name(author.asText())
                : FeedText.first(text(author, "name"), text(author, "url"));
    }

    private static String text(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        return value.isTextual() || value.isNumber() ? FeedText.line(value.asText()) : null;
    }
}
