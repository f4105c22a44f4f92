package io.copydesk.enrich.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.copydesk.enrich.Corpus;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.Sketcher;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.Relation;
import io.copydesk.schemas.Relation.Kind;
import io.copydesk.schemas.Story;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeciderTest {

    private final Published published = new Published();

    @Test
    void textsAboutOneEventAreOneStoryAndNoneIsADuplicate() {
        putAll(Corpus.articles());
        assertThat(published.stories.get("island-1").members())
                .containsExactly("island-1", "island-2", "island-3", "island-4", "island-5");
        assertThat(published.duplicates.keySet()).noneMatch(id -> id.startsWith("island"));
    }

    @Test
    void eventsThatShareATownOrAPaperStayApart() {
        putAll(Corpus.articles());
        assertThat(published.stories.get("bridge-1").members())
                .contains("bridge-1", "bridge-copy", "bridge-exact", "bridge-own")
                .noneMatch(id -> id.startsWith("theatre") || id.startsWith("island") || id.equals("rain"));
        assertThat(published.decisions.get("theatre-2").storyId()).isEqualTo("theatre-1");
        assertThat(published.stories.get("rain").members()).containsExactly("rain");
    }

    @Test
    void copiesAreOneWorkUnderTheEarliest() {
        putAll(Corpus.articles());
        assertThat(published.duplicates.get("bridge-exact"))
                .isEqualTo(new Duplicate("bridge-exact", "bridge-1", Kind.EXACT, 1, "exact-1", "bridge-1"));
        Duplicate agency = published.duplicates.get("bridge-copy");
        assertThat(agency.of()).isEqualTo("bridge-1");
        assertThat(agency.kind()).isEqualTo(Kind.SYNDICATED);
        assertThat(agency.workId()).isEqualTo("bridge-1");
        assertThat(published.decisions.get("bridge-own").workId()).isEqualTo("bridge-own");
    }

    @Test
    void aDigestThatHoldsAnArticleIsLinkedAndNeverMerged() {
        putAll(Corpus.articles());
        assertThat(published.decisions.get("digest").workId()).isEqualTo("digest");
        assertThat(published.decisions.get("digest").relations())
                .filteredOn(relation -> relation.to().equals("bridge-1"))
                .extracting(Relation::kind)
                .containsExactly(Kind.PART);
    }

    @Test
    void aShortTextInsideALongOneIsADuplicateOfItAsAPart() {
        putAll(List.of(Corpus.article("bridge-1"), Corpus.article("digest")));
        assertThat(published.duplicates.get("bridge-1").of()).isEqualTo("digest");
        assertThat(published.duplicates.get("bridge-1").kind()).isEqualTo(Kind.PART);
        assertThat(published.duplicates.get("bridge-1").workId()).isNull();
        assertThat(published.duplicates).doesNotContainKey("digest");
    }

    @Test
    void anEarlierOriginalThatTurnsUpLateTakesTheWorkAndTheStory() {
        put(Corpus.article("bridge-exact"));
        put(Corpus.article("bridge-own"));
        assertThat(published.stories).containsOnlyKeys("bridge-exact");
        Changes changes = published.put(Sketcher.sketch(Corpus.article("bridge-1")));
        assertThat(changes.moves()).isEqualTo(Map.of("bridge-exact", Set.of("bridge-1")));
        assertThat(published.stories).containsOnlyKeys("bridge-1");
        assertThat(published.decisions.get("bridge-own").storyId()).isEqualTo("bridge-1");
        assertThat(published.duplicates).containsOnlyKeys("bridge-exact");
    }

    @Test
    void aStoryThatIsSplitNamesTheStoriesThatItsArticlesWentTo() {
        put(Corpus.article("bridge-1"));
        put(Corpus.article("bridge-own"));
        assertThat(published.stories).containsOnlyKeys("bridge-1");
        Article rain = Corpus.article("rain");
        Changes changes = published.put(Sketcher.sketch(Corpus.article(
                "bridge-own", "own.example", "2031-03-09T09:00:00Z", rain.headline(), rain.articleBody())));
        assertThat(published.stories).containsOnlyKeys("bridge-1", "bridge-own");
        assertThat(changes.moves()).isEqualTo(Map.of("bridge-1", Set.of("bridge-own")));
    }

    @Test
    void aCopyThatIsRewrittenIsNoDuplicateAnyMore() {
        put(Corpus.article("bridge-1"));
        put(Corpus.article("bridge-exact"));
        Article rain = Corpus.article("rain");
        put(Corpus.article(
                "bridge-exact", "mirror.example", "2031-03-09T06:00:00Z", rain.headline(), rain.articleBody()));
        assertThat(published.duplicates).isEmpty();
        assertThat(published.stories).containsOnlyKeys("bridge-1", "bridge-exact");
    }

    @Test
    void articlesWithoutTextAreAlikeInNothing() {
        put(Corpus.article("empty-1", "a.example", null, null, ""));
        put(Corpus.article("empty-2", "b.example", null, null, ""));
        assertThat(published.duplicates).isEmpty();
        assertThat(published.stories).hasSize(2);
    }

    @Test
    void theSameSketchAgainChangesNothing() {
        putAll(Corpus.articles());
        Changes again = published.put(Sketcher.sketch(Corpus.article("bridge-1")));
        assertThat(again.decisions()).isEmpty();
        assertThat(again.duplicates()).isEmpty();
        assertThat(again.stories()).isEmpty();
    }

    @Test
    void whatIsPublishedInTheEndDoesNotDependOnTheOrder() {
        List<List<Sketch>> histories = histories();
        Published expected = replay(IntStream.range(0, histories.size())
                .boxed()
                .flatMap(i -> histories.get(i).stream())
                .toList());
        assertThat(expected.duplicates).isNotEmpty();
        for (int seed = 0; seed < 300; seed++) {
            Published other = replay(interleaved(histories, new Random(seed)));
            assertThat(other.decisions).as("decisions, seed %d", seed).isEqualTo(expected.decisions);
            assertThat(other.duplicates).as("duplicates, seed %d", seed).isEqualTo(expected.duplicates);
            assertThat(other.stories).as("stories, seed %d", seed).isEqualTo(expected.stories);
        }
    }

    @Test
    void everyArticleIsInExactlyOneStoryAndEveryStoryIsThere() {
        Published end = replay(interleaved(histories(), new Random(7)));
        List<String> members = end.stories.values().stream()
                .flatMap(story -> story.members().stream())
                .toList();
        assertThat(members).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(end.decisions.keySet());
        for (Story story : end.stories.values()) {
            assertThat(story.members())
                    .allMatch(id -> end.decisions.get(id).storyId().equals(story.id()));
        }
    }

    @Test
    void aDeciderFilledAgainGoesOnAsTheFirst() {
        List<Sketch> sketches = interleaved(histories(), new Random(3));
        int half = sketches.size() / 2;
        Published before = replay(sketches.subList(0, half));
        Published fresh = new Published();
        sketches.subList(0, half).stream()
                .map(Sketch::id)
                .distinct()
                .sorted()
                .forEach(id -> fresh.put(before.sketches.get(id)));
        for (Sketch sketch : sketches.subList(half, sketches.size())) {
            assertThat(fresh.put(sketch)).isEqualTo(before.put(sketch));
        }
    }

    @Test
    void aDeciderBuiltAtOnceGoesOnAsTheFirst() {
        for (int seed = 0; seed < 40; seed++) {
            assertBuiltGoesOn(interleaved(histories(), new Random(seed)), seed);
            assertBuiltGoesOn(shuffled(editions(), seed), seed);
        }
    }

    private static void assertBuiltGoesOn(List<Sketch> sketches, int seed) {
        int half = sketches.size() / 2;
        Published before = replay(sketches.subList(0, half));
        Published built = new Published(before.sketches);
        assertGoOnAlike(built, before, sketches.subList(half, sketches.size()), seed);
    }

    /** Each of the sketches changes the same for both. */
    static void assertGoOnAlike(Published one, Published other, List<Sketch> sketches, int seed) {
        for (Sketch sketch : sketches) {
            assertThat(one.put(sketch)).as("%s, seed %d", sketch.id(), seed).isEqualTo(other.put(sketch));
        }
    }

    @Test
    void aDeciderBuiltAtOnceKeepsAWorkForAsLongAsItsLastCopy() {
        Map<String, Long> arrivals = Map.of("bridge-1", 2L, "bridge-exact", 5L, "rain", 3L);
        Decider built = new Decider(id -> Sketcher.sketch(Corpus.article(id)));
        DeciderUpdate update = new DeciderUpdate(built);
        arrivals.forEach((id, arrived) -> update.put(Sketcher.sketch(Corpus.article(id)), arrived));
        update.finish((id, cause) -> fail(id, cause));

        assertThat(built.forget(4)).containsExactly("rain");
        assertThat(built.forget(6)).containsExactlyInAnyOrder("bridge-1", "bridge-exact");
    }

    @Test
    void aDeciderBroughtUpToDateAtOnceGoesOnAsOneThatWasGivenEachSketch() {
        for (int seed = 0; seed < 60; seed++) {
            assertUpdatedGoesOn(interleaved(histories(), new Random(seed)), seed);
            assertUpdatedGoesOn(shuffled(editions(), seed), seed);
        }
    }

    /** One third of the sketches is put one by one, the second at once, and the last is decided on by both. */
    private static void assertUpdatedGoesOn(List<Sketch> sketches, int seed) {
        int third = sketches.size() / 3;
        Published oneByOne = replay(sketches.subList(0, third));
        Published updated = replay(sketches.subList(0, third));
        List<Sketch> second = sketches.subList(third, 2 * third);
        second.forEach(oneByOne::put);
        updated.update(Set.of(), second);
        assertGoOnAlike(updated, oneByOne, sketches.subList(2 * third, sketches.size()), seed);
    }

    @Test
    void aWorkThatKeepsItsPlaceInAnUpdateIsKeptForAsLongAsItsLastCopy() {
        putAll(List.of(Corpus.article("rain"), Corpus.article("theatre-1"), Corpus.article("bridge-1")));
        published.sketches.put("bridge-exact", Sketcher.sketch(Corpus.article("bridge-exact")));
        DeciderUpdate update = new DeciderUpdate(published.decider);
        update.put(published.sketches.get("bridge-exact"), 9);
        update.finish((id, cause) -> fail(id, cause));

        assertThat(published.decider.forget(9)).containsExactlyInAnyOrder("rain", "theatre-1");
        assertThat(published.decider.forget(10)).containsExactlyInAnyOrder("bridge-1", "bridge-exact");
    }

    @Test
    void anEditionIsAWorkOfItsOwnOnceOthersShareItsText() {
        put(untitled("first", passage(0, 120)));
        put(untitled("second", passage(0, 50) + passage(200, 90)));
        assertThat(published.decisions.get("second").workId()).isEqualTo("first");
        for (int i = 3; i < 7; i++) {
            put(untitled("other-" + i, passage(500 * i, 200) + passage(50, 70)));
        }
        assertThat(published.decisions.get("second").workId()).isEqualTo("second");
    }

    @Test
    void editionsAndQuotationsDoNotDependOnTheOrderEither() {
        List<Sketch> sketches = editions();
        Map<String, Decision> expected = replay(sketches).decisions;
        assertThat(expected.values().stream().map(Decision::workId).distinct().count())
                .isBetween(2L, 39L);
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<Sketch> other = new ArrayList<>();
            for (int i = 0; i < sketches.size(); i += 3) {
                other.add(Sketcher.sketch(untitled("e" + i, passage(random.nextInt(1_500), 80))));
            }
            Collections.shuffle(other, random);
            List<Sketch> last = new ArrayList<>(sketches);
            Collections.shuffle(last, random);
            other.addAll(last);
            assertThat(replay(other).decisions).as("seed %d", seed).isEqualTo(expected);
        }
    }

    static List<Sketch> editions() {
        List<Sketch> sketches = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int group = i / 4 * 150;
            int own = 5_000 + i * 100;
            sketches.add(Sketcher.sketch(untitled("e" + i, passage(group, 25 + i) + passage(own, 40))));
        }
        return sketches;
    }

    static List<Sketch> shuffled(List<Sketch> sketches, int seed) {
        List<Sketch> shuffled = new ArrayList<>(sketches);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    @Test
    void manyCopiesAreOneWork() {
        for (int i = 400; i > 0; i--) {
            put(untitled("copy-" + i, passage(0, 60)));
        }
        assertThat(published.decisions.values())
                .allMatch(decision -> decision.workId().equals("copy-1"));
        assertThat(published.decisions.values())
                .allMatch(decision -> decision.relations().size() <= 24);
    }

    @Test
    void aStoryIsForgottenSomeTimeAfterItsLastArticle() {
        put(Corpus.article("theatre-1"));
        putAll(List.of(Corpus.article("bridge-1"), Corpus.article("bridge-own")));
        put(Corpus.article("rain"));

        assertThat(published.decider.forget(3)).containsExactly("theatre-1");
        assertThat(published.decider.forget(4)).containsExactlyInAnyOrder("bridge-1", "bridge-own");
        assertThat(published.decider.forget(4)).isEmpty();

        Map<String, Decision> kept = Map.copyOf(published.decisions);
        put(Corpus.article("bridge-exact"));
        assertThat(published.decisions.get("bridge-exact").workId()).isEqualTo("bridge-exact");
        assertThat(published.decisions).containsAllEntriesOf(kept);
        put(Corpus.article("bridge-1"));
        assertThat(published.decisions.get("bridge-exact").workId()).isEqualTo("bridge-1");
    }

    @Test
    void aLargeStoryListsItsFirstArticlesAndCountsAll() {
        for (int i = 0; i < Story.MOST_LISTED + 20; i++) {
            put(untitled(String.format("copy-%04d", i), passage(0, 60)));
        }
        Story story = published.stories.get("copy-0000");
        assertThat(story.workCount()).isEqualTo(1);
        assertThat(story.memberCount()).isEqualTo(Story.MOST_LISTED + 20);
        assertThat(story.members()).hasSize(Story.MOST_LISTED).contains("copy-0000", "copy-0999");
    }

    @Test
    void aCrowdOfNearCopiesIsOneWorkInAnyOrder() {
        List<Sketch> sketches = new ArrayList<>();
        for (int i = 0; i < 180; i++) {
            sketches.add(Sketcher.sketch(untitled("c" + i, passage(0, 150) + passage(1_000 + 20 * i, 8 + i % 5))));
        }
        Map<String, Decision> expected = replay(sketches).decisions;
        assertThat(expected.values()).allMatch(decision -> decision.workId().equals("c0"));
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            List<Sketch> other = new ArrayList<>();
            for (int i = 0; i < sketches.size(); i += 4) {
                other.add(Sketcher.sketch(untitled("c" + i, passage(0, 100 + random.nextInt(60)))));
            }
            List<Sketch> last = new ArrayList<>(sketches);
            Collections.shuffle(last, random);
            other.addAll(last);
            assertThat(replay(other).decisions).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static Article untitled(String id, String body) {
        return Corpus.article(id, "paper.example", "2031-03-09T06:00:00Z", null, body);
    }

    /** Words that stand in this order nowhere else. */
    private static String passage(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "word" + i + " ")
                .collect(Collectors.joining());
    }

    /** The versions of each article: some texts are first another's copy, or first something else. */
    static List<List<Sketch>> histories() {
        List<List<Sketch>> histories = new ArrayList<>();
        List<Article> articles = Corpus.articles();
        for (int i = 0; i < articles.size(); i++) {
            Article last = articles.get(i);
            Article other = articles.get((i + 5) % articles.size());
            List<Sketch> versions = new ArrayList<>();
            if (i % 3 == 0) {
                versions.add(Sketcher.sketch(Corpus.revised(last, other.articleBody())));
            }
            if (i % 4 == 0) {
                versions.add(Sketcher.sketch(Corpus.revised(last, last.articleBody() + " More follows soon.")));
            }
            versions.add(Sketcher.sketch(last));
            histories.add(versions);
        }
        return histories;
    }

    static List<Sketch> interleaved(List<List<Sketch>> histories, Random random) {
        List<Integer> turns = new ArrayList<>();
        for (int i = 0; i < histories.size(); i++) {
            turns.addAll(Collections.nCopies(histories.get(i).size(), i));
        }
        Collections.shuffle(turns, random);
        int[] next = new int[histories.size()];
        return turns.stream().map(i -> histories.get(i).get(next[i]++)).toList();
    }

    private static Published replay(List<Sketch> sketches) {
        Published published = new Published();
        sketches.forEach(published::put);
        return published;
    }

    private void putAll(List<Article> articles) {
        articles.forEach(this::put);
    }

    private void put(Article article) {
        published.put(Sketcher.sketch(article));
    }
}
