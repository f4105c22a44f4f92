package io.copydesk.ingest.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document as received, ready for cleaning. Immutable by convention: its arrays are not written to.
 *
 * @param inputId the input it is; unique in a run
 * @param url where it was fetched from, {@code file:///…} for files, {@code null} when it has none
 * @param fetched when it was fetched, {@code null} when unknown
 * @param capture whether there was an HTTP exchange
 * @param status the HTTP status, 200 for {@link Capture#RESOURCE}
 * @param headers header fields as received, in their order; empty for {@link Capture#RESOURCE}
 * @param mediaType without parameters, lower case ({@code text/html})
 * @param charset as declared with the media type, {@code null} when none was
 * @param body the document's bytes after transfer and content decoding
 * @param original the record it was read from, {@code null} when it was not read from one
 */
public record Page(
        String inputId,
        @Nullable String url,
        @Nullable Instant fetched,
        Capture capture,
        int status,
        List<Header> headers,
        String mediaType,
        @Nullable String charset,
        byte[] body,
        @Nullable Original original) {

    public Page {
        headers = List.copyOf(headers);
    }

    /** A page that was not read from a WARC record. */
    public Page(
            String inputId,
            @Nullable String url,
            @Nullable Instant fetched,
            Capture capture,
            int status,
            List<Header> headers,
            String mediaType,
            @Nullable String charset,
            byte[] body) {
        this(inputId, url, fetched, capture, status, headers, mediaType, charset, body, null);
    }

    /** A document without an HTTP exchange. */
    public static Page resource(
            String inputId,
            @Nullable String url,
            @Nullable Instant fetched,
            String mediaType,
            @Nullable String charset,
            byte[] body) {
        return new Page(inputId, url, fetched, Capture.RESOURCE, 200, List.of(), mediaType, charset, body, null);
    }

    /**
     * A page as it came over HTTP.
     *
     * @param asReceived the body with its content coding, the transfer coding undone: what its record will hold
     * @param decoded the same without content coding
     */
    public static Page received(
            String inputId,
            String url,
            Instant fetched,
            int status,
            List<Header> headers,
            byte[] asReceived,
            byte[] decoded) {
        String declared = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(Header::value)
                .findFirst()
                .orElse(null);
        ContentType type = ContentType.parse(declared).orSniffed(decoded);
        Original original = RecordWriter.received(inputId, url, fetched, status, headers, asReceived);
        return new Page(
                inputId,
                url,
                fetched,
                Capture.RESPONSE,
                status,
                headers,
                type.mediaType(),
                type.charset(),
                decoded,
                original);
    }

    /** The same page as another input. */
    public Page withInputId(String other) {
        return new Page(other, url, fetched, capture, status, headers, mediaType, charset, body, original);
    }

    /**
     * What a WARC record held, kept so that the page is written back as it was captured.
     *
     * @param recordId its {@code WARC-Record-ID} without angle brackets
     * @param block its block, byte for byte: for {@link Capture#RESPONSE} the HTTP head and the body as received
     */
    public record Original(String recordId, byte[] block) {}
}
