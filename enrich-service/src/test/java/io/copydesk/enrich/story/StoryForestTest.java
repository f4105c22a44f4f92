package io.copydesk.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.enrich.sketch.HeldSketch;
import io.copydesk.enrich.sketch.Sketch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StoryForestTest {

    private static final long DAY = 24L * 60 * 60 * 1000;

    private final StoryForest forest = new StoryForest();

    @Test
    void aStoryHasTheIdOfItsEarliestWork() {
        add("b", 2, "apple", 10);
        add("a", 1, "apple", 10);
        assertThat(forest.settle()).containsExactly("a");
        assertThat(forest.works("a")).containsExactly("a", "b");
        assertThat(forest.works("b")).isEmpty();
        assertThat(forest.storyOf("b")).isNull();
        assertThat(forest.assign("a")).containsOnlyKeys("a", "b");
        assertThat(forest.storyOf("b")).isEqualTo("a");
        assertThat(forest.settle()).isEmpty();
    }

    @Test
    void assigningReturnsTheFormerStoryOfThoseThatJoined() {
        add("b", 2, "apple", 10);
        settleAndAssign();
        add("a", 1, "apple", 10);
        assertThat(forest.settle()).containsExactlyInAnyOrder("a", "b");
        assertThat(forest.assign("b")).isEmpty();
        Map<String, String> joined = new HashMap<>();
        joined.put("a", null);
        joined.put("b", "b");
        assertThat(forest.assign("a")).isEqualTo(joined);
        assertThat(forest.assign("a")).isEmpty();
    }

    @Test
    void aStoryHasWorksThatAreSimilarOnAverageAndAnAffairThoseThatALinkLeadsTo() {
        chain();
        assertThat(forest.works("a")).containsExactly("a", "b");
        assertThat(forest.works("c")).containsExactly("c", "d");
        assertThat(forest.about("a")).isEqualTo("a");
        assertThat(forest.about("c")).isEqualTo("a");
        forest.remove("b");
        assertThat(forest.settle()).containsExactlyInAnyOrder("a", "c");
        assertThat(forest.about("a")).isNull();
        assertThat(forest.about("c")).isNull();
        assertThat(forest.about("b")).isNull();
    }

    /** Each work but the first shares half of its terms with the one before, as serial coverage does. */
    private void chain() {
        String names = "abcd";
        for (int i = 0; i < names.length(); i++) {
            String id = names.substring(i, i + 1);
            int next = i == 1 ? 7 : 12; // the link in the middle is the weakest
            forest.add(
                    InventedWorks.of(id, i * DAY, "en", "part" + (i + 1), 20 - next, "part" + i, i == 0 ? 0 : 12), i);
        }
        settleAndAssign();
    }

    @Test
    void anUndatedWorkHangsOnNothingThatArrivedBeforeTheWindow() {
        forest.add(InventedWorks.of("a", 0L, "en", "apple", 10).arrivedAt(0), 0);
        forest.add(InventedWorks.of("b", null, "en", "apple", 10).arrivedAt(15 * DAY), 15);
        settleAndAssign();
        assertThat(forest.storyOf("b")).isEqualTo("b");
        forest.add(InventedWorks.of("c", null, "en", "apple", 10).arrivedAt(14 * DAY), 14);
        forest.remove("b");
        settleAndAssign();
        assertThat(forest.storyOf("c")).isEqualTo("a");
    }

    @Test
    void aStorySpansNoMoreThanTheWindow() {
        for (int i = 0; i < 10; i++) {
            add("w" + i, 5 * i, "apple", 10);
        }
        settleAndAssign();
        List<List<String>> stories = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            stories.add(forest.works("w" + i));
        }
        stories.removeIf(List::isEmpty);
        assertThat(stories).allSatisfy(works -> assertThat(works).hasSizeLessThanOrEqualTo(3));
        assertThat(stories.stream().mapToInt(List::size).sum()).isEqualTo(10);
        assertThat(stories)
                .allSatisfy(works -> assertThat(forest.about(works.get(0))).isEqualTo("w0"));
    }

    @Test
    void theCentralWorkIsTheMostSimilarToAllOthersAndOfEqualOnesTheEarliest() {
        forest.add(InventedWorks.of("a", 0L, "en", "apple", 8, "fig", 12), 0);
        forest.add(InventedWorks.of("b", DAY, "en", "apple", 20), 0);
        forest.add(InventedWorks.of("c", 2 * DAY, "en", "apple", 14, "plum", 6), 0);
        add("d", 2, "pear", 10);
        settleAndAssign();
        assertThat(forest.works("a")).containsExactly("a", "b", "c");
        assertThat(forest.central("a")).extracting(HeldSketch::id).isEqualTo("b");
        assertThat(forest.central("d")).extracting(HeldSketch::id).isEqualTo("d");
        assertThat(forest.originals("a")).extracting(HeldSketch::id).containsExactly("a", "b", "c");
        assertThat(forest.central("b")).isNull();
    }

    @Test
    void manyWorksOfOneAffairArePartedInPieces() {
        int works = 3 * StoryConstants.MOST_WORKS;
        for (int i = 0; i < works; i++) {
            forest.add(InventedWorks.of("w" + i, i * 60_000L, "en", "apple", 20), i);
        }
        settleAndAssign();
        int found = 0;
        for (int i = 0; i < works; i++) {
            List<String> story = forest.works("w" + i);
            assertThat(story).hasSizeLessThanOrEqualTo(StoryConstants.MOST_WORKS);
            found += story.size();
        }
        assertThat(found).isEqualTo(works);
    }

    @Test
    void childrenOfARemovedWorkFindAnotherParentOrAreStories() {
        add("a", 0, "apple", 10);
        add("b", 1, "apple", 10);
        add("other", 1, "pear", 10);
        settleAndAssign();
        forest.remove("a");
        assertThat(forest.settle()).containsExactly("a", "b");
        assertThat(forest.works("a")).isEmpty();
        assertThat(forest.works("b")).containsExactly("b");
        assertThatThrownBy(() -> forest.storyOf("a"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no work a");
    }

    @Test
    void aTouchedWorkMakesItsStoryDirtyAndIsAsRecentAsItsLastArticle() {
        add("a", 0, "apple", 10);
        add("b", 1, "apple", 10);
        add("c", 1, "pear", 10);
        settleAndAssign();
        forest.touch("b", 50);
        assertThat(forest.settle()).containsExactly("a");
        forest.touch("b", 20);
        assertThat(forest.endedBefore(50)).containsExactly("c");
        assertThat(forest.endedBefore(51)).containsExactly("a", "c");
        assertThat(forest.endedBefore(0)).isEmpty();
    }

    @Test
    void aForgottenStoryIsComparedWithNothing() {
        add("a", 0, "apple", 10);
        add("b", 1, "apple", 10);
        add("c", 1, "pear", 10);
        settleAndAssign();
        forest.forget("a");
        assertThat(forest.settle()).isEmpty();
        assertThat(forest.works("a")).isEmpty();
        add("d", 2, "apple", 10);
        add("e", 2, "pear", 10);
        settleAndAssign();
        assertThat(forest.works("d")).containsExactly("d");
        assertThat(forest.works("c")).containsExactly("c", "e");
    }

    @Test
    void theSameWorksFormTheSameStoriesInAnyOrder() {
        Random random = new Random(9);
        List<Sketch> works = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Long time = i % 11 == 0 ? null : random.nextInt(60) * DAY;
            String language = List.of("en", "de", "fr").get(i % 3);
            works.add(
                    InventedWorks.of("w" + i, time, language, "event" + i / 12, 6 + random.nextInt(20), "own" + i, 10));
        }
        Map<String, List<String>> expected = stories(works, List.of());
        assertThat(expected).hasSizeBetween(15, 100);
        for (int seed = 0; seed < 20; seed++) {
            List<Sketch> shuffled = new ArrayList<>(works);
            Collections.shuffle(shuffled, new Random(seed));
            List<Sketch> removedAgain = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                removedAgain.add(InventedWorks.of("x" + i, i * DAY, "en", "event" + i % 10, 20, "x" + i, 4));
            }
            assertThat(stories(shuffled, removedAgain)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    /** A work that comes to an affair of several pieces has only its own piece parted, where the others cannot change. */
    @Test
    void anAffairOfSeveralPiecesThatGrowsHasTheStoriesOfOneThatIsPartedAtOnce() {
        Random random = new Random(3);
        List<Sketch> works = new ArrayList<>();
        for (int i = 0; i < 5 * StoryConstants.MOST_WORKS / 2; i++) {
            long time = i * 600_000L;
            works.add(InventedWorks.of("w" + i, time, "en", "rain", 10, "event" + i % 9, 4 + random.nextInt(16)));
        }
        StoryForest growing = new StoryForest();
        for (int i = 0; i < works.size(); i++) {
            growing.add(works.get(i), i);
            growing.settle().forEach(growing::assign);
            if (i % 90 == 89 || i == works.size() - 1) {
                List<Sketch> known = works.subList(0, i + 1);
                assertThat(stories(growing, known)).as("%d works", i + 1).isEqualTo(atOnce(known));
            }
        }
        List<Sketch> shuffled = new ArrayList<>(works);
        Collections.shuffle(shuffled, random);
        List<Sketch> removedAgain = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            removedAgain.add(InventedWorks.of("x" + i, i * 600_000L, "en", "rain", 10, "event" + i % 9, 6));
        }
        assertThat(stories(shuffled, removedAgain)).isEqualTo(atOnce(works));
    }

    private static Map<String, List<String>> atOnce(List<Sketch> works) {
        StoryForest forest = new StoryForest();
        works.forEach(work -> forest.add(work, 0));
        forest.settle();
        return stories(forest, works);
    }

    @Test
    void worksThatHadOtherTextsFormTheSameStories() {
        Random random = new Random(5);
        List<Sketch> works = new ArrayList<>();
        List<Sketch> others = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            long time = random.nextInt(20) * DAY;
            String event = "event" + i / 12;
            works.add(InventedWorks.of("w" + i, time, "en", event, 6 + random.nextInt(20), "own" + i, 10));
            others.add(InventedWorks.of("w" + i, time, "en", event, 6 + random.nextInt(20), "own" + i, 4));
        }
        Map<String, List<String>> expected = stories(works, List.of());
        for (int seed = 0; seed < 20; seed++) {
            Random order = new Random(seed);
            StoryForest forest = new StoryForest();
            works.forEach(work -> forest.add(work, 0));
            for (int i = 0; i < 200; i++) {
                int work = order.nextInt(works.size());
                replace(forest, others.get(work));
                replace(forest, works.get(work));
            }
            assertThat(stories(forest, works)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static void replace(StoryForest forest, Sketch work) {
        forest.remove(work.id());
        forest.add(work, 0);
        forest.settle();
    }

    private static Map<String, List<String>> stories(List<Sketch> works, List<Sketch> removedAgain) {
        StoryForest forest = new StoryForest();
        removedAgain.forEach(work -> forest.add(work, 0));
        for (int i = 0; i < works.size(); i++) {
            forest.add(works.get(i), i);
            if (i < removedAgain.size()) {
                forest.remove(removedAgain.get(i).id());
            }
            forest.settle();
        }
        return stories(forest, works);
    }

    private static Map<String, List<String>> stories(StoryForest forest, List<Sketch> works) {
        Map<String, List<String>> stories = new TreeMap<>();
        for (Sketch work : works) {
            List<String> members = new ArrayList<>(forest.works(work.id()));
            if (!members.isEmpty()) {
                Collections.sort(members);
                String central = forest.central(work.id()).id();
                members.add("about " + forest.about(work.id()) + ", central " + central);
                stories.put(work.id(), members);
            }
        }
        return stories;
    }

    private void settleAndAssign() {
        forest.settle().forEach(forest::assign);
    }

    private void add(String id, int day, String topic, int terms) {
        forest.add(InventedWorks.of(id, day * DAY, "en", topic, terms), day);
    }
}
