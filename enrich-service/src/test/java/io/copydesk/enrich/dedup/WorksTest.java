package io.copydesk.enrich.dedup;

import static io.copydesk.enrich.dedup.Pair.fingerprint;
import static io.copydesk.enrich.dedup.Pair.with;
import static io.copydesk.enrich.dedup.Pair.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.enrich.dedup.Works.Regrouping;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.Relation;
import io.copydesk.schemas.Relation.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WorksTest {

    private static final long DAY = 24L * 60 * 60 * 1000;
    private static final String REPORT = words(0, 80);

    private final Works works = new Works();

    @Test
    void equalTextsAreOneTextWithTheEarliestArticleFirst() {
        put("b", 1, REPORT);
        put("a", 2, REPORT);
        assertThat(works.textOf("a").first().id()).isEqualTo("b");
        put("c", 0, REPORT);
        assertThat(works.textOf("a").members()).extracting(Fingerprint::id).containsExactly("c", "b", "a");
        assertThat(works.textOf("b").work().id()).isEqualTo("c");
    }

    @Test
    void aNewFingerprintTakesThePlaceOfTheOneBefore() {
        put("a", 0, REPORT);
        put("b", 1, REPORT);
        Regrouping regrouping = put("a", 0, words(500, 80));
        assertThat(works.textOf("b").first().id()).isEqualTo("b");
        assertThat(works.textOf("b").work().id()).isEqualTo("b");
        assertThat(works.textOf("a").members()).hasSize(1);
        assertThat(regrouping.dissolved()).extracting(Work::id).containsExactly("a");
        assertThat(regrouping.formed()).extracting(Work::id).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aTextWhoseWorkLosesItsOriginalMovesToAnother() {
        put("a", 0, REPORT);
        put("near", 1, REPORT + words(300, 10));
        Regrouping regrouping = put("a", 0, words(500, 80));
        assertThat(regrouping.moved()).containsExactly(works.textOf("near"));
        assertThat(works.textOf("near").work().id()).isEqualTo("near");
        assertThat(regrouping.related()).containsExactlyInAnyOrder(works.textOf("a"), works.textOf("near"));
    }

    @Test
    void aRegroupingNamesTheTextsWhoseEdgesChanged() {
        put("far", 0, words(900, 80));
        put("a", 0, REPORT);
        Regrouping regrouping = put("b", 1, REPORT + words(300, 10));
        assertThat(regrouping.related()).containsExactlyInAnyOrder(works.textOf("a"), works.textOf("b"));
        assertThat(regrouping.dissolved()).extracting(Work::id).containsExactly("a");
        assertThat(regrouping.formed()).extracting(Work::id).containsExactly("a");
    }

    @Test
    void textsWithoutATimeAreComparedWithTextsOfAnyTime() {
        put("old", -400 * DAY, REPORT);
        put("new", 400 * DAY, REPORT + words(300, 10));
        works.put(with(fingerprint("timeless", REPORT + words(400, 12)), "millis", Long.MAX_VALUE));
        assertThat(works.textOf("timeless").work().id()).isEqualTo("old");
        assertThat(works.textOf("new").work().texts()).hasSize(3);
        assertThat(works.textOf("old").edges()).doesNotContainKey(works.textOf("new"));
    }

    @Test
    void textsInNeighbouringSlicesOfTimeAreCompared() {
        for (int day = 0; day < 300; day += 25) {
            put("d" + day, day * DAY, REPORT + words(1_000 + day, 8));
        }
        assertThat(works.textOf("d275").work().texts()).hasSize(12);
        assertThat(works.textOf("d0").edges()).hasSize(1);
        assertThat(works.textOf("d100").edges()).hasSize(2);
    }

    @Test
    void aTextIsLinkedToTheLast64BeforeIt() {
        List<Fingerprint> crowd = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            crowd.add(at(fingerprint("c" + (100 + i), REPORT + words(1_000 + 20 * i, 10)), i));
        }
        Collections.shuffle(crowd, new Random(1));
        crowd.forEach(works::put);
        assertThat(works.textOf("c169").edges())
                .hasSize(64)
                .containsKey(works.textOf("c105"))
                .doesNotContainKey(works.textOf("c104"));
        works.put(at(fingerprint("c150", words(5_000, 80)), 50));
        assertThat(works.textOf("c169").edges()).hasSize(64).containsKey(works.textOf("c104"));
        assertThat(works.textOf("c169").work().id()).isEqualTo("c100");
    }

    @Test
    void anEditionIsRejectedOnceTwoFurtherTextsShareWithOneOfThePair() {
        put("first", 0, words(0, 122));
        put("second", 1, words(0, 52) + words(200, 92));
        assertThat(edge("first", "second")).contains(new Edge(Kind.NEAR, 0.417, "edited-6"));
        put("third", 2, words(52, 34) + words(300, 92));
        assertThat(edge("first", "second")).map(Edge::rule).hasValue("edited-6");
        put("fourth", 3, words(86, 34) + words(400, 92));
        assertThat(edge("first", "second")).contains(new Edge(Kind.PART, 0.417, "part-6"));
        assertThat(works.textOf("second").work().id()).isEqualTo("second");
    }

    @Test
    void editionsOfOneGrowingTextAreNoCrowdOfStrangersToItsFirst() {
        String first = words(0, 60);
        put("v0", 0, first);
        for (int i = 1; i < 8; i++) {
            put("v" + i, i, words(30 * i, 30) + words(1_000, 40 * i) + (i < 3 ? words(0, 60) : ""));
        }
        assertThat(works.textOf("v0").work().id()).isEqualTo("v0");
        assertThat(works.textOf("v7").work().id()).isEqualTo("v0");
    }

    @Test
    void editionsMayHaveAQuarterOfTheShorterInSeveralPassages() {
        String kept = words(500, 45);
        String alsoKept = words(600, 30);
        put("a", 0, words(0, 90) + kept + words(100, 60) + alsoKept);
        put("b", 1, words(1_000, 100) + kept + words(1_100, 60) + alsoKept);
        assertThat(edge("a", "b")).map(Edge::rule).hasValue("edited-6");
        String quoted = words(2_500, 75);
        put("c", 2, words(2_000, 150) + quoted);
        put("d", 3, words(4_000, 160) + quoted);
        assertThat(edge("c", "d")).as("a quotation").map(Edge::rule).hasValue("part-6");
    }

    @Test
    void whatManyPagesOfASiteHoldIsNoPart() {
        String box = words(0, 60);
        putOnOneSite("a", box + words(1_000, 30));
        putOnOneSite("b", words(2_000, 300) + box);
        putOnOneSite("c", words(3_000, 300) + box);
        putOnOneSite("d", words(4_000, 300) + box);
        assertThat(edge("a", "b")).map(Edge::kind).hasValue(Kind.PART);
        assertThat(edge("a", "d")).map(Edge::kind).hasValue(Kind.PART);
        Regrouping regrouping = putOnOneSite("e", words(5_000, 300) + box);
        assertThat(works.textOf("a").edges()).isEmpty();
        assertThat(works.textOf("b").work().holdsOthers()).isFalse();
        assertThat(regrouping.related()).contains(works.textOf("a"), works.textOf("b"), works.textOf("d"));
    }

    @Test
    void aWorkThatContainsAnotherTextIsMarked() {
        putTitled("short", 1, words(0, 40));
        putTitled("digest", 0, words(500, 90) + words(0, 40) + words(700, 90));
        assertThat(works.textOf("digest").work().holdsOthers()).isTrue();
        assertThat(works.textOf("short").work().holdsOthers()).isFalse();
        assertThat(Relations.duplicate(works.find("short"), works.textOf("short")))
                .map(Duplicate::of)
                .hasValue("digest");
        assertThat(Relations.duplicate(works.find("digest"), works.textOf("digest")))
                .isEmpty();
    }

    @Test
    void aForgottenWorkIsLinkedWithNothing() {
        putTitled("a", 0, REPORT);
        putTitled("copy", 1, REPORT);
        putTitled("part", 2, words(0, 40) + words(200, 60));
        assertThat(edge("part", "a")).map(Edge::kind).hasValue(Kind.PART);
        works.forget(works.textOf("a").work());
        assertThat(works.find("copy")).isNull();
        assertThat(works.textOf("part").edges()).isEmpty();
        assertThatThrownBy(() -> works.textOf("a"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no fingerprint of article a");
        putTitled("late", 3, REPORT);
        assertThat(works.textOf("late").work().id()).isEqualTo("late");
    }

    @Test
    void theRelationsOfAnArticleAreItsStrongestSortedByTheOtherEnd() {
        put("a", 0, REPORT);
        put("near", 1, REPORT + words(300, 20));
        for (int i = 10; i < 50; i++) {
            put("copy" + i, i, REPORT);
        }
        List<Relation> relations = Relations.of(works.find("copy30"), works.textOf("copy30"));
        assertThat(relations)
                .hasSize(24)
                .extracting(Relation::to)
                .isSorted()
                .contains("a", "copy29", "copy33")
                .doesNotContain("copy30", "copy34", "near");
        assertThat(Relations.of(works.find("near"), works.textOf("near")))
                .containsExactly(new Relation("a", Kind.NEAR, 1, "copy-6"));
        assertThat(relations.get(0)).isEqualTo(new Relation("a", Kind.EXACT, 1, "exact-1"));
        assertThat(Relations.duplicate(works.find("copy30"), works.textOf("copy30")))
                .hasValue(new Duplicate("copy30", "a", Kind.EXACT, 1, "exact-1", "a"));
        assertThat(Relations.duplicate(works.find("a"), works.textOf("a"))).isEmpty();
    }

    @Test
    void aCopyWithoutAnEdgeToTheOriginalNamesItsStrongest() {
        put("a", 0, REPORT);
        put("b", 20 * DAY, REPORT + words(300, 10));
        put("c", 40 * DAY, REPORT + words(300, 10) + words(400, 12));
        assertThat(edge("a", "c")).isEmpty();
        Duplicate duplicate =
                Relations.duplicate(works.find("c"), works.textOf("c")).orElseThrow();
        assertThat(duplicate.of()).isEqualTo("a");
        assertThat(duplicate.score()).isEqualTo(1);
        assertThat(duplicate.rule()).isEqualTo("copy-6");
    }

    @Test
    void worksAndRelationsDoNotDependOnTheOrder() {
        List<Fingerprint> articles = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int group = i / 5 * 200;
            String body = words(group, 20 + i) + (i % 7 == 0 ? "" : words(5_000 + i * 100, 10 + i % 40));
            articles.add(at(fingerprint("t" + i, body), i % 9 * 5 * DAY));
        }
        assertAnyOrderLeadsTo(articles);
    }

    @Test
    void pagesOfFewSitesDoNotDependOnTheOrder() {
        Random random = new Random(12);
        List<Fingerprint> articles = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int group = i / 8 * 200;
            String body = words(group, 45)
                    + words(group + 40 * random.nextInt(4), 30 + random.nextInt(60))
                    + words(5_000 + i * 300, random.nextInt(4) == 0 ? 5 : 40 + random.nextInt(200));
            Fingerprint page = with(fingerprint("t" + i, body), "site", "s" + random.nextInt(2) + ".example");
            articles.add(at(with(page, "headline", random.nextInt(3) == 0 ? 0 : 2 * i + 1), i % 9 * 4 * DAY));
        }
        assertAnyOrderLeadsTo(articles);
    }

    private static void assertAnyOrderLeadsTo(List<Fingerprint> articles) {
        Map<String, String> expected = state(articles, articles);
        assertThat(expected.values().stream()
                        .map(state -> state.substring(0, state.indexOf('[')))
                        .distinct()
                        .count())
                .isBetween(6L, 55L);
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<Fingerprint> before = new ArrayList<>();
            for (Fingerprint article : articles) {
                if (random.nextInt(3) == 0) {
                    before.add(
                            at(fingerprint(article.id(), words(random.nextInt(2_400), 60)), random.nextInt(40) * DAY));
                }
            }
            List<Fingerprint> last = new ArrayList<>(articles);
            Collections.shuffle(last, random);
            before.addAll(last);
            assertThat(state(before, articles)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static Map<String, String> state(List<Fingerprint> puts, List<Fingerprint> articles) {
        Works works = new Works();
        puts.forEach(works::put);
        Map<String, String> state = new TreeMap<>();
        for (Fingerprint article : articles) {
            Text text = works.textOf(article.id());
            state.put(
                    article.id(), text.work().id() + Relations.of(article, text) + Relations.duplicate(article, text));
        }
        return state;
    }

    private Regrouping put(String id, long millis, String body) {
        return works.put(at(fingerprint(id, body), millis));
    }

    private void putTitled(String id, long millis, String body) {
        works.put(with(at(fingerprint(id, body), millis), "headline", 2 * id.hashCode() + 1));
    }

    private Regrouping putOnOneSite(String id, String body) {
        Fingerprint page = with(fingerprint(id, body), "site", "one.example");
        return works.put(with(page, "headline", 2 * id.hashCode() + 1));
    }

    private static Fingerprint at(Fingerprint fingerprint, long millis) {
        return with(fingerprint, "millis", millis);
    }

    private Optional<Edge> edge(String one, String other) {
        return Optional.ofNullable(works.textOf(one).edges().get(works.textOf(other)));
    }
}
