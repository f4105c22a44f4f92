package io.copydesk.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What is brought up to date is as if it were found anew. */
class SimilaritiesTest {

    @RepeatedTest(20)
    void worksComeAndGoInAnyOrder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Node> all = works(random, 60);
        Similarities similarities = new Similarities();
        for (int round = 0; round < 40; round++) {
            double share = random.nextDouble();
            List<Node> now =
                    all.stream().filter(work -> random.nextDouble() < share).toList();

            similarities.update(now);

            Similarities anew = Similarities.of(now);
            assertThat(counted(similarities)).isEqualTo(counted(anew));
            assertThat(between(similarities)).isEqualTo(between(anew));
            assertThat(now).allMatch(work -> work.place() == Node.NO_PLACE);
        }
    }

    @Test
    void aLinkCountsAgainWhenAWorkLeavesBesideWhichItIsWeak() {
        List<Node> works = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Node work = InventedWorks.node(InventedWorks.of("w" + i, 0L, "en", "rain", 3));
            for (Node other : works) {
                boolean weak = i == 3 && other == works.get(0);
                work.link(other, weak ? Affinity.UNIT : 3 * Affinity.UNIT, 0);
            }
            works.add(work);
        }
        Similarities similarities = Similarities.of(works);
        assertThat(counted(similarities)[3]).as("beside two others").isZero();

        similarities.update(List.of(works.get(0), works.get(1), works.get(3)));

        assertThat(counted(similarities)[2]).isEqualTo(Affinity.UNIT);
    }

    private static List<Node> works(Random random, int count) {
        List<Node> works = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Node work = InventedWorks.node(InventedWorks.of("w" + (100 + i), 0L, "en", "w" + i, 3));
            for (Node other : works) {
                if (random.nextInt(3) == 0) {
                    work.link(other, Affinity.UNIT + random.nextInt(4 * Affinity.UNIT), random.nextInt(101));
                }
            }
            works.add(work);
        }
        return works;
    }

    private static long[] counted(Similarities all) {
        long[] counted = new long[all.count() * all.count()];
        all.copyCounted(counted);
        return counted;
    }

    private static int[] between(Similarities all) {
        return IntStream.range(0, all.count() * all.count())
                .map(i -> all.between(i / all.count(), i % all.count()))
                .toArray();
    }
}
