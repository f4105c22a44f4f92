package io.copydesk.lab.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.Extractor;
import io.copydesk.lab.seeded.Simulator.Result;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SimulatorTest {

    private static Extractor extractor;

    @BeforeAll
    static void loadModels() {
        extractor = Extractor.create();
    }

    @Test
    void aSeedRepeatsToTheByte() {
        Simulator used = new Simulator(extractor);
        used.run(6, PlantedFault.NONE);
        Result first = used.run(7, PlantedFault.NONE);
        Result again = new Simulator(extractor).run(7, PlantedFault.NONE);

        assertThat(again).isEqualTo(first);
        assertThat(first.trace()).hasSizeGreaterThan(first.inputs());
        assertThat(used.run(8, PlantedFault.NONE).digest()).isNotEqualTo(first.digest());
    }

    @Test
    void crashesAndInterleavingsDoNotChangeTheEnd() {
        Simulator simulator = new Simulator(extractor);

        assertThat(LongStream.rangeClosed(1, 20).mapToObj(seed -> simulator.run(seed, PlantedFault.NONE)))
                .allSatisfy(result -> assertThat(result.difference())
                        .as("seed %d", result.seed())
                        .isEmpty());
    }

    /** Withdrawals before their articles, old captures after new ones, announcements of what comes later. */
    @Test
    void theOrderInWhichInputsArriveDoesNotChangeTheEnd() {
        Simulator simulator = new Simulator(extractor);

        assertThat(LongStream.rangeClosed(1, 20).boxed())
                .allSatisfy(seed -> assertThat(simulator.inOtherOrder(seed, 31 * seed))
                        .as("seed %d", seed)
                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void aPlantedFaultIsFoundWithin200Seeds(PlantedFault fault) {
        Simulator simulator = new Simulator(extractor);

        assertThat(LongStream.rangeClosed(1, 200)
                        .mapToObj(seed -> simulator.run(seed, fault))
                        .anyMatch(result -> result.difference().isPresent()))
                .isTrue();
    }

    @Test
    void aCampaignOfEnoughSeedsFailsWhenARareStateWasNeverReached() {
        Map<RareState, Long> all = new EnumMap<>(RareState.class);
        for (RareState state : RareState.values()) {
            all.put(state, 1L);
        }
        Map<RareState, Long> some = new EnumMap<>(all);
        some.remove(RareState.REDELIVERED_MERGE);

        assertThat(all).hasSizeGreaterThanOrEqualTo(25);
        assertThat(campaign(Campaign.ENOUGH_SEEDS, all).isPassed()).isTrue();
        assertThat(campaign(Campaign.ENOUGH_SEEDS, some).isPassed()).isFalse();
        assertThat(campaign(Campaign.ENOUGH_SEEDS, some).unreached()).containsExactly(RareState.REDELIVERED_MERGE);
        assertThat(campaign(Campaign.ENOUGH_SEEDS - 1, some).isPassed()).isTrue();
    }

    private static Campaign campaign(long seeds, Map<RareState, Long> reached) {
        return new Campaign(seeds, 0, 0, new TreeMap<>(), reached);
    }
}
