package io.copydesk.ingest.page;

/** Why a record's bytes give no page. */
public enum UndecodableReason {
    /** No WARC record, or a damaged one. */
    BAD_WARC("bad-warc"),
    /** A sound record of a type that never holds a page. */
    NOT_A_PAGE("not-a-page"),
    /** A response record whose block is no HTTP response. */
    BAD_HTTP("bad-http"),
    /** The body's content coding is unknown, or its data are damaged. */
    CONTENT_ENCODING("content-encoding"),
    /** The decoded body is larger than the limit. */
    TOO_LARGE("too-large"),
    /** The record's {@code WARC-Truncated} field says that its block was cut when it was captured, or it holds a segment or a partial response (206) of a document. */
    TRUNCATED("truncated");

    private final String label;

    UndecodableReason(String label) {
        this.label = label;
    }

    /** The label of dead letters and the ledger. */
    public String label() {
        return label;
    }
}
