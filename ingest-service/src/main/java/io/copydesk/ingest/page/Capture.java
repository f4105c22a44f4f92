package io.copydesk.ingest.page;

/** How a page was captured; decides the WARC record's type. */
public enum Capture {
    /** An HTTP exchange: there are a status and header fields ({@code response}). */
    RESPONSE,
    /** A document without an exchange, such as a file ({@code resource}). */
    RESOURCE
}
