package io.copydesk.ingest.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final String PITCH = "Lantern friends get the evening bell and two candles by post.";

    private final List<List<String>> pages = new ArrayList<>();

    @Test
    void fourDistinctArticlesAreNeeded() {
        add(3, PITCH);
        assertThat(learned()).isEmpty();
        add(1, PITCH);
        assertThat(learned()).containsExactly(PITCH);
    }

    @Test
    void aTenthOfTheArticlesIsNeededToo() {
        add(4, PITCH);
        add(36);
        assertThat(learned()).containsExactly(PITCH);
        add(1);
        assertThat(learned()).isEmpty();
    }

    @Test
    void aLabelIsNeededOnHalfOfTheArticles() {
        for (int i = 0; i < 20; i++) {
            List<String> page = article(i);
            if (i < 10) {
                page.add(3, "Lantern bell");
            }
            pages.add(page);
        }
        assertThat(learned()).containsExactly("Lantern bell");
        add(1);
        assertThat(learned()).isEmpty();
    }

    @Test
    void aLongLineIsShownCutWithoutBreakingACharacter() {
        String words = "lantern friends get two candles and the bell every evening by post ".repeat(3);
        String line = words + "x".repeat(238 - words.length()) + "\uD83D\uDD14 rings.";
        add(5, line);

        assertThat(learned()).containsExactly(line.substring(0, 238) + "…");
    }

    @Test
    void aLineOfJustTheShownLengthIsNotCut() {
        String words = "lantern friends get two candles and the bell every evening by post ".repeat(3);
        String line = words + "x".repeat(239 - words.length()) + ".";
        add(5, line);

        assertThat(learned()).containsExactly(line);
    }

    @Test
    void aSubheadingInSomeArticlesStays() {
        for (int i = 0; i < 20; i++) {
            List<String> page = article(i);
            page.add(3, i % 3 == 0 ? "What happens next" : "Number " + (char) ('a' + i) + " tells");
            page.add(PITCH);
            pages.add(page);
        }

        assertThat(learned()).containsExactly(PITCH);
    }

    @Test
    void aLabelInMostArticlesGoes() {
        for (int i = 0; i < 10; i++) {
            List<String> page = article(i);
            page.add(3, "Lantern bell");
            pages.add(page);
        }

        assertThat(learned()).containsExactly("Lantern bell");
    }

    @Test
    void aRareLineBesideBoilerplateGoesWithIt() {
        add(50, PITCH);
        for (int i = 0; i < 5; i++) {
            List<String> page = article(100 + i);
            page.add(PITCH);
            page.add("Written by the night desk of the lantern.");
            pages.add(page);
        }

        assertThat(learned()).containsExactly(PITCH, "Written by the night desk of the lantern.");
    }

    @Test
    void anEmptyBodyIsNotLearnedFrom() {
        for (int i = 0; i < 6; i++) {
            pages.add(List.of(""));
        }

        assertThat(learned()).isEmpty();
    }

    private void add(int count, String... boilerplate) {
        for (int i = 0; i < count; i++) {
            List<String> page = article(pages.size() + 1_000);
            page.addAll(List.of(boilerplate));
            pages.add(page);
        }
    }

    private List<String> learned() {
        List<PageLines> sample = pages.stream()
                .map(page -> PageLines.of(null, String.join("\n\n", page), List.of()))
                .toList();
        return Evidence.learn(sample, (page, line) -> pages.get(page).get(line)).lines().stream()
                .map(LearnedLine::text)
                .toList();
    }

    private static List<String> article(int seed) {
        Random random = new Random(seed);
        return IntStream.range(0, 6)
                .mapToObj(
                        i -> IntStream.range(0, 20).mapToObj(j -> word(random)).collect(Collectors.joining(" ")) + ".")
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String word(Random random) {
        return random.ints(6, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
