package io.copydesk.ingest.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.ingest.feed.FeedDocument.Hints;
import io.copydesk.ingest.feed.FeedDocument.Item;
import io.copydesk.schemas.Utf16;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the fields and the items of a JSON Feed to the model. One instance per feed. */
final class JsonAdapter {

    private final JsonNode feed;
    private final @Nullable String base;
    private final List<String> feedAuthors;

    JsonAdapter(JsonNode feed, @Nullable String url) {
        this.feed = feed;
        base = FeedText.first(
                url, FeedText.absolute(text(feed, "feed_url")), FeedText.absolute(text(feed, "home_page_url")));
        feedAuthors = authors(feed);
    }

    FeedDocument document(List<JsonNode> items) {
        Hints hints = new Hints(
                null,
                Set.of(),
                Set.of(),
                null,
                FeedText.url(base, text(feed, "home_page_url")),
                FeedText.url(base, text(feed, "feed_url")),
                FeedText.url(base, hub()));
        List<Item> read = items.stream().map(this::item).toList();
        return new FeedDocument(text(feed, "title"), text(feed, "language"), read, hints);
    }

    /** The first WebSub hub: there are others, of rssCloud. */
    private @Nullable String hub() {
        for (JsonNode hub : feed.path("hubs")) {
            if ("WebSub".equalsIgnoreCase(text(hub, "type"))) {
                return text(hub, "url");
            }
        }
        return null;
    }

    private Item item(JsonNode item) {
        String id = text(item, "id");
        String url = FeedText.first(
                FeedText.url(base, text(item, "url")),
                FeedText.url(base, text(item, "external_url")),
                FeedText.absolute(id),
                FeedText.url(base, text(item.path("attachments").path(0), "url")));
        String title = text(item, "title");
        String language = FeedText.first(text(item, "language"), text(feed, "language"));
        String published = FeedText.date(text(item, "date_published"), language);
        List<String> authors = authors(item);
        String summary = FeedText.first(
                text(item, "summary"), text(item, "content_text"), HtmlText.of(text(item, "content_html")));
        return new Item(
                Objects.requireNonNullElseGet(
                        FeedText.first(id, url), () -> FeedText.digest(title, published, summary)),
                url,
                title,
                published,
                FeedText.date(text(item, "date_modified"), language),
                authors.isEmpty() ? feedAuthors : authors,
                summary);
    }

    private static List<String> authors(JsonNode parent) {
        List<@Nullable String> names = new ArrayList<>();
        for (JsonNode author : parent.path("authors")) {
            names.add(name(author));
        }
        names.add(name(parent.path("author"))); // 1.0
        return FeedAuthors.distinct(names);
    }

    private static @Nullable String name(JsonNode author) {
        return author.isTextual()
                ? FeedAuthors.name(author.asText())
                : FeedText.first(text(author, "name"), text(author, "url"));
    }

    private static @Nullable String text(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        return value.isTextual() || value.isNumber() ? FeedText.line(Utf16.repaired(value.asText())) : null;
    }
}
