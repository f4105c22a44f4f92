package io.copydesk.enrich.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LookupTest {

    private static final int STEPS = 3_000;
    private static final int MOST_PRESENT = 150;

    private int hashed;

    private final Lookup<Long> lookup = new Lookup<>(key -> {
        hashed++;
        return key;
    });

    @Test
    void holdsWhatWasAddedAndNotRemoved() {
        Random random = new Random(1);
        List<Long> present = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            if (present.size() < MOST_PRESENT && random.nextInt(5) < 3 || present.isEmpty()) {
                Long key = keyOfFewSlots(random, step);
                lookup.add(key);
                present.add(key);
            } else {
                Long key = present.remove(random.nextInt(present.size()));
                lookup.remove(key);
                assertThat(found(key)).isNull();
            }
            assertThat(lookup.size()).isEqualTo(present.size());
            assertThat(present).allMatch(key -> found(key) == key);
        }
        List<Long> visited = new ArrayList<>();
        lookup.forEach(visited::add);
        assertThat(visited).containsExactlyInAnyOrderElementsOf(present);
    }

    /** Half of the keys have the last slots of the table as their home: long runs that go on at its start. */
    private static Long keyOfFewSlots(Random random, int distinct) {
        long region = random.nextBoolean() ? 0x1fL : random.nextInt(0x20);
        return region << 59 | (long) random.nextInt(2) << 58 | distinct;
    }

    @Test
    void reservedRoomIsEnoughAndIsMadeOnce() {
        lookup.add(1L << 40);
        hashed = 0;
        lookup.reserve(51);
        assertThat(hashed).as("51 fit already").isZero();

        lookup.reserve(1_000);
        assertThat(hashed).as("the one element moved").isEqualTo(1);
        assertThat(found(1L << 40)).isEqualTo(1L << 40);

        hashed = 0;
        for (long key = 1; key < 1_000; key++) {
            lookup.add(key << 52);
        }
        assertThat(hashed).as("nothing moved again").isEqualTo(999);
        assertThat(lookup.size()).isEqualTo(1_000);
    }

    private Long found(Long key) {
        return lookup.find(key, key::equals);
    }
}
