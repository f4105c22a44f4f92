package io.copydesk.ingest.clean;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** An article's event time: its publication, else its fetch, else unknown. */
final class EventTimes {

    private EventTimes() {}

    /** ISO 8601 instant, or {@code null} when neither date is known. A day counts from its first moment in UTC. */
    static @Nullable String of(@Nullable String datePublished, @Nullable Instant fetched) {
        Instant published = instant(datePublished);
        return ArticleAssembly.text(published == null ? fetched : published);
    }

    /** The point in time of an ISO 8601 date or date-time, or {@code null} when it is none. */
    static @Nullable Instant instant(@Nullable String date) {
        if (date == null) {
            return null;
        }
        try {
            if (date.length() <= "2024-10-08".length()) {
                return LocalDate.parse(date).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            char last = date.charAt(date.length() - 1);
            boolean offset = last == 'Z' || date.lastIndexOf('+') > 10 || date.lastIndexOf('-') > 10;
            return offset
                    ? OffsetDateTime.parse(date).toInstant()
                    : LocalDateTime.parse(date).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
