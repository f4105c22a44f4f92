package io.copydesk.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void theParentIsTheMostSimilarEarlierWorkAndOfEqualOnesTheEarliest() {
        add("far", 0, "apple", 5);
        add("twin", 1, "apple", 10);
        add("near", 2, "apple", 10);
        add("late", 3, "apple", 10);
        settleAndAssign();
        forest.remove("twin");
        assertThat(forest.settle()).containsExactly("far");
        assertThat(forest.works("far")).containsExactlyInAnyOrder("far", "near", "late");
        forest.remove("far");
        assertThat(forest.settle()).containsExactly("far", "near");
        assertThat(forest.works("near")).containsExactly("near", "late");
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
    void aDigestIsTheParentOfVerySimilarWorksOnly() {
        Sketch digest = InventedWorks.of("a", DAY, "en", "apple", 20);
        Sketch similar = InventedWorks.of("b", 2 * DAY, "en", "apple", 7, "plum", 13); // .35
        assertThat(Affinity.between(Profile.of(digest), Profile.of(similar))).isBetween(0.3, 0.4);
        forest.add(digest, true, 0);
        forest.add(similar, false, 0);
        forest.add(InventedWorks.of("c", 2 * DAY, "en", "apple", 9, "fig", 11), false, 0); // .45
        forest.settle();
        assertThat(forest.works("a")).containsExactly("a", "c");
        assertThat(forest.works("b")).containsExactly("b");
        assertThat(forest.isDigest("a")).isTrue();
        assertThat(forest.isDigest("b")).isFalse();
        assertThat(forest.original("a")).isSameAs(digest);
    }

    @Test
    void aDigestMayBelongToAStory() {
        add("a", 1, "apple", 20);
        forest.add(InventedWorks.of("b", 2 * DAY, "en", "apple", 7, "plum", 13), true, 0);
        forest.settle();
        assertThat(forest.works("a")).containsExactly("a", "b");
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

    private static Map<String, List<String>> stories(List<Sketch> works, List<Sketch> removedAgain) {
        StoryForest forest = new StoryForest();
        removedAgain.forEach(work -> forest.add(work, false, 0));
        for (int i = 0; i < works.size(); i++) {
            forest.add(works.get(i), works.get(i).id().endsWith("7"), i);
            if (i < removedAgain.size()) {
                forest.remove(removedAgain.get(i).id());
            }
            forest.settle();
        }
        Map<String, List<String>> stories = new TreeMap<>();
        for (Sketch work : works) {
            List<String> members = new ArrayList<>(forest.works(work.id()));
            if (!members.isEmpty()) {
                Collections.sort(members);
                stories.put(work.id(), members);
            }
        }
        return stories;
    }

    private void settleAndAssign() {
        forest.settle().forEach(forest::assign);
    }

    private void add(String id, int day, String topic, int terms) {
        forest.add(InventedWorks.of(id, day * DAY, "en", topic, terms), false, day);
    }
}
