package io.copydesk.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {

    private final Curve curve = Curve.of(List.of(score(100, 40_000), score(400, 10_000)));

    @Test
    void liesBetweenTwoSettings() {
        assertThat(curve.delayAt(2).getAsDouble()).isCloseTo(20_000, within(1.0));
        assertThat(curve.requestsAt(20_000).getAsDouble()).isCloseTo(2, within(0.001));
    }

    @Test
    void nobodyHasToMakeAllRequestsThatAreAllowed() {
        assertThat(curve.delayAt(20).getAsDouble()).isCloseTo(10_000, within(1.0));
    }

    @Test
    void saysNothingOfWhatNoSettingReaches() {
        assertThat(curve.delayAt(0.5)).isEmpty();
        assertThat(curve.requestsAt(5_000)).isEmpty();
        assertThat(curve.requestsAt(90_000)).isEmpty();
        assertThat(Curve.of(List.of()).delayAt(1)).isEmpty();
    }

    /** Of a hundred items, all found. */
    private static TrialScore score(long requests, long medianDelay) {
        return new TrialScore(100, 0, requests, medianDelay, 1, 0, medianDelay, medianDelay);
    }
}
