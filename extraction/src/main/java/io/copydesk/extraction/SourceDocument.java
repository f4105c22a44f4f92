package io.copydesk.extraction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One document to extract an article from, as received.
 *
 * @param url absolute URL it was fetched from, {@code null} when it has none (a bare text file)
 * @param mediaType media type without parameters, lower case ({@code text/html}, {@code text/plain}); {@code null} lets
 *     the content decide
 * @param charset charset named by HTTP, {@code null} when none was
 * @param body the bytes, after content decoding
 * @param fetched when it was fetched, {@code null} when unknown; dates later than this are ignored
 */
public record SourceDocument(
        @Nullable String url,
        @Nullable String mediaType,
        @Nullable String charset,
        byte[] body,
        @Nullable Instant fetched) {}
