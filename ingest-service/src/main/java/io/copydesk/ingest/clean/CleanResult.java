package io.copydesk.ingest.clean;

import io.copydesk.schemas.Article;

/** What became of a page: a clean article, or a reason why there is none. */
public sealed interface CleanResult {

    /** A clean article; its version number is not known yet and stands at 1. */
    record Cleaned(Article article) implements CleanResult {}

    /**
     * No article.
     *
     * @param reason kebab-case label of dead letters and metrics
     * @param detail one sentence for people
     */
    record Refused(String reason, String detail) implements CleanResult {}
}
