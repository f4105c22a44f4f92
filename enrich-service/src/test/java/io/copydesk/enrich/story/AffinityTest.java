package io.copydesk.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.copydesk.enrich.sketch.Sketch;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each least similarity from both sides; works with n terms of equal weight, c in common, have a cosine of c / n. */
class AffinityTest {

    private static final Offset<Double> EXACTLY = within(1e-5);
    private static final long DAY = 24L * 60 * 60 * 1000;

    @Test
    void withinEnglishACosineOf25PercentIsEnough() {
        assertThat(between("en", "en", 20, 5, 0)).isEqualTo(1);
        assertThat(between("en-GB", "en-US", 20, 5, 0)).isEqualTo(1);
        assertThat(between("en", "en", 21, 5, 0)).isEqualTo(20.0 / 21, EXACTLY);
    }

    @Test
    void anUnknownLanguageIsComparedAsEnglish() {
        assertThat(between(null, "fr", 20, 5, 0)).isEqualTo(1);
        assertThat(between("fr", null, 20, 5, 0)).isEqualTo(1);
    }

    @Test
    void withinAnotherLanguageAThirdIsNeeded() {
        assertThat(between("fr", "fr-CA", 21, 7, 0)).isEqualTo(1, EXACTLY);
        assertThat(between("fr", "fr", 22, 7, 0)).isLessThan(1);
    }

    @Test
    void acrossLanguagesASixthIsEnough() {
        assertThat(between("en", "fr", 24, 4, 0)).isEqualTo(1, EXACTLY);
        assertThat(between("en", "fr", 25, 4, 0)).isLessThan(1);
    }

    @Test
    void fewerThanThreeCommonTermsAreNoEvidence() {
        assertThat(between("en", "en", 4, 3, 0)).isEqualTo(3, EXACTLY);
        assertThat(between("en", "en", 4, 2, 0)).isZero();
    }

    @Test
    void aWorkWithFewerThanFourTermsIsNotCompared() {
        Sketch four = InventedWorks.of("a", 0L, "en", "rain", 2);
        Sketch six = InventedWorks.of("b", 0L, "en", "rain", 3);
        Sketch two = InventedWorks.of("c", 0L, "en", "rain", 1);
        assertThat(four.terms().size()).isEqualTo(4);
        assertThat(score(six, six)).isEqualTo(4, EXACTLY);
        assertThat(score(two, six)).isZero();
        assertThat(score(six, two)).isZero();
    }

    @Test
    void timeBetweenTheWorksLowersTheCosineUpTo30PercentAfter14Days() {
        assertThat(between("en", "en", 10, 10, 14 * DAY)).isEqualTo(4 * 0.7, EXACTLY);
        assertThat(between("en", "en", 10, 10, 7 * DAY)).isEqualTo(4 * 0.85, EXACTLY);
        assertThat(between("en", "en", 10, 10, 14 * DAY + 1)).isZero();
    }

    @Test
    void theDaysThatBothTextsGiveForThemselvesCountInsteadOfTheirTimes() {
        Sketch march = written(InventedWorks.of("a", 0L, "en", "rain", 10), 0L);
        Sketch may = written(InventedWorks.of("b", 0L, "en", "rain", 10), 60 * DAY);
        Sketch later = written(InventedWorks.of("c", 7 * DAY, "en", "rain", 10), 0L);
        assertThat(score(march, may)).isEqualTo(4 * 0.7, EXACTLY);
        assertThat(score(march, later)).isEqualTo(4, EXACTLY);
        assertThat(score(march, InventedWorks.of("d", 7 * DAY, "en", "rain", 10)))
                .isEqualTo(4 * 0.85, EXACTLY);
    }

    @Test
    void aWorkWithoutTimeIsComparedWithThoseThatArrivedWithinTheWindow() {
        Sketch dated = InventedWorks.of("a", 90 * DAY, "en", "rain", 10).arrivedAt(0);
        Sketch undated = InventedWorks.of("b", null, "en", "rain", 10);
        assertThat(score(dated, undated.arrivedAt(14 * DAY))).isEqualTo(4, EXACTLY);
        assertThat(score(dated, undated.arrivedAt(14 * DAY + 1))).isZero();
        assertThat(score(undated.arrivedAt(0), undated.arrivedAt(9 * DAY))).isEqualTo(4, EXACTLY);
        assertThat(score(undated.arrivedAt(0), undated.arrivedAt(15 * DAY))).isZero();
        assertThat(score(
                        dated, InventedWorks.of("c", 91 * DAY, "en", "rain", 10).arrivedAt(60 * DAY)))
                .isPositive();
    }

    @Test
    void aHeavyTermCountsMore() {
        Sketch heavy = InventedWorks.of("a", 0L, "en", Map.of(1, 400, 2, 100, 3, 100, 4, 100), Map.of());
        Sketch light = InventedWorks.of("b", 0L, "en", Map.of(1, 400, 2, 100, 3, 100, 9, 100), Map.of());
        assertThat(score(heavy, light)).isEqualTo(4 * 18.0 / 19, EXACTLY);
    }

    @Test
    void whatMayBeSimilarIsToldWithoutTheTimeBetween() {
        assertThat(mayBeSimilar("en", 20, 5)).isTrue();
        assertThat(mayBeSimilar("en", 21, 5)).isFalse();
        assertThat(mayBeSimilar("fr", 24, 4)).isTrue();
        assertThat(mayBeSimilar("fr", 25, 4)).isFalse();
        assertThat(mayBeSimilar("en", 4, 2)).isFalse();
    }

    /** Whether a work of so many terms may be similar to an English one with some in common; when either was written says nothing about that. */
    private static boolean mayBeSimilar(String language, int terms, int common) {
        Sketch one = InventedWorks.of("a", 0L, "en", "rain", terms);
        Sketch other = InventedWorks.of("b", 0L, language, "rain", common, "hail", terms - common);
        Sketch late = InventedWorks.of("c", 13 * DAY, language, "rain", common, "hail", terms - common);
        boolean may = Affinity.mayBeSimilar(InventedWorks.profile(one), InventedWorks.node(other));
        assertThat(Affinity.mayBeSimilar(InventedWorks.profile(one), InventedWorks.node(late)))
                .isEqualTo(may);
        assertThat(score(one, other) >= 1).isEqualTo(may);
        return may;
    }

    private static double between(
            @Nullable String language, @Nullable String otherLanguage, int terms, int common, long gap) {
        Sketch one = InventedWorks.of("a", 0L, language, "rain", terms);
        Sketch other = InventedWorks.of("b", gap, otherLanguage, "rain", common, "hail", terms - common);
        double score = score(one, other);
        assertThat(score(other, one)).isEqualTo(score);
        return score;
    }

    private static Sketch written(Sketch sketch, long millis) {
        return new Sketch(sketch.fingerprint(), sketch.headline(), sketch.terms(), millis, null, null);
    }

    /** In units of the least similarity. */
    private static double score(Sketch one, Sketch other) {
        return Affinity.between(InventedWorks.profile(one), InventedWorks.profile(other)) / (double) Affinity.UNIT;
    }
}
