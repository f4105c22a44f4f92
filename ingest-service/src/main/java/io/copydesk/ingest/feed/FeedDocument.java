package io.copydesk.ingest.feed;

import java.util.List;

/**
 * What a feed says. Unknown values are {@code null}, lists never are.
 *
 * @param title the feed's title as plain text
 * @param language as declared, such as {@code de-CH}
 * @param items in the feed's order
 */
public record FeedDocument(String title, String language, List<Item> items) {

    public FeedDocument {
        items = List.copyOf(items);
    }

    /**
     * One entry.
     *
     * @param id what the feed calls it; the URL when it does not
     * @param url absolute, in the spelling of {@link io.copydesk.ingest.link.UrlKey}
     * @param title plain text
     * @param published ISO 8601, see {@link FeedDate}
     * @param updated like {@code published}
     * @param authors names
     * @param summary plain text
     */
    public record Item(
            String id,
            String url,
            String title,
            String published,
            String updated,
            List<String> authors,
            String summary) {

        public Item {
            authors = List.copyOf(authors);
        }
    }
}
