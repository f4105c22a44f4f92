package io.copydesk.enrich.dedup;

import static io.copydesk.enrich.dedup.Pair.fingerprint;
import static io.copydesk.enrich.dedup.Pair.with;
import static io.copydesk.enrich.dedup.Pair.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.dedup.Works.Regrouping;
import io.copydesk.enrich.sketch.Fingerprint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Works of very many copies, which are not found again at each change. */
class LargeWorksTest {

    private static final String REPORT = words(0, 100);
    private static final String OTHER_REPORT = words(500, 100);

    private final Works works = new Works();

    @Test
    void aWorkOfManyCopiesStaysWhenAFurtherOneComes() {
        for (int i = 0; i < 100; i++) {
            works.put(copy(i, 1 + i));
        }
        Work before = works.textOf("c50").work();
        Regrouping regrouping = works.put(copy(100, 50));
        assertThat(regrouping.dissolved()).isEmpty();
        assertThat(regrouping.formed()).isEmpty();
        assertThat(regrouping.changed()).containsExactly(before);
        assertThat(works.textOf("c100").work()).isSameAs(before);
        assertThat(before.texts()).hasSize(101).isSortedAccordingTo(Text.ORDER);
        assertThat(members(before).count()).isEqualTo(101);
    }

    @Test
    void aWorkOfManyCopiesIsUnderAnEarlierOneThatComesLate() {
        for (int i = 0; i < 100; i++) {
            works.put(copy(i, 1 + i));
        }
        Regrouping regrouping = works.put(copy(100, 0));
        assertThat(regrouping.dissolved()).extracting(Work::id).containsExactly("c0");
        assertThat(regrouping.moved()).hasSize(100).contains(works.textOf("c99"));
        assertThat(works.textOf("c99").work().id()).isEqualTo("c100");
    }

    @Test
    void anExactCopyOfManyIsCountedAndTakenAwayAgain() {
        for (int i = 0; i < 100; i++) {
            works.put(at(fingerprint("c" + i, REPORT), i));
        }
        assertThat(members(works.textOf("c0").work()).count()).isEqualTo(100);
        works.remove("c70");
        assertThat(members(works.textOf("c0").work()).count()).isEqualTo(99);
        assertThat(members(works.textOf("c0").work()).listed()).hasSize(99).doesNotContain("c70");
        works.put(at(fingerprint("c70", REPORT), 70));
        assertThat(members(works.textOf("c0").work()).listed()).hasSize(100).contains("c70");
    }

    @Test
    void twoLargeWorksAreOneAsLongAsATextJoinsThem() {
        for (int i = 0; i < 90; i++) {
            works.put(copy(i, 1 + i));
            works.put(otherCopy(i, 1 + i));
        }
        assertThat(works.textOf("o1").work()).isNotSameAs(works.textOf("c1").work());
        works.put(at(fingerprint("both", REPORT + OTHER_REPORT), 60));
        assertThat(works.textOf("o1").work()).isSameAs(works.textOf("c1").work());
        assertWorksAreComponents();
        works.put(at(fingerprint("both", words(9_000, 100)), 60));
        assertThat(works.textOf("o1").work()).isNotSameAs(works.textOf("c1").work());
        assertWorksAreComponents();
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120, 160, 240})
    void worksAreTheComponentsWhateverComesAndGoes(int most) {
        Random random = new Random(most);
        List<String> in = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        int dissolved = 0;
        int changed = 0;
        for (int step = 0; step < 3 * most; step++) {
            boolean leaves = in.size() > most || step > most && random.nextInt(3) == 0;
            Regrouping regrouping = leaves
                    ? works.remove(in.remove(random.nextInt(in.size())))
                    : works.put(any(random, in, random.nextInt(2 * most)));
            dissolved += regrouping.dissolved().stream().anyMatch(Work::isLarge) ? 1 : 0;
            changed += regrouping.changed().size();
            regrouping.dissolved().forEach(work -> ids.remove(work.id()));
            regrouping.formed().forEach(work -> ids.add(work.id()));
            assertThat(ids).containsAll(ids(regrouping.changed()));
            if (step % 4 == 0) {
                assertWorksAreComponents();
                assertThat(ids)
                        .containsExactlyElementsOf(
                                ids(works.texts().stream().map(Text::work).toList()));
            }
        }
        assertThat(dissolved).isPositive();
        assertThat(changed).isPositive();
    }

    private static Set<String> ids(List<Work> works) {
        return works.stream().map(Work::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Fingerprint any(Random random, List<String> in, int number) {
        Fingerprint article = switch (random.nextInt(12)) {
            case 0 -> at(fingerprint("x" + number, REPORT), random.nextInt(300));
            case 1 -> at(fingerprint("x" + number, REPORT + OTHER_REPORT), random.nextInt(300));
            case 2 -> at(fingerprint("x" + number, words(20 * (number % 40), 70)), random.nextInt(300));
            case 3, 4, 5, 6 -> otherCopy(number, random.nextInt(300));
            default -> copy(number, random.nextInt(300));
        };
        in.remove(article.id());
        in.add(article.id());
        return article;
    }

    private void assertWorksAreComponents() {
        Map<Text, Set<Text>> expected = new HashMap<>();
        for (Text start : works.texts()) {
            if (!expected.containsKey(start)) {
                Set<Text> component = component(start);
                component.forEach(text -> expected.put(text, component));
            }
        }
        expected.forEach((text, component) -> {
            assertThat(text.work().texts()).isEqualTo(List.copyOf(component));
            assertThat(members(text.work()).count())
                    .isEqualTo(component.stream().mapToInt(Text::size).sum());
        });
    }

    /** What is connected with a text, in order. */
    private static Set<Text> component(Text start) {
        Set<Text> component = new TreeSet<>(Text.ORDER);
        Set<Text> seen = new HashSet<>(Set.of(start));
        Deque<Text> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Text text = open.pop();
            component.add(text);
            text.links().forEach((other, link) -> {
                if (text.merges(other, link) && seen.add(other)) {
                    open.push(other);
                }
            });
        }
        return component;
    }

    private static Fingerprint copy(int number, long millis) {
        return at(fingerprint("c" + number, REPORT + words(10_000 + 20 * number, 10)), millis);
    }

    private static Fingerprint otherCopy(int number, long millis) {
        return at(fingerprint("o" + number, OTHER_REPORT + words(20_000 + 20 * number, 10)), millis);
    }

    private static Fingerprint at(Fingerprint fingerprint, long millis) {
        return with(fingerprint, "millis", millis);
    }

    private static Members members(Work work) {
        Members all = new Members();
        work.addTo(all);
        return all;
    }
}
