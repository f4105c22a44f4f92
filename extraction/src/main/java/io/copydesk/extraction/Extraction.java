package io.copydesk.extraction;

import java.util.function.Function;

/** The result of extracting from one document: an article, or the reason why there is none. */
public sealed interface Extraction {

    /** The value of the function for this variant. A variant that is added later is a parameter that every caller has to give. */
    <T> T fold(Function<? super Extracted, ? extends T> extracted, Function<? super Rejected, ? extends T> rejected);

    /** An article was found. */
    record Extracted(ExtractedArticle article) implements Extraction {

        @Override
        public <T> T fold(
                Function<? super Extracted, ? extends T> extracted, Function<? super Rejected, ? extends T> rejected) {
            return extracted.apply(this);
        }
    }

    /**
     * No article was found.
     *
     * @param reason the label of dead letters and metrics
     * @param detail one sentence for people
     */
    record Rejected(RejectionReason reason, String detail) implements Extraction {

        @Override
        public <T> T fold(
                Function<? super Extracted, ? extends T> extracted, Function<? super Rejected, ? extends T> rejected) {
            return rejected.apply(this);
        }
    }
}
