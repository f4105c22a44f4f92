package io.copydesk.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.resource.ResourceLines;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDateTest {

    @ParameterizedTest
    @MethodSource("rfc822")
    void readsRfc822InOddForms(String text, String iso) {
        assertThat(FeedDate.parse(text)).hasValue(iso);
    }

    @ParameterizedTest
    @MethodSource("wild")
    void readsWhatFeedsWriteInManyLanguages(String text, String iso) {
        assertThat(FeedDate.parse(text)).hasValue(iso);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "Tue, 31 Feb 2026 07:08:09 GMT",
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
                "3"
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(FeedDate.parse(text)).isEmpty();
    }

    @Test
    void nothingMakesItThrow() {
        assertThat(FeedDate.parse(null)).isEmpty();
        assertThat(FeedDate.parse("2026-03-03".repeat(1000))).isEmpty();
        String alphabet = "0123456789 :-+.,/()[]tzmarapgmwhé月년오전åσ\u0300\ud83d";
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

    static Stream<Arguments> rfc822() {
        return table("dates-rfc822.txt");
    }

    static Stream<Arguments> wild() {
        return table("dates-wild.txt");
    }

    private static Stream<Arguments> table(String name) {
        List<String> lines = ResourceLines.of(FeedDateTest.class, name);
        assertThat(lines).hasSizeGreaterThan(30);
        return lines.stream().map(line -> {
            int bar = line.lastIndexOf(" | ");
            String text = line.substring(0, bar).replace("{n}", "\n").replace("{t}", "\t");
            return Arguments.of(text, line.substring(bar + 3));
        });
    }
}
