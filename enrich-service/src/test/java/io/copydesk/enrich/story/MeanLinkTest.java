package io.copydesk.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.sketch.Sketch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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

            assertThat(clusters(works)).isEqualTo(defined(works));
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
                    int similarity = Affinity.UNIT + random.nextInt(values) * (2 * Affinity.UNIT / values);
                    work.link(other, similarity, random.nextInt(101));
                }
            }
            work.link(outside, 3 * Affinity.UNIT, 0);
            works.add(work);
        }
        return works;
    }

    private static Node node(String id, Long millis) {
        return InventedWorks.node(InventedWorks.of(id, millis, "en", id, 3));
    }

    @Test
    void aLinkWithLittleInCommonInTheLeadsCountsOnlyNextToWhatBothHaveBesides() {
        assertThat(siblings(1.5, 0)).hasSize(2);
        assertThat(siblings(1.5, 78)).hasSize(2); // .51 of 3 is needed
        assertThat(siblings(1.54, 78)).hasSize(1);
        assertThat(siblings(1.5, 80)).hasSize(1);
        assertThat(siblings(2.69, 0)).hasSize(2); // .90 of 3
        assertThat(siblings(2.71, 0)).hasSize(1);
    }

    @Test
    void aWorkWithOneOtherLinkIsNotPartedFromIt() {
        Node one = node("a", 0L);
        Node other = node("b", 0L);
        Node third = node("c", 0L);
        one.link(other, 4 * Affinity.UNIT, 100);
        other.link(third, 2 * Affinity.UNIT, 0);
        one.link(third, Affinity.UNIT, 100);

        assertThat(clusters(List.of(one, other, third))).hasSize(1);
    }

    @Test
    void aShortWorkJoinsTheStoryOfTheWorkThatItIsMostSimilarTo() {
        assertThat(withSnippet(39, 40, 0)).hasSize(1);
        assertThat(withSnippet(40, 40, 0)).as("not short").hasSize(2);
        assertThat(withSnippet(39, 39, 0)).as("to another short one").hasSize(2);
        assertThat(withSnippet(39, 40, 14)).hasSize(1);
        assertThat(withSnippet(39, 40, 15)).as("beyond the window").hasSize(2);
    }

    /** Three reports of one event, and one of so many words that is similar to one of them alone, so many days later. */
    private static List<List<Node>> withSnippet(int words, int wordsOfReports, int days) {
        List<Node> works = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Sketch report = InventedWorks.of("w" + i, 0L, "en", "rain", 3);
            Node work = InventedWorks.node(InventedWorks.ofWords(wordsOfReports, report));
            works.forEach(other -> work.link(other, 3 * Affinity.UNIT, 100));
            works.add(work);
        }
        Sketch snippet = InventedWorks.of("x", days * DAY, "en", "rain", 3);
        Node work = InventedWorks.node(InventedWorks.ofWords(words, snippet));
        work.link(works.get(1), 2 * Affinity.UNIT, 100);
        works.add(work);
        return clusters(works);
    }

    /** Two events of three reports each, which are as similar as 3 to each other. */
    private static List<List<Node>> siblings(double similarity, int told) {
        List<Node> works = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Node work = node("w" + i, 0L);
            for (int j = 0; j < i; j++) {
                boolean together = i / 3 == j / 3;
                work.link(works.get(j), (int) (Affinity.UNIT * (together ? 3 : similarity)), together ? 100 : told);
            }
            works.add(work);
        }
        return clusters(works);
    }

    private static List<List<Node>> clusters(List<Node> works) {
        return MeanLink.cluster(Similarities.of(works)).stream()
                .map(Cluster::works)
                .toList();
    }

    private static List<List<Node>> defined(List<Node> works) {
        Map<Node, Map<Node, Integer>> similar = new HashMap<>();
        works.forEach(work -> similar.put(work, similarities(work, works)));
        return defined(works, similar);
    }

    /** The links of a work that count, by the work that they lead to. */
    private static Map<Node, Integer> similarities(Node work, List<Node> works) {
        Map<Node, Integer> similar = new HashMap<>();
        for (int i = 0; i < work.links().size(); i++) {
            Node other = work.links().other(i);
            int similarity = work.links().similarity(i);
            double told = work.links().told(i) / 100.0;
            double share = similarity / Math.min(second(work, works), second(other, works));
            if (works.contains(other) && (told >= 0.8 || share >= 0.9 - told / 2 - 1e-12)) {
                similar.put(other, similarity);
            }
        }
        return similar;
    }

    private static double second(Node work, List<Node> works) {
        return IntStream.range(0, work.links().size())
                .filter(i -> works.contains(work.links().other(i)))
                .mapToObj(i -> work.links().similarity(i))
                .sorted(Comparator.reverseOrder())
                .skip(1)
                .findFirst()
                .orElse(0);
    }

    private static List<List<Node>> defined(List<Node> works, Map<Node, Map<Node, Integer>> similar) {
        List<List<Node>> clusters = new ArrayList<>();
        works.forEach(work -> clusters.add(new ArrayList<>(List.of(work))));
        while (true) {
            List<Node> into = null;
            List<Node> from = null;
            for (int i = 0; i < clusters.size(); i++) {
                for (int j = i + 1; j < clusters.size(); j++) {
                    List<Node> one = clusters.get(i);
                    List<Node> other = clusters.get(j);
                    boolean better = mayBeMerged(one, other, similar)
                            && (into == null
                                    || sum(one, other, similar) * into.size() * from.size()
                                            > sum(into, from, similar) * one.size() * other.size());
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

    private static boolean mayBeMerged(List<Node> one, List<Node> other, Map<Node, Map<Node, Integer>> similar) {
        if (sum(one, other, similar) < (long) Affinity.UNIT * one.size() * other.size()) {
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

    private static long sum(List<Node> one, List<Node> other, Map<Node, Map<Node, Integer>> similar) {
        long sum = 0;
        for (Node work : one) {
            for (Map.Entry<Node, Integer> link :
                    similar.getOrDefault(work, Map.of()).entrySet()) {
                sum += other.contains(link.getKey()) ? link.getValue() : 0;
            }
        }
        return sum;
    }
}
