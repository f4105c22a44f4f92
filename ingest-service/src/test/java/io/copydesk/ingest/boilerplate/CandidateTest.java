package io.copydesk.ingest.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.boilerplate.Candidate.Place;
import io.copydesk.ingest.boilerplate.PageLines.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateTest {

    @Test
    void aLabelOnceOnEachPageMayBeAHeadingAndOneThatComesMoreOftenIsNone() {
        Candidate once = candidate(true, new Place(0, 1), new Place(1, 4));
        Candidate thriceOnTwoPages = candidate(true, new Place(0, 1), new Place(0, 9), new Place(1, 4));
        Candidate fourTimesOnThree =
                candidate(true, new Place(0, 1), new Place(0, 9), new Place(1, 4), new Place(2, 4));

        assertThat(once.mayBeHeading()).isTrue();
        assertThat(thriceOnTwoPages.mayBeHeading()).isFalse();
        assertThat(fourTimesOnThree.mayBeHeading()).isTrue();
        assertThat(candidate(false, new Place(0, 1), new Place(1, 4)).mayBeHeading())
                .isFalse();
    }

    @Test
    void supportCountsPagesAndVariantsAddTheirs() {
        Candidate one = candidate(true, new Place(0, 1), new Place(0, 2));
        Candidate other = candidate(true, new Place(0, 3), new Place(5, 1));

        Candidate both = one.with(List.of(other));

        assertThat(one.support()).isEqualTo(1);
        assertThat(both.support()).isEqualTo(2);
        assertThat(both.places()).containsExactly(new Place(0, 1), new Place(0, 2), new Place(0, 3), new Place(5, 1));
        assertThat(one.places()).hasSize(2);
    }

    private static Candidate candidate(boolean label, Place... places) {
        Candidate candidate =
                new Candidate(new Line(LineKey.of(List.of("night", "desk")), label, new char[0], PageLines.NO_PLACE));
        List.of(places).forEach(candidate::add);
        return candidate;
    }
}
