package io.copydesk.extraction.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-10-18T12:35:00Z                    | 2024-10-18T12:35:00Z
            2024-10-18T12:35:07.123+0200            | 2024-10-18T12:35:00+02:00
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
            05.11.24                                | 2024-11-05
            12:05 CEST, 3 June 2023                 | 2023-06-03T12:05:00+02:00
            """)
    void readsWhatNewsroomsPrint(String written, String iso) {
        assertThat(DateReader.read(written, true).map(WrittenDate::iso)).contains(iso);
    }

    @Test
    void readsNumbersInThePublishersOrder() {
        assertThat(DateReader.read("03/04/2024", true).map(WrittenDate::iso)).contains("2024-04-03");
        assertThat(DateReader.read("03/04/2024", false).map(WrittenDate::iso)).contains("2024-03-04");
        assertThat(DateReader.read("13/04/2024", false).map(WrittenDate::iso)).contains("2024-04-13");
    }

    @ParameterizedTest
    @CsvSource({"May 2024", "2024-13-45", "Room 12.30.1", "version 1.2.3", "31 February 2024", "call 0800 555 1234"})
    void findsNoDateWhereNoneIsWritten(String text) {
        assertThat(DateReader.read(text, true)).isEmpty();
    }

    @Test
    void readsSingleDigitsAndAShortYearOnlyAtTheEndOfALine() {
        assertThat(DateReader.read("Ida Moor, 8.5.12", true).map(WrittenDate::iso))
                .contains("2012-05-08");
        assertThat(DateReader.read("Ida Moor, 8.5.12 is the version", true)).isEmpty();
        assertThat(DateReader.read("with version 8.5.12", true)).isEmpty();
    }

    @Test
    void findsDatesGluedToNames() {
        List<DateReader.Found> found = DateReader.findAll(
                "Jane DoeFri 18 Oct 2024 12.35 EDTFirst published on Fri 18 Oct 2024 09.51 EDTShare", false);
        assertThat(found)
                .extracting(f -> f.date().iso())
                .containsExactly("2024-10-18T12:35:00-04:00", "2024-10-18T09:51:00-04:00");
    }
}
