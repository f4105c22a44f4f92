package io.copydesk.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.Corpus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassagesTest {

    private static final String PASSAGE = words(0, 30);

    @Test
    void shortTextsShowTheLengthOfAPassageExactly() {
        Passages passages = passages(words(100, 50) + PASSAGE + words(200, 20), words(300, 9) + PASSAGE);
        assertThat(passages).isEqualTo(new Passages(30, 30, 28, true));
    }

    @Test
    void aWordThatIsAnotherEndsAPassage() {
        String changed = words(0, 12) + "other " + words(13, 17);
        assertThat(passages(PASSAGE + words(100, 50), words(300, 40) + changed))
                .isEqualTo(new Passages(17, 29, 15, true));
    }

    @Test
    void sentencesInAnotherOrderAreManyPassages() {
        assertThat(passages(words(0, 15) + words(50, 15), words(50, 15) + words(0, 15))
                        .longest())
                .isEqualTo(15);
    }

    @Test
    void textsWithoutAPassageHaveNone() {
        assertThat(passages(words(0, 40), words(50, 40)).longest()).isZero();
        assertThat(passages("", "").longest()).isZero();
    }

    @Test
    void longTextsShowAPassageByItsSample() {
        Random random = new Random(4);
        int sum = 0;
        for (int round = 0; round < 50; round++) {
            String shared = words(round * 10_000, 200);
            int before = random.nextInt(1_500);
            Samples first =
                    samples(words(round * 10_000 + 1_000, before) + shared + words(round * 10_000 + 3_000, 1_500));
            Samples second = samples(words(round * 10_000 + 5_000, 400) + shared);
            Passages passages = Passages.of(first, second);
            assertThat(passages.longest()).isBetween(20, 200);
            sum += passages.longest();
            assertThat(Passages.of(second, first)).isEqualTo(passages);
        }
        assertThat(sum / 50).isBetween(160, 200);
    }

    @Test
    void neitherOfTwoTextsIsPreferred() {
        Random random = new Random(9);
        for (int round = 0; round < 300; round++) {
            Samples first = samples(scattered(random));
            Samples second = samples(scattered(random));
            assertThat(Passages.of(first, second)).isEqualTo(Passages.of(second, first));
        }
    }

    @Test
    void aTextAlwaysHasItselfInCommon() {
        Samples text = samples(words(0, 150));
        assertThat(Passages.of(text, text).longest()).isEqualTo(150);
    }

    @Test
    void keysOfRunsAreInCommonWhereverAPassageIsLongEnough() {
        Random random = new Random(2);
        for (int round = 0; round < 200; round++) {
            int from = round * 10_000;
            String shared = words(from, 45);
            Samples first = samples(
                    words(from + 1_000, random.nextInt(150)) + shared + words(from + 2_000, random.nextInt(150)));
            Samples second = samples(
                    words(from + 3_000, random.nextInt(150)) + shared + words(from + 4_000, random.nextInt(150)));
            assertThat(Shingles.shared(first.keys().runs(), second.keys().runs()))
                    .isPositive();
        }
    }

    @Test
    void aTextHasAtMost48KeysOfRunsInOrder() {
        for (int words : new int[] {0, 9, 10, 30, 300, 900, 2_500, 12_000}) {
            int[] keys = samples(words(0, words)).keys().runs();
            assertThat(keys.length).isBetween(words < 10 ? 0 : 1, words < 10 ? 0 : 48);
            assertThat(keys).isSorted().doesNotHaveDuplicates();
            assertThat(Arrays.stream(keys)).allMatch(key -> key >= 0);
        }
    }

    @Test
    void runsOfMenuWordsHaveNoKey() {
        assertThat(samples("home news sports weather contact us privacy policy follow us on facebook subscribe")
                        .keys()
                        .runs())
                .isEmpty();
    }

    private static String scattered(Random random) {
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < 3 + random.nextInt(60); i++) {
            pieces.add(words(random.nextInt(300), 1 + random.nextInt(25)));
        }
        return String.join("", pieces);
    }

    private static Passages passages(String first, String second) {
        return Passages.of(samples(first), samples(second));
    }

    private static Samples samples(String body) {
        return Sketcher.fingerprint(Corpus.article("a", "a.example", null, null, body))
                .samples();
    }

    private static String words(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "word" + i + " ")
                .collect(Collectors.joining());
    }
}
