package io.copydesk.enrich.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.Corpus;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.Sketcher;
import io.copydesk.schemas.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Affairs of so many works that what was found of them before is kept and brought up to date. */
class LongAffairsTest {

    private static final Instant START = Instant.parse("2031-03-01T00:00:00Z");
    private static final int REPORTS = 90;
    private static final int EVENTS = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whatIsToldInTheEndDoesNotDependOnTheOrder(int seed) {
        List<Sketch> last = reports(0);
        Published inOrder = new Published();
        last.forEach(inOrder::put);
        assertThat(inOrder.stories.values()).anyMatch(story -> story.workCount() > REPORTS / EVENTS / 2);
        assertThat(inOrder.stories.values().stream().map(Story::about)).doesNotContainNull();

        Published shuffled = new Published();
        shuffled(reports(seed), seed).subList(0, REPORTS / 2).forEach(shuffled::put); // versions that are replaced
        shuffled(last, seed).forEach(shuffled::put);

        assertThat(shuffled.stories).isEqualTo(inOrder.stories);
        assertThat(shuffled.decisions).isEqualTo(inOrder.decisions);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 8})
    void aDeciderBuiltAtOnceGoesOnAsTheFirst(int seed) {
        List<Sketch> first = shuffled(reports(0), seed);
        Published oneByOne = new Published();
        first.subList(0, REPORTS / 2).forEach(oneByOne::put);
        Published atOnce = new Published();
        atOnce.update(Set.of(), first.subList(0, REPORTS / 2));

        DeciderTest.assertGoOnAlike(atOnce, oneByOne, first.subList(REPORTS / 2, REPORTS), seed);
        DeciderTest.assertGoOnAlike(
                atOnce, oneByOne, shuffled(reports(seed), seed).subList(0, REPORTS / 2), seed);
    }

    private static List<Sketch> shuffled(List<Sketch> sketches, int seed) {
        List<Sketch> shuffled = new ArrayList<>(sketches);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    /** Reports of several events of one affair, of which two have some words in common. */
    private static List<Sketch> reports(int version) {
        List<Sketch> reports = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            Random random = new Random(1_000L * version + i);
            int event = i % EVENTS;
            StringBuilder body = new StringBuilder();
            for (int sentence = 0; sentence < 14; sentence++) {
                body.append(name("Af", random.nextInt(12)))
                        .append(" met ")
                        .append(name("Ev" + letter(event), random.nextInt(10)))
                        .append(" beside ")
                        .append(name("Af", random.nextInt(12)))
                        .append(" about ")
                        .append(name("Ma" + letter(i % 26) + letter(i / 26), random.nextInt(30)))
                        .append(". ");
            }
            String time = START.plus(Duration.ofHours(3L * i)).toString();
            String headline = name("Af", event) + " and " + name("Ev" + letter(event), random.nextInt(4));
            reports.add(Sketcher.sketch(
                    Corpus.article("report-" + i, "site" + i + ".example", time, headline, body.toString())));
        }
        return reports;
    }

    private static String name(String kind, int number) {
        return kind + letter(number % 26) + letter(number / 26) + "son";
    }

    private static char letter(int number) {
        return (char) ('a' + number);
    }
}
