package io.copydesk.ingest.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a feed says. Unknown values are {@code null}, lists never are.
 *
 * @param title the feed's title as plain text
 * @param language as declared, such as {@code de-CH}
 * @param items in the feed's order
 * @param hints for those who poll it
 */
public record FeedDocument(
        String title,
        String language,
        List<Item> items,
        @JsonIgnore Hints hints) {

    public FeedDocument {
        items = List.copyOf(items);
    }

    /** A feed that says nothing about when to come again. */
    public FeedDocument(String title, String language, List<Item> items) {
        this(title, language, items, Hints.NONE);
    }

    /**
     * One entry.
     *
     * @param id what the feed calls it; the URL when it does not; else a digest of title and date
     * @param url absolute, in the spelling of {@link io.copydesk.ingest.link.UrlKey}
     * @param title plain text
     * @param published ISO 8601, see {@link FeedDate}
     * @param updated like {@code published}
     * @param authors names
     * @param summary plain text; of the content, when there is no summary
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

    /**
     * What a feed tells those who poll it. Publishers seldom mean it: something to weigh, not to obey.
     *
     * @param ttl how long it may be cached (RSS 2.0)
     * @param skipHours hours of the day, UTC, in which nothing appears, 0–23
     * @param skipDays days, UTC, on which nothing appears
     * @param updateInterval the time between two changes by {@code sy:updatePeriod} and {@code sy:updateFrequency}
     * @param siteLink the page it belongs to
     * @param selfLink the address it prefers
     * @param hubLink the WebSub hub that tells of changes
     */
    public record Hints(
            Duration ttl,
            Set<Integer> skipHours,
            Set<DayOfWeek> skipDays,
            Duration updateInterval,
            String siteLink,
            String selfLink,
            String hubLink) {

        /** Nothing is told. */
        public static final Hints NONE = new Hints(null, Set.of(), Set.of(), null, null, null, null);

        public Hints {
            skipHours = Set.copyOf(skipHours);
            skipDays = Set.copyOf(skipDays);
        }
    }
}
