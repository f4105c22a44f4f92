package io.copydesk.ingest.clean;

import io.copydesk.extraction.ExtractorOptions;
import io.copydesk.schemas.PageKind;
import java.util.List;
import java.util.Set;

/**
 * What the role {@code clean} extracts.
 *
 * @param keepKinds kinds of pages that are read although they are no articles, instead of becoming dead letters {@code not-an-article}
 * @param articleThreshold likelihood of an article, 0 to 1, below which a page is a dead letter {@code not-an-article}; 0.3 for news
 *     sites alone
 */
public record ExtractionSettings(List<PageKind> keepKinds, double articleThreshold) {

    public ExtractionSettings {
        if (!(articleThreshold >= 0 && articleThreshold <= 1)) {
            throw new IllegalArgumentException("article-threshold must be from 0 to 1");
        }
        keepKinds = List.copyOf(keepKinds);
    }

    /** Articles only. */
    public static ExtractionSettings defaults() {
        return new ExtractionSettings(List.of(), ExtractorOptions.ARTICLE_THRESHOLD);
    }

    /** The options of an extractor by these settings. */
    public ExtractorOptions options() {
        return ExtractorOptions.DEFAULT.keeping(Set.copyOf(keepKinds)).withArticleThreshold(articleThreshold);
    }
}
