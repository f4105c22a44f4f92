package io.copydesk.ingest.clean;

import io.copydesk.ingest.boilerplate.Period;
import io.copydesk.ingest.boilerplate.SeenPage;
import io.copydesk.ingest.page.Site;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Pipeline;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An article as one input showed it.
 *
 * @param article the clean article, not numbered yet
 */
record Observation(Article article) {

    String inputId() {
        return article.pipeline().inputId();
    }

    String contentDigest() {
        return article.pipeline().contentDigest();
    }

    /**
     * Where this observation stands in its article's history, as text that sorts: by fetch time, never by arrival. An
     * unknown fetch time counts as the modification, else the publication, else as the earliest of all. The same input
     * seen again with the same result has the same key.
     */
    String key() {
        return prefix(article.id()) + time() + " " + contentDigest() + " " + inputId();
    }

    /** What the keys of all observations of an article begin with. */
    static String prefix(String articleId) {
        return articleId + " ";
    }

    /** What a site's boilerplate is learned from: pages of a site that were cleaned here, not documents clean already. */
    Optional<SeenPage> sight() {
        Pipeline pipeline = article.pipeline();
        boolean ofSite = !pipeline.site().equals(Site.LOCAL);
        return ofSite && !pipeline.extractor().equals(CleanDocument.SOURCE)
                ? Optional.of(new SeenPage(
                        pipeline.site(), Period.of(known()), key(), article.headline(), article.articleBody()))
                : Optional.empty();
    }

    private String time() {
        Instant known = known();
        long sortable = known == null ? 0 : known.toEpochMilli() ^ Long.MIN_VALUE;
        return HexFormat.of().toHexDigits(sortable);
    }

    private Instant known() {
        Pipeline pipeline = article.pipeline();
        Instant known = EventTimes.instant(pipeline.fetched());
        if (known == null) {
            known = EventTimes.instant(article.dateModified());
        }
        if (known == null) {
            known = EventTimes.instant(article.datePublished());
        }
        return known;
    }
}
