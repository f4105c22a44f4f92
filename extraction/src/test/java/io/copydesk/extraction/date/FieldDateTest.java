package io.copydesk.extraction.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.resource.ResourceLines;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldDateTest {

    @ParameterizedTest
    @MethodSource("rfc822")
    void readsRfc822InOddForms(String text, String iso) {
        assertThat(DateReader.readField(text, null).map(WrittenDate::isoOrUtc)).hasValue(iso);
    }

    @ParameterizedTest
    @MethodSource("wild")
    void readsWhatFeedsWriteInManyLanguages(String text, String iso) {
        assertThat(DateReader.readField(text, null).map(WrittenDate::isoOrUtc)).hasValue(iso);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "Tue, 31 Feb 2026 07:08:09 GMT",
                "Tue, Mar x 2026 07:08:09 GMT",
                "2026-13-31",
                "2026-03-03T25:00:00Z",
                "2026-03-03T24:01:00Z",
                "2026-03-03T07:61:00Z",
                "2026-03-03T07:08:09+99:00",
                "3 Zzz 2026",
                "0000-00-00 00:00:00",
                "0001-01-01T00:00:00",
                "2026-03-03 at noon",
                "2026-W60-1",
                "99999999999999999999",
                "12:30",
                "March",
                "(2026-03-03)",
                "((((",
                "-",
                "3",
                "0000010203",
                "12345",
                "202613",
                "189912",
                "2026-03-03T07:08:09+19",
                "1 2 3 4 Mar",
                "3 Mar",
                "5/6"
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(DateReader.readField(text, null)).isEmpty();
    }

    @Test
    void nothingMakesItThrow() {
        assertThat(DateReader.readField(null, null)).isEmpty();
        assertThat(DateReader.readField("2026-03-03".repeat(1000), null)).isEmpty();
        String alphabet = "0123456789 :-+.,/()[]tzmarapgmwhé月년오전åσ\u0300\ud83d";
        Random random = new Random(2);
        int dates = 0;
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder(round % 2 == 0 ? "2026-03-0" : "3 Mar 2");
            for (int i = random.nextInt(20); i >= 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            dates += DateReader.readField(text.toString(), null).isPresent() ? 1 : 0;
        }
        assertThat(dates).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "2026030307,2026-03-03T07:00:00Z",
        "202603030708,2026-03-03T07:08:00Z",
        "202603,2026-03-01",
        "210012,2100-12-01",
        "190001,1900-01-01",
        "999999999999,",
        "1999999999,2033-05-18T03:33:19Z",
        "1772521689123,2026-03-03T07:08:09.123Z",
        "10000101,1000-01-01",
        "09990101,",
        "0999,",
        "1000,1000-01-01"
    })
    void readsDatesOfDigits(String text, String iso) {
        assertThat(DateReader.readField(text, null).map(WrittenDate::isoOrUtc).orElse(null))
                .isEqualTo(iso);
    }

    @ParameterizedTest
    @CsvSource({
        "1 Jul 2026 7:08 PM ET,2026-07-01T19:08:00-04:00",
        "1 Jan 2026 7:08 PM ET,2026-01-01T19:08:00-05:00",
        "1 Jan 2026 7:08 PM AT,2026-01-01T19:08:00-04:00",
        "1 Jul 2026 7:08 CT,2026-07-01T07:08:00-05:00",
        "3 Mar 2026 07:08 America/North_Dakota/New_Salem,2026-03-03T07:08:00-06:00",
        "3 Mar 2026 07:08 Etc/GMT+5,2026-03-03T07:08:00-05:00",
        "3 Mar 2026 07:08 IST,2026-03-03T07:08:00+05:30",
        "3 Mar 2026 10:15 h,2026-03-03T10:15:00Z",
        "3 Mar 2026 10:15:00 h,2026-03-03T10:15:00-08:00",
        "10:15-03-04-2026,2026-04-03T10:15:00Z",
        "3 Mar 2026 12:30 am,2026-03-03T00:30:00Z",
        "3 Mar 2026 12:30 pm,2026-03-03T12:30:00Z",
        "3 Mar 2026 13:30 pm,2026-03-03T13:30:00Z",
        "3 Mar 2026 7 pm,2026-03-03T19:00:00Z",
        "3 Mar 49,2049-03-03",
        "3 Mar 50,1950-03-03",
        "3 Mar 32,2032-03-03",
        "32 Mar 3,2032-03-03",
        "31 Mar 3,2003-03-31",
        "12.13.2026,2026-12-13",
        "12/12/2026,2026-12-12",
        "13/12/2026,2026-12-13",
        "2026-12-13,2026-12-13",
        "2026-13-12,2026-12-13"
    })
    void readsZonesHalvesOfTheDayAndTheOrderOfNumbers(String text, String iso) {
        assertThat(DateReader.readField(text, null).map(WrittenDate::isoOrUtc)).hasValue(iso);
    }

    @Test
    void readsTwoHundredCharactersAndNoMore() {
        String spaces = " ".repeat(190);
        assertThat(DateReader.readField("3" + spaces + "Mar 2026", null)).isPresent();
        assertThat(DateReader.readField("3" + spaces + "   Mar 2026", null)).isEmpty();
        assertThat(DateReader.readField(spaces + spaces + "3 Mar 2026", null)).isPresent();
    }

    static Stream<Arguments> rfc822() {
        return table("dates-rfc822.txt");
    }

    static Stream<Arguments> wild() {
        return table("dates-wild.txt");
    }

    private static Stream<Arguments> table(String name) {
        List<String> lines = ResourceLines.of(FieldDateTest.class, name);
        assertThat(lines).hasSizeGreaterThan(30);
        return lines.stream().map(line -> {
            int bar = line.lastIndexOf(" | ");
            String text = line.substring(0, bar).replace("{n}", "\n").replace("{t}", "\t");
            return Arguments.of(text, line.substring(bar + 3));
        });
    }
}
