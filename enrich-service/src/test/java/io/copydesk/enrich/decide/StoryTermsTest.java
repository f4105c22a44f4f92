package io.copydesk.enrich.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.Corpus;
import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.enrich.sketch.HeldSketch;
import io.copydesk.enrich.sketch.Sketcher;
import io.copydesk.schemas.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoryTermsTest {

    private static final String[] WORDS = {
        "Ferry",
        "ferry",
        "Harbour",
        "harbours",
        "Ternquay",
        "Portmere",
        "tide",
        "Tides",
        "lighthouse",
        "Council",
        "quay",
        "storm"
    };

    /** Several stories with works that come and go, some of which are of another story next time. */
    @Test
    void termsThatAreKeptAreThoseOfAllWorksCountedAnew() {
        Random random = new Random(5);
        List<HeldSketch> all = new ArrayList<>();
        ByteBlocks blocks = ByteBlocks.onHeap();
        for (int i = 0; i < 120; i++) {
            all.add(HeldSketch.of(Sketcher.sketch(article(i, random)), blocks));
        }
        StoryTerms terms = new StoryTerms();
        for (int round = 0; round < 300; round++) {
            int from = random.nextInt(4) * 30;
            double share = 0.5 + random.nextDouble() / 2;
            List<HeldSketch> story = new ArrayList<>(List.of(all.get(from)));
            all.subList(from + 1, Math.min(all.size(), from + 60)).stream()
                    .filter(work -> random.nextDouble() < share)
                    .forEach(story::add);

            assertThat(terms.of(story)).isEqualTo(StoryTerms.anew(story));
        }
    }

    private static Article article(int number, Random random) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            body.append(WORDS[random.nextInt(WORDS.length)])
                    .append(random.nextInt(3) == 0 ? " met " : " of Area" + random.nextInt(40) + ". ");
        }
        return Corpus.article("article-" + number, "a.example", null, "Report " + number, body.toString());
    }
}
