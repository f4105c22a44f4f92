package io.copydesk.ingest.clean;

import io.copydesk.ingest.boilerplate.LearnedSet;
import io.copydesk.ingest.boilerplate.Period;
import io.copydesk.ingest.boilerplate.SeenPage;
import io.copydesk.ingest.boilerplate.Stripped;
import io.copydesk.schemas.Article;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Takes learned boilerplate out of articles as they were observed. For one thread, as long as nothing is learned. */
final class SiteCleaning implements Function<Observation, Article> {

    private final Function<SeenPage, LearnedSet> memory;
    private final Function<SeenPage, int[]> places;
    private final Map<String, Map<Period, LearnedSet>> read = new HashMap<>();

    /**
     * A cleaning by what is known.
     *
     * @param memory what was learned for the site and the period of a page
     * @param places where the paragraphs of a page stand
     */
    SiteCleaning(Function<SeenPage, LearnedSet> memory, Function<SeenPage, int[]> places) {
        this.memory = memory;
        this.places = places;
    }

    @Override
    public Article apply(Observation observation) {
        return observation
                .seenPage()
                .map(page -> clean(observation.article(), page))
                .orElse(observation.article());
    }

    private Article clean(Article article, SeenPage page) {
        LearnedSet learned = read.computeIfAbsent(page.site(), site -> new HashMap<>())
                .computeIfAbsent(page.period(), period -> memory.apply(page));
        Stripped stripped = Stripped.of(article.articleBody(), learned, () -> places.apply(page));
        return stripped.removed().isEmpty()
                ? article
                : article.toBuilder()
                        .articleBody(stripped.body())
                        .pipeline(article.pipeline()
                                .withoutBoilerplate(Digests.text(stripped.body()), stripped.removed(), LearnedSet.RULE))
                        .build();
    }
}
