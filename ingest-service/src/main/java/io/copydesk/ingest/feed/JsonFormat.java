package io.copydesk.ingest.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.ingest.feed.FeedResult.NotAFeed;
import io.copydesk.ingest.feed.FeedResult.Parsed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON Feed 1.0 and 1.1: finds the feed's fields and the items; {@link JsonAdapter} reads them. The document is read up to its first
 * syntax error.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">jsonfeed.org</a>
 */
final class JsonFormat implements FeedFormat {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    @Override
    public @Nullable FeedResult read(String text, @Nullable String url) {
        if (firstCharacter(text) != '{') {
            return null;
        }
        Shape shape = new Shape();
        shape.load(text);
        if (shape.feed.isEmpty() && !shape.itemsSeen) {
            return new NotAFeed("The document starts like JSON but is not JSON");
        }
        return shape.isFeed()
                ? new Parsed(new JsonAdapter(shape.feed, url).document(shape.items))
                : new NotAFeed("The document is JSON but not a JSON Feed");
    }

    /** The top level of a document: its items and all other fields. */
    private static final class Shape {

        private final ObjectNode feed = JSON.createObjectNode();
        private final List<JsonNode> items = new ArrayList<>();
        private boolean itemsSeen;

        /** Keeps what precedes the first syntax error. */
        void load(String text) {
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
            } catch (IOException | RuntimeException ignored) {
                return; // truncated or damaged here
            }
        }

        private void add(@Nullable JsonNode item) {
            if (item != null && item.isObject() && items.size() < FeedParser.MAX_ITEMS) {
                items.add(item);
            }
        }

        /** Other JSON has items or a title, too. */
        boolean isFeed() {
            boolean named = feed.path("version").asText().contains("jsonfeed");
            boolean alike = feed.has("title") || feed.has("home_page_url") || feed.has("feed_url");
            return named && (itemsSeen || alike) || itemsSeen && alike && !items.isEmpty();
        }
    }

    private static int firstCharacter(String text) {
        int at = 0;
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\ufeff')) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : -1;
    }
}
