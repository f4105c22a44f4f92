package io.copydesk.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.frontier.FrontierSettings;
import io.copydesk.lab.simulation.EditsBench.Editing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditsBenchTest {

    private static final Editing UNDATED = new Editing(1.5, 0, 0);

    @Test
    void threeFetchesSeeMoreThanThreeAtSetTimes() {
        FrontierSettings defaults = FrontierSettings.defaults();
        FrontierSettings set = defaults.toBuilder()
                .revisits(List.of(Duration.ofHours(4), Duration.ofDays(7)))
                .build();

        EditsBench learned = EditsBench.run(defaults, 2, 12, 500, UNDATED, passed -> {});
        EditsBench fixed = EditsBench.run(set, 2, 12, 500, UNDATED, passed -> {});

        assertThat(learned.fetches()).isBetween(2.5, 3.3);
        assertThat(fixed.fetches()).isEqualTo(3);
        assertThat(learned.pages()).isEqualTo(500);
        assertThat(learned.share()).isGreaterThan(fixed.share());
    }

    @Test
    void sitesThatSayWhenTheyEditAreSeenWithFewerVisits() {
        FrontierSettings defaults = FrontierSettings.defaults();
        EditsBench without = EditsBench.run(defaults, 2, 12, 500, UNDATED, passed -> {});
        EditsBench with = EditsBench.run(defaults, 2, 12, 500, new Editing(1.5, 1, 0), passed -> {});

        assertThat(with.share()).isGreaterThan(without.share());
        assertThat(with.fetches()).isLessThan(without.fetches());
    }

    @Test
    void sitesThatDateAllPagesByTheirLastRunAreNotBelieved() {
        EditsBench found =
                EditsBench.run(FrontierSettings.defaults(), 2, 12, 500, new Editing(1.5, 0, 1), passed -> {});

        assertThat(found.fetches()).isBetween(2.5, 4.5);
    }

    @Test
    void tellsOfPagesThatAreWithdrawnAndOfNoOthers() {
        WithdrawalsBench found = WithdrawalsBench.run(FrontierSettings.defaults(), 5, 12, 500, passed -> {});

        assertThat(found.withdrawn()).isPositive();
        assertThat(found.faulty()).isPositive();
        assertThat(found.told()).isEqualTo(found.withdrawn());
        assertThat(found.falselyTold()).isZero();
    }
}
