package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.WrittenDate;
import io.copydesk.extraction.metadata.VisibleDates.Seen;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The day of publication where the publisher is. Many pages declare an instant in UTC that falls on another day than the
 * one they print. The instant never changes; only its offset does, so that the date reads as on the page.
 */
final class LocalDay {

    private static final int HALF_HOUR = 1800;
    private static final int MAX_OFFSET = 14 * 3600;
    /** Characters between a headline and the day that is printed with it. */
    static final int NEAR = 1000;

    private LocalDay() {}

    /**
     * {@code own} with the offset of the same instant elsewhere on the page, of the clock that is printed, or else the
     * smallest one of whole hours that puts it on the printed day.
     *
     * @param path the day that the URL names, or {@code null}
     * @param dates the dates beside the headline, read only when they can matter
     */
    static WrittenDate of(WrittenDate own, @Nullable LocalDate path, Supplier<VisibleDates> dates) {
        LocalTime time = own.time();
        if (time == null || !mayDiffer(own, path)) {
            return own;
        }
        VisibleDates visible = dates.get();
        LocalDate printed = printed(own, path, visible);
        if (printed == null || Math.abs(printed.toEpochDay() - own.date().toEpochDay()) != 1) {
            return own;
        }
        for (Seen seen : visible.all()) {
            ZoneOffset offset = seen.date().date().equals(printed) ? offset(own, seen.date()) : null;
            if (offset != null) {
                return at(own, offset);
            }
        }
        boolean earlier = printed.isBefore(own.date());
        int hours = earlier ? -time.getHour() - 1 : 24 - time.getHour();
        return Math.abs(hours) <= 12 ? at(own, ZoneOffset.ofHours(hours)) : own;
    }

    /** Whether {@link #of} reads the dates beside the headline. */
    static boolean mayDiffer(WrittenDate own, @Nullable LocalDate path) {
        ZoneOffset offset = own.offset();
        return !own.date().equals(path) && own.time() != null && offset != null && offset.getTotalSeconds() == 0;
    }

    private static @Nullable LocalDate printed(WrittenDate own, @Nullable LocalDate path, VisibleDates visible) {
        LocalDate nearest = null;
        int least = NEAR;
        for (Seen seen : visible.all()) {
            if (!seen.aside() && !seen.changed() && visible.distance(seen) < least) {
                least = visible.distance(seen);
                nearest = seen.date().date();
            }
        }
        return path != null ? path : nearest;
    }

    private static @Nullable ZoneOffset offset(WrittenDate own, WrittenDate seen) {
        if (seen.time() == null) {
            return null;
        }
        if (seen.isInstant()) {
            return minute(instant(seen)) == minute(instant(own)) ? seen.offset() : null;
        }
        long seconds = Duration.between(
                        LocalDateTime.of(own.date(), own.time()).withSecond(0).withNano(0),
                        LocalDateTime.of(seen.date(), seen.time()).withSecond(0).withNano(0))
                .getSeconds();
        boolean zone = seconds != 0 && seconds % HALF_HOUR == 0 && Math.abs(seconds) <= MAX_OFFSET;
        return zone ? ZoneOffset.ofTotalSeconds((int) seconds) : null;
    }

    private static Instant instant(WrittenDate date) {
        return OffsetDateTime.of(date.date(), date.time(), date.offset()).toInstant();
    }

    private static long minute(Instant instant) {
        return instant.getEpochSecond() / 60;
    }

    private static WrittenDate at(WrittenDate own, ZoneOffset offset) {
        OffsetDateTime local = instant(own).atOffset(offset);
        return new WrittenDate(local.toLocalDate(), local.toLocalTime(), offset);
    }
}
