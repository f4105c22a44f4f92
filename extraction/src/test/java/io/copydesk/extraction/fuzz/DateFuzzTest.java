package io.copydesk.extraction.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.date.DateHint;
import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.date.WrittenDate;
import io.copydesk.schemas.fuzz.Fuzz;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateFuzzTest {

    private static final List<byte[]> DATES = Fuzz.texts(
            "2026-03-02T08:09:10.123+01:00",
            "Mon, 02 Mar 2026 08:09:10 GMT",
            "Oct.08 - 2024 2:42 PM CET",
            "18. Oktober 2024, 12:35 Uhr",
            "2024年10月8日 12時34分",
            "12 listopada 2024, 10:15",
            "3/4/2026",
            "20260302T080910Z",
            "2026-061",
            "1772438400",
            "Monday, 02-Mar-26 08:09:10 EST",
            "Mon Mar  2 08:09:10 2026",
            "٢ مارس ٢٠٢٦",
            "Updated on 1st of May, 2026 at noon; first published 30.4.26");

    private static final List<String> LANGUAGES = Arrays.asList(null, "en-US", "pl", "hr", "ja", "ar", "");

    @Test
    void datesFoundAreInOrderWithinTheTextAndIso() {
        new Fuzz("dates", getClass(), DATES).rounds(3_000, bytes -> {
            String text = new String(bytes, UTF_8);
            int end = 0;
            DateHint hint = new DateHint(LANGUAGES.get(bytes.length % LANGUAGES.size()), bytes.length % 2 == 0);
            for (DateReader.Found found : DateReader.findAll(text, hint)) {
                assertThat(found.start()).isBetween(end, text.length());
                assertThat(found.end()).isBetween(found.start() + 1, text.length());
                end = found.end();
                if (found.date() != null) {
                    iso(found.date());
                }
            }
        });
    }

    @Test
    void aFieldsDateIsIsoAndAFixedPoint() {
        new Fuzz("fields", getClass(), DATES).rounds(4_000, bytes -> {
            String language = LANGUAGES.get(bytes.length % LANGUAGES.size());
            DateReader.readField(new String(bytes, UTF_8), language).ifPresent(date -> {
                iso(date);
                assertThat(DateReader.readField(date.isoOrUtc(), language).map(WrittenDate::isoOrUtc))
                        .contains(date.isoOrUtc());
            });
        });
    }

    private static void iso(WrittenDate date) {
        String iso = date.iso();
        assertThat(date.isInstant() ? OffsetDateTime.parse(iso) : LocalDate.parse(iso))
                .isNotNull();
        assertThat(date.earliest()).isNotNull();
    }
}
