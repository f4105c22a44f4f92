package io.copydesk.ingest.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.copydesk.ingest.feed.FeedDocument.Item;
import io.copydesk.ingest.feed.FeedResult.NotAFeed;
import io.copydesk.ingest.feed.FeedResult.Parsed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * JSON Feed 1.0 and 1.1.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">jsonfeed.org</a>
 */
final class JsonFeed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFeed() {}

    static FeedResult read(byte[] bytes, String url) {
        JsonNode feed;
        try {
            feed = JSON.readTree(withoutByteOrderMark(bytes));
        } catch (IOException notJson) {
            return new NotAFeed("The document starts like JSON and is none");
        }
        if (!feed.path("items").isArray() || !feed.path("version").asText().contains("jsonfeed.org")) {
            return new NotAFeed("The document is JSON, but no JSON Feed");
        }
        String base = url != null ? url : text(feed, "home_page_url");
        List<String> authors = authors(feed);
        List<Item> items = new ArrayList<>();
        for (JsonNode item : feed.get("items")) {
            if (item.isObject() && items.size() < FeedParser.MAX_ITEMS) {
                items.add(item(item, base, authors));
            }
        }
        return new Parsed(new FeedDocument(text(feed, "title"), text(feed, "language"), items));
    }

    private static Item item(JsonNode item, String base, List<String> feedAuthors) {
        String link = text(item, "url");
        String url = FeedText.url(base, link != null ? link : text(item, "external_url"));
        String id = text(item, "id");
        List<String> authors = authors(item);
        return new Item(
                id != null ? id : url,
                url,
                text(item, "title"),
                FeedText.date(text(item, "date_published")),
                FeedText.date(text(item, "date_modified")),
                authors.isEmpty() ? feedAuthors : authors,
                text(item, "summary"));
    }

    private static List<String> authors(JsonNode parent) {
        List<String> names = new ArrayList<>();
        for (JsonNode author : parent.path("authors")) {
            names.add(text(author, "name"));
        }
        names.add(text(parent.path("author"), "name")); // 1.0
        return names.stream().filter(name -> name != null).distinct().toList();
    }

    private static String text(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        return value.isTextual() || value.isNumber() ? FeedText.blankToNull(value.asText()) : null;
    }

    private static byte[] withoutByteOrderMark(byte[] bytes) {
        boolean marked = bytes.length > 2 && (bytes[0] & 0xff) == 0xef;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }
}
