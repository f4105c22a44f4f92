package io.copydesk.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.copydesk.enrich.sketch.Sketch;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each threshold of version 1, from both sides; works with n terms of equal weight, c in common, have a cosine of c / n. */
class AffinityTest {

    private static final long DAY = 24L * 60 * 60 * 1000;

    @Test
    void withinEnglishACosineOf30PercentIsEnough() {
        assertThat(between("en", "en", 20, 6, 0)).isEqualTo(0.3);
        assertThat(between("en-GB", "en-US", 20, 6, 0)).isEqualTo(0.3);
        assertThat(between("en", "en", 21, 6, 0)).isZero();
    }

    @Test
    void anUnknownLanguageIsComparedAsEnglish() {
        assertThat(between(null, "fr", 20, 6, 0)).isEqualTo(0.3);
        assertThat(between("fr", null, 20, 6, 0)).isEqualTo(0.3);
    }

    @Test
    void withinAnotherLanguage40PercentAreNeeded() {
        assertThat(between("fr", "fr-CA", 20, 8, 0)).isEqualTo(0.4);
        assertThat(between("fr", "fr", 20, 7, 0)).isZero();
    }

    @Test
    void acrossLanguages20PercentAreEnough() {
        assertThat(between("en", "fr", 20, 4, 0)).isEqualTo(0.2);
        assertThat(between("en", "fr", 21, 4, 0)).isZero();
    }

    @Test
    void fewerThanThreeCommonTermsAreNoEvidence() {
        assertThat(between("en", "en", 4, 3, 0)).isEqualTo(0.75);
        assertThat(between("en", "en", 4, 2, 0)).isZero();
    }

    @Test
    void aWorkWithFewerThanFourTermsIsNotCompared() {
        Sketch four = InventedWorks.of("a", 0L, "en", "rain", 2);
        Sketch six = InventedWorks.of("b", 0L, "en", "rain", 3);
        Sketch two = InventedWorks.of("c", 0L, "en", "rain", 1);
        assertThat(four.terms().size()).isEqualTo(4);
        assertThat(score(six, six)).isEqualTo(1, within(1e-9));
        assertThat(score(two, six)).isZero();
        assertThat(score(six, two)).isZero();
    }

    @Test
    void timeBetweenTheWorksLowersTheCosineUpTo30PercentAfter14Days() {
        assertThat(between("en", "en", 10, 10, 14 * DAY)).isEqualTo(0.7, within(1e-9));
        assertThat(between("en", "en", 10, 10, 7 * DAY)).isEqualTo(0.85, within(1e-9));
        assertThat(between("en", "en", 10, 10, 14 * DAY + 1)).isZero();
        assertThat(between("en", "en", 10, 4, 14 * DAY)).isZero();
        assertThat(between("en", "en", 10, 5, 14 * DAY)).isEqualTo(0.35, within(1e-9));
    }

    @Test
    void aHeavyTermCountsMore() {
        Sketch heavy = InventedWorks.of("a", 0L, "en", Map.of(1, 400, 2, 100, 3, 100, 4, 100), Map.of());
        Sketch light = InventedWorks.of("b", 0L, "en", Map.of(1, 400, 2, 100, 3, 100, 9, 100), Map.of());
        assertThat(score(heavy, light)).isEqualTo(18.0 / 19, within(1e-9));
    }

    private static double between(
            @Nullable String language, @Nullable String otherLanguage, int terms, int common, long gap) {
        Sketch one = InventedWorks.of("a", 0L, language, "rain", terms);
        Sketch other = InventedWorks.of("b", gap, otherLanguage, "rain", common, "hail", terms - common);
        double score = score(one, other);
        assertThat(score(other, one)).isEqualTo(score);
        return score;
    }

    private static double score(Sketch one, Sketch other) {
        return Affinity.between(Profile.of(one), Profile.of(other));
    }
}
