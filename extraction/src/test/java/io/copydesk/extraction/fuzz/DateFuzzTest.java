package io.copydesk.extraction.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.date.DateReader;
import io.copydesk.schemas.fuzz.Fuzz;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
            "Updated on 1st of May, 2026 at noon; first published 30.4.26");

    @Test
    void datesFoundAreInOrderWithinTheTextAndIso() {
        new Fuzz("dates", getClass(), DATES).rounds(5_000, bytes -> {
            String text = new String(bytes, UTF_8);
            int end = 0;
            for (DateReader.Found found : DateReader.findAll(text, bytes.length % 2 == 0)) {
                assertThat(found.start()).isBetween(end, text.length());
                assertThat(found.end()).isBetween(found.start() + 1, text.length());
                end = found.end();
                String iso = found.date().iso();
                assertThat(found.date().isInstant() ? OffsetDateTime.parse(iso) : LocalDate.parse(iso))
                        .isNotNull();
            }
        });
    }
}
