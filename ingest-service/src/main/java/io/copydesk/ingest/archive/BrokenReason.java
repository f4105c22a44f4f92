package io.copydesk.ingest.archive;

import io.copydesk.ingest.page.UndecodableReason;

/** Why an input of an archive cannot be read. */
public enum BrokenReason {
    /** The gzip data end too soon. */
    TRUNCATED_GZIP("truncated-gzip"),
    /** The gzip data are damaged. */
    BAD_GZIP("bad-gzip"),
    /** A line that is no JSON object. */
    BAD_JSON("bad-json"),
    /** A JSON object that neither holds nor names a document. */
    NO_CONTENT("no-content"),
    /** A line longer than {@link ArchiveLimits#lineBytes()}. */
    LINE_TOO_LONG("line-too-long"),
    /** The file system refused. */
    UNREADABLE("unreadable"),
    /** No bytes at all. */
    EMPTY("empty"),
    /** A file that was named, but is of no kind that can be read. */
    UNKNOWN_KIND("unknown-kind"),
    /** Not a WARC record where one should be, or a record that is not as long as it says. */
    BAD_WARC(UndecodableReason.BAD_WARC.label()),
    /** {@link UndecodableReason#NOT_A_PAGE}. */
    NOT_A_PAGE(UndecodableReason.NOT_A_PAGE.label()),
    /** {@link UndecodableReason#BAD_HTTP}. */
    BAD_HTTP(UndecodableReason.BAD_HTTP.label()),
    /** {@link UndecodableReason#CONTENT_ENCODING}. */
    CONTENT_ENCODING(UndecodableReason.CONTENT_ENCODING.label()),
    /** A document larger than {@link ArchiveLimits#pageBytes()}. */
    TOO_LARGE(UndecodableReason.TOO_LARGE.label()),
    /** {@link UndecodableReason#TRUNCATED}. */
    TRUNCATED(UndecodableReason.TRUNCATED.label());

    private final String label;

    BrokenReason(String label) {
        this.label = label;
    }

    /** The label of dead letters and the ledger. */
    public String label() {
        return label;
    }

    static BrokenReason of(UndecodableReason reason) {
        return switch (reason) {
            case BAD_WARC -> BAD_WARC;
            case NOT_A_PAGE -> NOT_A_PAGE;
            case BAD_HTTP -> BAD_HTTP;
            case CONTENT_ENCODING -> CONTENT_ENCODING;
            case TOO_LARGE -> TOO_LARGE;
            case TRUNCATED -> TRUNCATED;
        };
    }
}
