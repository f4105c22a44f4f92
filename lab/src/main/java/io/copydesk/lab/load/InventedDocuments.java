package io.copydesk.lab.load;

import io.copydesk.ingest.page.Page;
import io.copydesk.lab.bench.InventedArticles;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first articles of {@link InventedArticles} as clean documents, in stretches: the first hundredth, then up to each tenth. Each call of
 * {@link #next} after the last of a stretch begins the next one. For one thread.
 */
public final class InventedDocuments implements LoadInputs {

    private static final String CLEAN_ARTICLE = "application/ld+json";
    private static final int STRETCHES = 10;
    private static final int FIRST = 100;

    private final InventedArticles articles;
    private final int count;
    private int next;
    private int end;

    /**
     * Documents of a seed.
     *
     * @param count how many, at least 100
     */
    public InventedDocuments(long seed, int count) {
        this.articles = new InventedArticles(seed);
        this.count = count;
        restart();
    }

    @Override
    public @Nullable Page next() {
        if (next == end) {
            end = Math.min(count, end < count / STRETCHES ? count / STRETCHES : end + count / STRETCHES);
            return null;
        }
        return page(next++);
    }

    /** How many there were since the start. */
    int given() {
        return next;
    }

    /** Whether there are more stretches. */
    boolean hasMore() {
        return next < count;
    }

    @Override
    public void restart() {
        next = 0;
        end = count / FIRST;
    }

    @Override
    public boolean isFinite() {
        return true;
    }

    @Override
    public List<Page> sample() {
        return List.of();
    }

    private Page page(int number) {
        Article article = articles.article(number);
        byte[] body = Json.bytes(Json.object()
                .put("headline", article.headline())
                .put("articleBody", article.articleBody())
                .put("datePublished", article.datePublished()));
        Instant fetched = Instant.parse(article.pipeline().fetched());
        return Page.resource("load-" + number, article.url(), fetched, CLEAN_ARTICLE, null, body);
    }
}
