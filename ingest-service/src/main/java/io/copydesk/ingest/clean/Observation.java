package io.copydesk.ingest.clean;

import io.copydesk.ingest.boilerplate.Period;
import io.copydesk.ingest.boilerplate.SeenPage;
import io.copydesk.ingest.page.Site;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Pipeline;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
     * The place of this observation in its article's history, as text that sorts: by fetch time, never by arrival. An
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

    /** The page to learn the site's boilerplate from; empty for a local file and for a document that came clean. */
    Optional<SeenPage> seenPage() {
        Pipeline pipeline = article.pipeline();
        boolean ofSite = !pipeline.site().equals(Site.LOCAL);
        return ofSite && !pipeline.extractor().equals(CleanDocument.SOURCE)
                ? Optional.of(new SeenPage(
                        pipeline.site(),
                        Period.of(known()),
                        key(),
                        article.headline(),
                        article.articleBody(),
                        List.of()))
                : Optional.empty();
    }

    /** When it was observed, as text that sorts. */
    String time() {
        Instant known = known();
        return known == null ? HexFormat.of().toHexDigits(0L) : sortable(known);
    }

    /** An instant as text that sorts. */
    static String sortable(Instant at) {
        return HexFormat.of().toHexDigits(at.toEpochMilli() ^ Long.MIN_VALUE);
    }

    private @Nullable Instant known() {
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
