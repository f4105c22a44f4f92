package io.copydesk.ingest.feed;

import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.date.WrittenDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dates of feeds and sitemaps, as {@link DateReader#readField} reads them. Pure, never throws. */
public final class FeedDate {

    private FeedDate() {}

    /**
     * ISO 8601: a date-time with offset ({@code 2026-03-03T07:08:09+01:00}), or a date when no time is given. A time without a known zone is taken
     * as UTC. Empty when the text is {@code null} or no date.
     *
     * @param language BCP 47 tag of the feed, {@code null} when unknown
     */
    public static Optional<String> parse(@Nullable String text, @Nullable String language) {
        return DateReader.readField(text, language).map(WrittenDate::isoOrUtc);
    }
}
