package io.copydesk.extraction.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateReaderTest {

    private static final DateHint DAY_FIRST = new DateHint(null, true);
    private static final DateHint MONTH_FIRST = new DateHint("en", false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-10-18T12:35:00Z                    | 2024-10-18T12:35:00Z
            2024-10-18T12:35:07.123+0200            | 2024-10-18T12:35:07+02:00
            2024-10-18 12:35:00 -05:00              | 2024-10-18T12:35:00-05:00
            20241018                                | 2024-10-18
            2024/10/18                              | 2024-10-18
            Fri, 18 Oct 2024 12:35:00 GMT           | 2024-10-18T12:35:00Z
            Fri 18 Oct 2024 12.35 EDT               | 2024-10-18T12:35:00-04:00
            Oct.08 - 2024 2:42 PM CET               | 2024-10-08T14:42:00+01:00
            October 18, 2024 at 9:05 a.m. ET        | 2024-10-18T09:05:00-04:00
            January 18, 2024 at 9:05 p.m. ET        | 2024-01-18T21:05:00-05:00
            18. Oktober 2024, 12:35 Uhr             | 2024-10-18
            Le 18 février 2024 à 18h05              | 2024-02-18
            18 de octubre de 2024                   | 2024-10-18
            2 марта 2021                            | 2021-03-02
            2024年10月8日 14:42                      | 2024-10-08
            2024년10월8일                             | 2024-10-08
            05.11.24                                | 2024-11-05
            05/11/24                                | 2024-11-05
            2024 October 18                         | 2024-10-18
            2024. gada 18. oktobrī                  | 2024-10-18
            2024 m. spalio 18 d.                    | 2024-10-18
            2024-cü il 18 oktyabr                   | 2024-10-18
            18 հոկտեմբերի, 2024                     | 2024-10-18
            18th of October '24                     | 2024-10-18
            18 October ’24                          | 2024-10-18
            31 Dec 2100                             | 2100-12-31
            1 Jan 1990                              | 1990-01-01
            12:05 CEST, 3 June 2023                 | 2023-06-03T12:05:00+02:00
            12:05 UTC, 3 June 2023                  | 2023-06-03T12:05:00Z
            3 June 2023 at 12 pm GMT                | 2023-06-03T12:00:00Z
            3 June 2023, 12 am GMT                  | 2023-06-03T00:00:00Z
            3 June 2023, 11:59 PM GMT               | 2023-06-03T23:59:00Z
            3 June 2023 24:00 GMT                   | 2023-06-03T00:00:00Z
            3 June 2023 12:00 (GMT)                 | 2023-06-03T12:00:00Z
            3 June 2023 12:00 Uhr MESZ              | 2023-06-03T12:00:00+02:00
            3 June 2023 12:00 GMT+2                 | 2023-06-03T12:00:00+02:00
            3 June 2023 12:00 UTC−05:30             | 2023-06-03T12:00:00-05:30
            3 June 2023 12:00 CET+2                 | 2023-06-03T12:00:00+01:00
            3 June 2023 12:00 +1400                 | 2023-06-03T12:00:00+14:00
            3 June 2023 12:00 -09:30                | 2023-06-03T12:00:00-09:30
            3 June 2023 12:00 +15:00                | 2023-06-03
            3 June 2023 12:00 + 2                   | 2023-06-03
            3 June 2023 12:00 +02001                | 2023-06-03
            3 June 2023 12:00 gmt                   | 2023-06-03
            3 June 2023 12:00 GET                   | 2023-06-03
            3 June 2023 12:60 GMT                   | 2023-06-03
            3 June 2023 25:00 GMT                   | 2023-06-03
            3 June 2023 12:5 GMT                    | 2023-06-03
            3 June 2023 123:05 GMT                  | 2023-06-03
            3 June 2023 10:00-18:00                 | 2023-06-03
            3 June 2023 • 18h30 CET                 | 2023-06-03T18:30:00+01:00
            3 June 2023 , - ( 18:30 CET             | 2023-06-03T18:30:00+01:00
            2024年10月8日 10時05分 JST              | 2024-10-08T10:05:00+09:00
            2024年10月8日10時5分公開                 | 2024-10-08
            2024年10月8日 10時 JST                  | 2024-10-08
            3 June 2023 , - ( @ 18:30 CET           | 2023-06-03
            """)
    void readsWhatNewsroomsPrint(String written, String iso) {
        assertThat(read(written, DAY_FIRST)).isEqualTo(iso);
    }

    @Test
    void readsNumbersInThePublishersOrder() {
        assertThat(read("03/04/2024", DAY_FIRST)).isEqualTo("2024-04-03");
        assertThat(read("03/04/2024", MONTH_FIRST)).isEqualTo("2024-03-04");
        assertThat(read("13/04/2024", MONTH_FIRST)).isEqualTo("2024-04-13");
        assertThat(read("04/13/2024", DAY_FIRST)).isEqualTo("2024-04-13");
        assertThat(read("12/12/2024", MONTH_FIRST)).isEqualTo("2024-12-12");
        assertThat(read("03.04.2024", MONTH_FIRST)).isEqualTo("2024-04-03");
        assertThat(read("04.13.2024", MONTH_FIRST)).isEqualTo("2024-04-13");
        assertThat(read("03-04-2024", MONTH_FIRST)).isEqualTo("2024-03-04");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            May 2024
            2024-13-45
            Room 12.30.1
            version 1.2.3
            31 February 2024
            call 0800 555 1234
            31 Dec 1989
            1 Jan 2101
            1989-12-31
            2101-01-01
            20241301
            18 October 24
            October 18, 24
            123 October 2024
            October 123, 2024
            2024 October 123
            in 2024, 18 October
            03-04-24
            3/4/24
            03/4/24
            3.4-2024
            3:4:2024
            18 . , - of October 2024
            no digit of October
            """)
    void findsNoDateWhereNoneIsWritten(String text) {
        assertThat(read(text, DAY_FIRST)).isNull();
        assertThat(DateReader.hasDate(text)).isFalse();
    }

    @Test
    void readsSingleDigitsAndAShortYearOnlyAtTheEndOfALine() {
        assertThat(read("Ida Moor, 8.5.12", DAY_FIRST)).isEqualTo("2012-05-08");
        assertThat(read("8.5.12", DAY_FIRST)).isEqualTo("2012-05-08");
        assertThat(read("Ida Moor, 8.5.12 is the version", DAY_FIRST)).isNull();
        assertThat(read("with version 8.5.12", DAY_FIRST)).isNull();
    }

    @Test
    void findsDatesGluedToNames() {
        List<DateReader.Found> found = DateReader.findAll(
                "Jane DoeFri 18 Oct 2024 12.35 EDTFirst published on Fri 18 Oct 2024 09.51 EDTShare", MONTH_FIRST);
        assertThat(found)
                .extracting(f -> f.date().iso())
                .containsExactly("2024-10-18T12:35:00-04:00", "2024-10-18T09:51:00-04:00");
    }

    @Test
    void tellsWhereEachDateStartsAndEnds() {
        String text = "Set down 12:05 CEST, 3 June 2023; moved on 4 June 2023 at 1:15 p.m. GMT+1 by boat";
        assertThat(DateReader.findAll(text, DAY_FIRST))
                .extracting(f -> text.substring(f.start(), f.end()))
                .containsExactly("12:05 CEST, 3 June 2023", "4 June 2023 at 1:15 p.m. GMT+1");
    }

    @Test
    void givesATimeBetweenTwoDatesToTheFirst() {
        assertThat(DateReader.findAll("3 June 2023 12:05 CEST 4 June 2023", DAY_FIRST))
                .extracting(f -> f.date().iso())
                .containsExactly("2023-06-03T12:05:00+02:00", "2023-06-04");
    }

    @Test
    void readsTheTimeBeforeADateOnlyRightBeforeIt() {
        assertThat(read("12:05 GMT on a day, 3 June 2023", DAY_FIRST)).isEqualTo("2023-06-03");
        assertThat(read("12:05 GMT | on 3 June 2023", DAY_FIRST)).isEqualTo("2023-06-03T12:05:00Z");
    }

    @Test
    void looksAtTwoHundredCharactersOfALineAndTwoThousandOfAText() {
        String day = "3 June 2023";
        assertThat(read(" ".repeat(189) + day, DAY_FIRST)).isEqualTo("2023-06-03");
        assertThat(read(" ".repeat(190) + day, DAY_FIRST)).isNull();
        assertThat(DateReader.hasDate(" ".repeat(190) + day)).isFalse();
        assertThat(DateReader.findAll(" ".repeat(1989) + day, DAY_FIRST)).hasSize(1);
        assertThat(DateReader.findAll(" ".repeat(1990) + day, DAY_FIRST)).isEmpty();
        assertThat(DateReader.hasDigit("x".repeat(1999) + "0")).isTrue();
        assertThat(DateReader.hasDigit("x".repeat(1999) + "9")).isTrue();
        assertThat(DateReader.hasDigit("x".repeat(2000) + "3")).isFalse();
        assertThat(DateReader.hasDigit("x/:y")).isFalse();
        assertThat(DateReader.read(null, DAY_FIRST)).isEmpty();
    }

    @Test
    void readsUnixTimesAndNothingLikeThem() {
        assertThat(DateReader.readUnix(" 1772521689 ").map(WrittenDate::iso)).hasValue("2026-03-03T07:08:09Z");
        assertThat(DateReader.readUnix("1772521689123").map(WrittenDate::iso)).hasValue("2026-03-03T07:08:09Z");
        assertThat(DateReader.readUnix("2772521689")).isEmpty();
        assertThat(DateReader.readUnix("177252168912")).isEmpty();
        assertThat(DateReader.readUnix("1772521689x")).isEmpty();
    }

    @Test
    void writesADateAsExactlyAsItIsKnown() {
        LocalDate day = LocalDate.of(2026, 3, 3);
        LocalTime time = LocalTime.of(7, 8, 9, 5_000_000);
        WrittenDate local = new WrittenDate(day, time, null);
        assertThat(local.iso()).isEqualTo("2026-03-03");
        assertThat(local.isoOrUtc()).isEqualTo("2026-03-03T07:08:09.005Z");
        assertThat(local.isInstant()).isFalse();
        WrittenDate instant = new WrittenDate(day, time, ZoneOffset.ofHours(1));
        assertThat(instant.iso()).isEqualTo("2026-03-03T07:08:09+01:00");
        assertThat(instant.isoOrUtc()).isEqualTo("2026-03-03T07:08:09.005+01:00");
        assertThat(instant.isInstant()).isTrue();
        assertThat(new WrittenDate(day, null, null).isoOrUtc()).isEqualTo("2026-03-03");
        assertThat(new WrittenDate(day, null, null).earliest()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(new WrittenDate(day, time, ZoneOffset.UTC).earliest())
                .isEqualTo(Instant.parse("2026-03-03T07:08:09.005Z"));
    }

    @Test
    void knowsTheLabelsOfDates() {
        assertThat(DateLabels.isOfChange("Letzte Änderung am")).isTrue();
        assertThat(DateLabels.isOfChange("Posted on")).isFalse();
        assertThat(DateLabels.isOfPublication("POSTED on")).isTrue();
        assertThat(DateLabels.isOfPublication("updated")).isFalse();
        assertThat(DateLabels.gluedShareWord("ShareThe agency")).isEqualTo(5);
        assertThat(DateLabels.gluedShareWord("Print“The agency")).isEqualTo(5);
        assertThat(DateLabels.gluedShareWord("Shares fell")).isZero();
        assertThat(DateLabels.gluedShareWord("Share")).isZero();
        assertThat(DateLabels.gluedShareWord("The agency")).isZero();
    }

    private static String read(String text, DateHint hint) {
        return DateReader.read(text, hint).map(WrittenDate::iso).orElse(null);
    }
}
