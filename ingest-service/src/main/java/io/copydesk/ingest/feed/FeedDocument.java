package io.copydesk.ingest.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The content of a feed, independent of its format. Immutable.
 *
 * @param title the feed's title as plain text
 * @param language as declared, such as {@code de-CH}
 * @param items in document order
 * @param hints for polling
 */
public record FeedDocument(
        @Nullable String title,
        @Nullable String language,
        List<Item> items,
        @JsonIgnore Hints hints) {

    public FeedDocument {
        items = List.copyOf(items);
    }

    /** A feed without polling hints. */
    public FeedDocument(@Nullable String title, @Nullable String language, List<Item> items) {
        this(title, language, items, Hints.NONE);
    }

    /**
     * One entry.
     *
     * @param id the feed's id for it; without one the URL, without that a digest of title and date
     * @param url absolute, in the spelling of {@link io.copydesk.ingest.link.UrlKey}
     * @param title plain text
     * @param published ISO 8601, see {@link FeedDate}
     * @param updated like {@code published}
     * @param authors names
     * @param summary plain text; the content when there is no summary
     */
    public record Item(
            String id,
            @Nullable String url,
            @Nullable String title,
            @Nullable String published,
            @Nullable String updated,
            List<String> authors,
            @Nullable String summary) {

        public Item {
            authors = List.copyOf(authors);
        }
    }

    /**
     * A feed's hints for polling. Most are defaults of a content system and no promise: one input of a schedule among others.
     *
     * @param ttl how long it may be cached (RSS 2.0)
     * @param skipHours hours of the day, UTC, in which nothing appears, 0–23
     * @param skipDays days, UTC, on which nothing appears
     * @param updateInterval the time between two changes by {@code sy:updatePeriod} and {@code sy:updateFrequency}
     * @param siteLink the page it belongs to
     * @param selfLink the feed's own preferred address
     * @param hubLink the WebSub hub that announces changes
     */
    public record Hints(
            @Nullable Duration ttl,
            Set<Integer> skipHours,
            Set<DayOfWeek> skipDays,
            @Nullable Duration updateInterval,
            @Nullable String siteLink,
            @Nullable String selfLink,
            @Nullable String hubLink) {

        /** No hints. */
        public static final Hints NONE = new Hints(null, Set.of(), Set.of(), null, null, null, null);

        public Hints {
            skipHours = Set.copyOf(skipHours);
            skipDays = Set.copyOf(skipDays);
        }
    }
}
