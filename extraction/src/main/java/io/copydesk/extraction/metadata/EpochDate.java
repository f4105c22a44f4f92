package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.WrittenDate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Dates written as seconds or milliseconds since 1970. */
final class EpochDate {

    private EpochDate() {}

    static Optional<WrittenDate> read(String text) {
        String digits = text.strip();
        if (digits.length() != 10 && digits.length() != 13 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        long value = Long.parseLong(digits);
        Instant instant = Instant.ofEpochSecond(digits.length() == 13 ? value / 1000 : value);
        OffsetDateTime at = instant.atOffset(ZoneOffset.UTC);
        return at.getYear() < 1990
                ? Optional.empty()
                : Optional.of(new WrittenDate(at.toLocalDate(), at.toLocalTime(), ZoneOffset.UTC));
    }
}
