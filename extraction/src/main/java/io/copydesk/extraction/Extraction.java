package io.copydesk.extraction;

/** What became of a document: an article, or a reason why there is none. */
public sealed interface Extraction {

    /** There is an article. */
    record Extracted(ExtractedArticle article) implements Extraction {}

    /**
     * There is none.
     *
     * @param reason why, the label of dead letters and metrics
     * @param detail one sentence for people
     */
    record Rejected(RejectionReason reason, String detail) implements Extraction {}
}
