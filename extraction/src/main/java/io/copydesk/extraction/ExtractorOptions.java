package io.copydesk.extraction;

/**
 * Limits of an {@link Extractor}. Immutable.
 *
 * @param maxBytes most bytes a document may have, after content decoding; more is rejected as
 *     {@link RejectionReason#TOO_LARGE}, never cut
 * @param maxDepth how deep elements may nest before the parser flattens them, so that a page of a million open tags
 *     costs no more than any other
 */
public record ExtractorOptions(int maxBytes, int maxDepth) {

    /** 5 MiB, and nesting beyond any page made for readers. */
    public static final ExtractorOptions DEFAULT = new ExtractorOptions(5 * 1024 * 1024, 256);

    public ExtractorOptions {
        if (maxBytes < 1 || maxDepth < 16) {
            throw new IllegalArgumentException("maxBytes must be positive and maxDepth at least 16");
        }
    }

    /** The same options with another {@code maxBytes}. */
    public ExtractorOptions withMaxBytes(int bytes) {
        return new ExtractorOptions(bytes, maxDepth);
    }
}
