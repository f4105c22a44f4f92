package io.copydesk.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.sketch.ShownTerms.Shown;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeaviestTermsTest {

    @Test
    void aTermOfMostTextsIsHeavierThanOneOfGreatWeight() {
        HeaviestTerms terms = of(
                List.of(new Shown("ferry", "ferry", 100), new Shown("quay", "quay", 250)),
                List.of(new Shown("ferry", "ferry", 100), new Shown("tide", "tide", 90)));
        assertThat(terms.shown(2)).containsExactly("ferry", "quay");
    }

    @Test
    void ofSeveralWaysToDisplayATermTheFirstIsTaken() {
        assertThat(of(
                                List.of(new Shown("łódź", "łódź", 9)),
                                List.of(new Shown("łódź", "Łódź", 9)),
                                List.of(new Shown("łódź", "Port of Łódź", 9)))
                        .shown(5))
                .containsExactly("Port of Łódź");
    }

    @Test
    void aTextThatLeavesCountsNoMore() {
        HeaviestTerms terms = of(
                List.of(new Shown("ferry", "Ferry", 100), new Shown("quay", "quay", 250)),
                List.of(new Shown("ferry", "ferry", 100), new Shown("tide", "tide", 90)));
        assertThat(terms.shown(3)).containsExactly("Ferry", "quay", "tide");

        terms.remove(ShownTerms.of(List.of(new Shown("ferry", "Ferry", 100), new Shown("quay", "quay", 250))));

        assertThat(terms.shown(3)).containsExactly("ferry", "tide");
    }

    @Test
    void equalOnesComeInTheOrderOfHowTheyAreDisplayed() {
        List<Shown> equal = IntStream.range(0, 900)
                .map(i -> 1_899 - i)
                .mapToObj(i -> new Shown("t" + i, "T" + i, 7))
                .toList();
        assertThat(of(equal, equal).shown(3)).containsExactly("T1000", "T1001", "T1002");
    }

    @Test
    void twoTermsThatAreDisplayedAlikeAreListedOnce() {
        assertThat(of(List.of(new Shown("harbour", "Harbour", 9), new Shown("harbours", "Harbour", 8)))
                        .shown(5))
                .containsExactly("Harbour");
        assertThat(new HeaviestTerms().shown(5)).isEmpty();
    }

    @SafeVarargs
    private static HeaviestTerms of(List<Shown>... texts) {
        HeaviestTerms terms = new HeaviestTerms();
        for (List<Shown> text : texts) {
            terms.add(ShownTerms.of(text));
        }
        return terms;
    }
}
