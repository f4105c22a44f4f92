package io.copydesk.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clusters beside those of the definition, which merges the best pair of all again and again. */
class MeanLinkTest {

    private static final long DAY = 24L * 60 * 60 * 1000;

    /** How many values a similarity has: few make many equal ones. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 1_000_000})
    void clustersAsTheDefinitionDoes(int values) {
        Random random = new Random(values);
        for (int round = 0; round < 400; round++) {
            List<Node> works = works(random, 2 + random.nextInt(24), values);

            assertThat(MeanLink.cluster(works)).isEqualTo(defined(works));
        }
    }

    /** Works of five weeks, some without a time, with links between some of them and to others that are not parted with them. */
    private static List<Node> works(Random random, int count, int values) {
        List<Node> works = new ArrayList<>();
        Node outside = node("outside", 0L);
        double density = random.nextDouble();
        for (int i = 0; i < count; i++) {
            Node work = node("w" + i, random.nextInt(8) == 0 ? null : DAY * random.nextInt(35));
            for (Node other : works) {
                if (random.nextDouble() < density) {
                    work.link(other, Affinity.UNIT + random.nextInt(values) * (2 * Affinity.UNIT / values));
                }
            }
            work.link(outside, 3 * Affinity.UNIT);
            works.add(work);
        }
        return works;
    }

    private static Node node(String id, Long millis) {
        return new Node(InventedWorks.of(id, millis, "en", id, 3), 0);
    }

    private static List<List<Node>> defined(List<Node> works) {
        List<List<Node>> clusters = new ArrayList<>();
        works.forEach(work -> clusters.add(new ArrayList<>(List.of(work))));
        while (true) {
            List<Node> into = null;
            List<Node> from = null;
            for (int i = 0; i < clusters.size(); i++) {
                for (int j = i + 1; j < clusters.size(); j++) {
                    List<Node> one = clusters.get(i);
                    List<Node> other = clusters.get(j);
                    boolean better = mayBeMerged(one, other)
                            && (into == null
                                    || sum(one, other) * into.size() * from.size()
                                            > sum(into, from) * one.size() * other.size());
                    if (better) {
                        into = one;
                        from = other;
                    }
                }
            }
            if (into == null) {
                clusters.forEach(cluster -> cluster.sort((a, b) -> works.indexOf(a) - works.indexOf(b)));
                return clusters;
            }
            into.addAll(from);
            List<Node> merged = from;
            clusters.removeIf(cluster -> cluster == merged);
        }
    }

    private static boolean mayBeMerged(List<Node> one, List<Node> other) {
        if (sum(one, other) < (long) Affinity.UNIT * one.size() * other.size()) {
            return false;
        }
        List<Node> all = new ArrayList<>(one);
        all.addAll(other);
        List<Long> times = all.stream()
                .map(node -> node.profile().time())
                .filter(time -> time != null)
                .sorted()
                .toList();
        return times.isEmpty() || times.get(times.size() - 1) - times.get(0) <= StoryConstants.WINDOW;
    }

    private static long sum(List<Node> one, List<Node> other) {
        long sum = 0;
        for (Node work : one) {
            Links links = work.links();
            for (int i = 0; i < links.size(); i++) {
                sum += other.contains(links.other(i)) ? links.similarity(i) : 0;
            }
        }
        return sum;
    }
}
