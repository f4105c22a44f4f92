package io.copydesk.ingest.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CopiesTest {

    @Test
    void twoPagesAreCopiesWhenTheyShareAsMuchAsTheOneHasForItself() {
        assertThat(distinct(page("s10", "a10"), page("s10", "b10"))).containsExactly(0);
        assertThat(distinct(page("s10", "a11"), page("s10", "b11"))).containsExactly(0, 1);
        assertThat(distinct(page("s10", "a10"), page("s10", "b30"))).containsExactly(1);
    }

    @Test
    void whatThreePagesShareWeighsHalf() {
        assertThat(distinct(page("s10", "a6"), page("s10", "b6"), page("s10", "c6")))
                .containsExactly(0, 1, 2);
        assertThat(distinct(page("s10", "a5"), page("s10", "b5"), page("s10", "c5")))
                .containsExactly(0);
    }

    @Test
    void theLongestOfSeveralCopiesCounts() {
        assertThat(distinct(page("s10"), page("s10", "t10"), page("s10", "t10", "u2")))
                .containsExactly(2);
    }

    @Test
    void aPageWithoutWordsIsACopyOfAnyOther() {
        assertThat(distinct(page(), page(), page("a5"))).containsExactly(2);
        assertThat(distinct(page(), page())).containsExactly(0);
        assertThat(distinct(page("a5"), page("b5"))).containsExactly(0, 1);
    }

    @Test
    void underOneHeadlineAThirdOfItsOwnIsNeeded() {
        String[] others = {"x40", "y40", "z40"};
        assertThat(distinct(Stream.concat(
                        Stream.of(titled("Rain", "s9", "a3"), titled("Rain", "s9", "b3")),
                        Stream.of(others).map(own -> page("s9", own)))))
                .containsExactly(0, 2, 3, 4);
        assertThat(distinct(Stream.concat(
                        Stream.of(titled("Rain", "s8", "a4"), titled("Rain", "s8", "b4")),
                        Stream.of(others).map(own -> page("s8", own)))))
                .containsExactly(0, 1, 2, 3, 4);
        assertThat(distinct(Stream.concat(
                        Stream.of(titled("Rain", "s9", "a3"), titled("Snow", "s9", "b3")),
                        Stream.of(others).map(own -> page("s9", own)))))
                .containsExactly(0, 1, 2, 3, 4);
        assertThat(distinct(Stream.concat(
                        Stream.of(page("s9", "a3"), page("s9", "b3")),
                        Stream.of(others).map(own -> page("s9", own)))))
                .containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aLineThatAPageRepeatsCountsOnce() {
        assertThat(distinct(page("s10", "s10", "a11"), page("s10", "s10", "b11")))
                .containsExactly(0, 1);
    }

    private static List<Integer> distinct(PageLines... pages) {
        return Copies.distinct(List.of(pages));
    }

    private static List<Integer> distinct(Stream<PageLines> pages) {
        return Copies.distinct(pages.toList());
    }

    private static PageLines page(String... lines) {
        return titled(null, lines);
    }

    /** {@code s10} is a line of ten words that only begin with s. */
    private static PageLines titled(String headline, String... lines) {
        return PageLines.of(
                headline, Stream.of(lines).map(CopiesTest::line).collect(Collectors.joining("\n\n")), List.of());
    }

    private static String line(String form) {
        return IntStream.range(0, Integer.parseInt(form.substring(1)))
                .mapToObj(i -> form.charAt(0) + "" + (char) ('a' + i / 26) + (char) ('a' + i % 26))
                .collect(Collectors.joining(" "));
    }
}
