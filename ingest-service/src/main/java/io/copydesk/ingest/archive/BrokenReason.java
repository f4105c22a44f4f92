package io.copydesk.ingest.archive;

import io.copydesk.ingest.page.PageResult;

/** Labels of what makes an input broken, beside those of {@link PageResult}. */
public final class BrokenReason {

    /** The gzip data end too soon. */
    public static final String TRUNCATED_GZIP = "truncated-gzip";
    /** The gzip data are damaged. */
    public static final String BAD_GZIP = "bad-gzip";
    /** Not a WARC record where one should be, or a record that is not as long as it says. */
    public static final String BAD_WARC = PageResult.BAD_WARC;
    /** A line that is no JSON object. */
    public static final String BAD_JSON = "bad-json";
    /** A JSON object that neither holds nor names a document. */
    public static final String NO_CONTENT = "no-content";
    /** A line longer than {@link ArchiveLimits#lineBytes()}. */
    public static final String LINE_TOO_LONG = "line-too-long";
    /** The file system refused. */
    public static final String UNREADABLE = "unreadable";
    /** A document larger than {@link ArchiveLimits#pageBytes()}. */
    public static final String TOO_LARGE = PageResult.TOO_LARGE;
    /** No bytes at all. */
    public static final String EMPTY = "empty";
    /** A file that was named, but is of no kind that can be read. */
    public static final String UNKNOWN_KIND = "unknown-kind";

    private BrokenReason() {}
}
