package io.copydesk.enrich.dedup;

import static io.copydesk.enrich.dedup.Pair.fingerprint;
import static io.copydesk.enrich.dedup.Pair.with;
import static io.copydesk.enrich.dedup.Pair.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.sketch.Fingerprint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sentences that very many texts have in common, as a template of a site puts them on all its pages. */
class CrowdedKeysTest {

    private static final long DAY = 24L * 60 * 60 * 1000;
    private static final String TEMPLATE = words(0, 25);
    private static final String REPORT = words(500, 300);

    @Test
    void aTextIsComparedWithNoMoreThanSomeOfThoseThatShareATemplate() {
        TextIndex index = new TextIndex();
        Text last = null;
        for (int i = 0; i < 1_000; i++) {
            last = new Text(at(fingerprint("p%05d".formatted(i), TEMPLATE + words(10_000 + 100 * i, 70)), i));
            index.addKeys(last);
        }
        assertThat(last).isNotNull();
        assertThat(index.candidates(last))
                .hasSize(EdgeConstants.MOST_AROUND)
                .allMatch(text -> text.first().id().compareTo("p00935") >= 0);
    }

    @Test
    void aCopyIsFoundHoweverManyPagesOfTheTemplateLieBetween() {
        Works works = new Works();
        String sentence = words(0, 14);
        works.put(at(fingerprint("copied", sentence + REPORT), 0));
        for (int i = 0; i < 200; i++) {
            works.put(at(fingerprint("p" + i, sentence + words(10_000 + 400 * i, 300)), 1 + i));
        }
        works.put(at(fingerprint("copy", sentence + REPORT + words(900, 8)), 1_000));
        assertThat(works.textOf("copy").work().id()).isEqualTo("copied");
    }

    @Test
    void linksAreAFunctionOfTheTextsInAnyOrderAndWhateverCameAndWentBetween() {
        List<Fingerprint> pages = pages(new Random(7));
        Map<String, String> expected = linksOf(pages, List.of(), new Random(1));
        List<Fingerprint> others = IntStream.range(0, 40)
                .mapToObj(i -> page(5_000 + i, i * DAY / 2, 20 + i))
                .toList();
        for (int seed = 2; seed < 4; seed++) {
            List<Fingerprint> shuffled = new ArrayList<>(pages);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(linksOf(shuffled, others, new Random(seed))).isEqualTo(expected);
        }
    }

    /** Pages of a template in slices of time and without a time, some of which are near copies of others. */
    private static List<Fingerprint> pages(Random random) {
        List<Fingerprint> pages = new ArrayList<>();
        for (int i = 0; i < 210; i++) {
            Fingerprint page = page(i, random.nextInt(34) * DAY, random.nextInt(140));
            pages.add(i % 6 == 0 ? with(page, "millis", Long.MAX_VALUE) : page);
        }
        return pages;
    }

    private static Map<String, String> linksOf(List<Fingerprint> pages, List<Fingerprint> others, Random random) {
        Works works = new Works();
        List<Fingerprint> coming = new ArrayList<>(pages);
        others.forEach(other -> coming.add(random.nextInt(coming.size() / 2), other));
        for (Fingerprint page : coming) {
            works.put(page);
            if (random.nextInt(6) == 0 && !others.isEmpty()) {
                works.put(page(number(page), random.nextInt(34) * DAY, random.nextInt(140)));
                works.put(page);
            }
        }
        List<Fingerprint> leaving = new ArrayList<>(others);
        Collections.shuffle(leaving, random);
        leaving.forEach(other -> works.remove(other.id()));
        Map<String, String> links = new TreeMap<>();
        for (Fingerprint page : pages) {
            Text text = works.textOf(page.id());
            links.put(
                    page.id(),
                    text.work().id() + " "
                            + text.links().keySet().stream()
                                    .map(other -> other.first().id())
                                    .sorted()
                                    .toList());
        }
        return links;
    }

    private static int number(Fingerprint page) {
        return Integer.parseInt(page.id().substring(1));
    }

    /** A page with a template and with words of its own. */
    private static Fingerprint page(int number, long millis, int article) {
        String template = number % 3 == 0 ? TEMPLATE : number % 3 == 1 ? words(10, 15) : words(30, 12) + TEMPLATE;
        return at(
                fingerprint("p%05d".formatted(number), template + words(10_000 + 100 * article, 70 + article % 3)),
                millis);
    }

    private static Fingerprint at(Fingerprint fingerprint, long millis) {
        return with(fingerprint, "millis", millis);
    }
}
