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

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END =
            FIRST.atOffset(ZoneOffset.UTC).withYear(10_000).toInstant();

    private EventTimes() {}

    /** ISO 8601 instant, or {@code null} when neither date is known. A day counts from its first moment in UTC. */
    static @Nullable String of(@Nullable String datePublished, @Nullable Instant fetched) {
        Instant published = instant(datePublished);
        return ArticleAssembly.text(published == null ? fetched : published);
    }

    /**
     * The point in time of an ISO 8601 date or date-time, or {@code null} when it is none. Years are from 1 to 9999, in UTC as well: RFC 3339, which
     * the schemas name, and what reads it know no others.
     */
    static @Nullable Instant instant(@Nullable String date) {
        Instant instant = date == null || date.startsWith("+") || date.startsWith("-") ? null : parsed(date);
        return instant == null || instant.isBefore(FIRST) || !instant.isBefore(END) ? null : instant;
    }

    private static @Nullable Instant parsed(String date) {
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
