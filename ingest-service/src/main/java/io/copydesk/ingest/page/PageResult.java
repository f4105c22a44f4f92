package io.copydesk.ingest.page;

/** What became of a record's bytes: a page, or a reason why there is none. */
public sealed interface PageResult {

    /** The record holds a page. */
    record Decoded(Page page) implements PageResult {}

    /**
     * It holds none.
     *
     * @param reason one of this interface's constants: the label of dead letters and metrics
     * @param detail one sentence for people
     */
    record Undecodable(String reason, String detail) implements PageResult {}

    /** No WARC record, or a damaged one. */
    String BAD_WARC = "bad-warc";
    /** A sound record of a type that never holds a page. */
    String NOT_A_PAGE = "not-a-page";
    /** A response record whose block is no HTTP response. */
    String BAD_HTTP = "bad-http";
    /** The body's content coding is unknown, or its data are damaged. */
    String CONTENT_ENCODING = "content-encoding";
    /** The decoded body is larger than the limit. */
    String TOO_LARGE = "too-large";
    /** The record says of itself that its block was cut. */
    String TRUNCATED = "truncated";
}
