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
    private final Map<String, Map<Period, LearnedSet>> read = new HashMap<>();

    /**
     * A cleaning by what is known.
     *
     * @param memory what is known of the site and the period of a sight
     */
    SiteCleaning(Function<SeenPage, LearnedSet> memory) {
        this.memory = memory;
    }

    @Override
    public Article apply(Observation observation) {
        return observation
                .sight()
                .map(sight -> clean(observation.article(), sight))
                .orElse(observation.article());
    }

    private Article clean(Article article, SeenPage sight) {
        LearnedSet learned = read.computeIfAbsent(sight.site(), site -> new HashMap<>())
                .computeIfAbsent(sight.period(), period -> memory.apply(sight));
        Stripped stripped = Stripped.of(article.articleBody(), learned);
        return stripped.removed().isEmpty()
                ? article
                : article.toBuilder()
                        .articleBody(stripped.body())
                        .pipeline(article.pipeline()
                                .withoutBoilerplate(Digests.text(stripped.body()), stripped.removed(), LearnedSet.RULE))
                        .build();
    }
}
