package io.copydesk.extraction;

import io.copydesk.schemas.PageKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * Limits and layers of an {@link Extractor}. Immutable.
 *
 * @param maxBytes most bytes a document may have, after content decoding; more is rejected as
 *     {@link RejectionReason#TOO_LARGE}, never cut
 * @param maxDepth how deep elements may nest before the parser flattens them, so that a page of a million open tags
 *     costs no more than any other
 * @param maxTags most start tags a page may have; more is rejected as {@link RejectionReason#TOO_LARGE}
 * @param layers the layers that clean
 * @param keepKinds kinds of pages that are read although they are no articles, else {@link RejectionReason#NOT_AN_ARTICLE}
 * @param articleThreshold likelihood of an article, 0–1, below which a page is refused as {@link RejectionReason#NOT_AN_ARTICLE} when the model of
 *     kinds takes another kind for more likely; pages that are told by their words or as listings by their form are refused at any value
 */
public record ExtractorOptions(
        int maxBytes, int maxDepth, int maxTags, Set<Layer> layers, Set<PageKind> keepKinds, double articleThreshold) {

    /** Loses at most one article of two hundred, of all kinds of sites; {@code docs/cleaning.md} has what others lose and refuse. */
    public static final double ARTICLE_THRESHOLD = 0.05;

    /** 5 MiB, nesting and numbers of tags beyond any page made for readers (the worst page is read within 256 MiB of heap), and all layers. */
    public static final ExtractorOptions DEFAULT = new ExtractorOptions(
            5 * 1024 * 1024, 256, 500_000, EnumSet.allOf(Layer.class), Set.of(), ARTICLE_THRESHOLD);

    public ExtractorOptions {
        if (maxBytes < 1 || maxDepth < 16 || maxTags < 1) {
            throw new IllegalArgumentException("maxBytes and maxTags must be positive and maxDepth at least 16");
        }
        if (!(articleThreshold >= 0 && articleThreshold <= 1)) {
            throw new IllegalArgumentException("articleThreshold must be from 0 to 1");
        }
        layers = Set.copyOf(layers);
        keepKinds = Set.copyOf(keepKinds);
    }

    /** The same options with another {@code maxBytes}. */
    public ExtractorOptions withMaxBytes(int bytes) {
        return new ExtractorOptions(bytes, maxDepth, maxTags, layers, keepKinds, articleThreshold);
    }

    /** The same options without {@code layer}. */
    public ExtractorOptions without(Layer layer) {
        Set<Layer> others = EnumSet.allOf(Layer.class);
        others.retainAll(layers);
        others.remove(layer);
        return new ExtractorOptions(maxBytes, maxDepth, maxTags, others, keepKinds, articleThreshold);
    }

    /** The same options with other {@code keepKinds}. */
    public ExtractorOptions keeping(Set<PageKind> kinds) {
        return new ExtractorOptions(maxBytes, maxDepth, maxTags, layers, kinds, articleThreshold);
    }

    /** The same options with another {@code articleThreshold}. */
    public ExtractorOptions withArticleThreshold(double threshold) {
        return new ExtractorOptions(maxBytes, maxDepth, maxTags, layers, keepKinds, threshold);
    }
}
