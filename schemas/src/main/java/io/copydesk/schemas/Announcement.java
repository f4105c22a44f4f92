package io.copydesk.schemas;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A feed named a page: which feed, and what it said of the page when it named it first. Texts are cut to the lengths given; immutable.
 *
 * @param feed URL of the subscription, at most 4,000 characters
 * @param feedTitle as the feed calls itself, else as the subscriber calls it; at most 500 characters
 * @param category the subscriber's folder, at most 500 characters; {@code null} without one
 * @param guid the feed's id for the item, at most 1,000 characters; its URL in a feed or sitemap without ids
 * @param title the item's, as plain text, at most 1,000 characters
 * @param published the item's date of publication, else of its change, in ISO 8601: a date, or a date-time with offset
 * @param firstSeen ISO 8601 instant of the poll that found it
 */
public record Announcement(
        String feed,
        @Nullable String feedTitle,
        @Nullable String category,
        @Nullable String guid,
        @Nullable String title,
        @Nullable String published,
        @TextFormat(TextFormat.DATE_TIME) String firstSeen) {

    /** The most announcements of one article that are kept, the earliest ones. */
    public static final int MAX = 20;

    private static final int MAX_URL = 4_000;
    private static final int MAX_TEXT = 1_000;
    private static final int MAX_NAME = 500;
    private static final int MAX_DATE = 40;

    private static final Comparator<Announcement> ORDER = Comparator.comparing(Announcement::seen)
            .thenComparing(Announcement::feed)
            .thenComparing(Json::line);

    public Announcement {
        feed = feed == null ? feed : Utf16.prefix(feed, MAX_URL);
        feedTitle = cut(feedTitle, MAX_NAME);
        category = cut(category, MAX_NAME);
        guid = cut(guid, MAX_TEXT);
        title = cut(title, MAX_TEXT);
        published = cut(published, MAX_DATE);
        firstSeen = firstSeen == null ? firstSeen : Utf16.prefix(firstSeen, MAX_DATE);
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null ? null : Utf16.prefix(Utf16.repaired(text), length);
    }

    /**
     * All of both, for each feed the earliest, at most {@link #MAX}, in the order of their time. Commutative, associative and idempotent: the result
     * depends on the set of announcements alone.
     */
    public static List<Announcement> merged(List<Announcement> some, List<Announcement> others) {
        List<Announcement> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(ORDER);
        Map<String, Announcement> byFeed = new LinkedHashMap<>();
        all.forEach(each -> byFeed.putIfAbsent(each.feed, each));
        return byFeed.values().stream().limit(MAX).toList();
    }

    /** {@link #firstSeen} as an instant; the end of time when it is none, so that what is readable comes first. */
    private Instant seen() {
        try {
            return Instant.parse(firstSeen);
        } catch (DateTimeException e) {
            return Instant.MAX;
        }
    }
}
