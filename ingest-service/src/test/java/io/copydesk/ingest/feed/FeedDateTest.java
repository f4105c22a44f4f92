package io.copydesk.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDateTest {

    @ParameterizedTest
    @CsvSource({
        "'Tue, 03 Mar 2026 07:08:09 GMT', 2026-03-03T07:08:09Z",
        "'Tue, 3 Mar 2026 07:08:09 +0100', 2026-03-03T07:08:09+01:00",
        "'3 Mar 2026 07:08 EST', 2026-03-03T07:08:00-05:00",
        "'TUE,03 MAR 26 07:08:09 PDT', 2026-03-03T07:08:09-07:00",
        "'Tue, 03 Mar 97 07:08:09 -0330', 1997-03-03T07:08:09-03:30",
        "'Tuesday, 3 March 2026 07:08:09 CEST', 2026-03-03T07:08:09+02:00",
        "'Tue, 03 Mar 2026 07:08:09', 2026-03-03T07:08:09Z",
        "'Tue, 03 Mar 2026 07:08:09 XYZ', 2026-03-03T07:08:09Z",
        "'Tue, 03 Mar 2026 07:08:09 GMT+2', 2026-03-03T07:08:09+02:00",
        "'Tue, 03 Mar 2026 07:08:09 +02:30', 2026-03-03T07:08:09+02:30",
        "'Tue, 03-Mar-2026 07:08:09 GMT', 2026-03-03T07:08:09Z",
        "'Tue, 30 Jun 2015 23:59:60 GMT', 2015-06-30T23:59:59Z",
        "'Tue Mar 3, 2026 7:08 PM', 2026-03-03T19:08:00Z",
        "'March 3rd, 2026 at 12:08 am EST', 2026-03-03T00:08:00-05:00",
        "'March 3, 2026', 2026-03-03",
        "'03 Mar 2026', 2026-03-03",
        "2026-03-03, 2026-03-03",
        "2026/3/3, 2026-03-03",
        "20260303, 2026-03-03",
        "2026-03-03T07:08:09Z, 2026-03-03T07:08:09Z",
        "2026-03-03T07:08:09.120+0530, 2026-03-03T07:08:09.12+05:30",
        "2026-03-03T07:08:09.123456789123Z, 2026-03-03T07:08:09.123456789Z",
        "2026-03-03T07:08+01:00, 2026-03-03T07:08:00+01:00",
        "2026-03-03 07:08:09 -04:00, 2026-03-03T07:08:09-04:00",
        "2026-03-03 07:08:09, 2026-03-03T07:08:09Z",
        "2026-03-03t07:08:09z, 2026-03-03T07:08:09Z",
        "20260303T070809Z, 2026-03-03T07:08:09Z",
        "'  Tue, 03 Mar 2026 07:08:09 GMT  ', 2026-03-03T07:08:09Z"
    })
    void readsWhatFeedsWrite(String text, String iso) {
        assertThat(FeedDate.parse(text)).hasValue(iso);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "Tue, 31 Feb 2026 07:08:09 GMT",
                "2026-13-01",
                "2026-03-03T25:00:00Z",
                "2026-03-03T07:08:09+99:00",
                "3 Zzz 2026",
                "0000-00-00 00:00:00",
                "2026-03-03 at noon",
                "99999999999999999999",
                "12:30",
                "-"
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(FeedDate.parse(text)).isEmpty();
    }

    @Test
    void nothingMakesItThrow() {
        assertThat(FeedDate.parse(null)).isEmpty();
        assertThat(FeedDate.parse("2026-03-03".repeat(1000))).isEmpty();
        String alphabet = "0123456789 :-+.,/tzmarapgmtest()é";
        Random random = new Random(2);
        int dates = 0;
        for (int round = 0; round < 100_000; round++) {
            StringBuilder text = new StringBuilder(round % 2 == 0 ? "2026-03-0" : "3 Mar 2");
            for (int i = random.nextInt(20); i >= 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            dates += FeedDate.parse(text.toString()).isPresent() ? 1 : 0;
        }
        assertThat(dates).isPositive();
    }
}
