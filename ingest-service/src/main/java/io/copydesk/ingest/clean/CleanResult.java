package io.copydesk.ingest.clean;

import io.copydesk.schemas.Article;
import java.util.List;
import java.util.function.Function;

/** The result of cleaning a page: an article, or the reason why there is none. */
public sealed interface CleanResult {

    /** One case for each kind of result. */
    <T> T fold(Function<Cleaned, T> cleaned, Function<Refused, T> refused);

    /**
     * A clean article.
     *
     * @param article its version number is not known yet and is 1
     * @param places for each paragraph of the text where it stands on the pages of its site, see {@link
     *     io.copydesk.extraction.ExtractedArticle#places}; empty when that is not known
     */
    record Cleaned(Article article, List<Integer> places) implements CleanResult {

        public Cleaned {
            places = List.copyOf(places);
        }

        @Override
        public <T> T fold(Function<Cleaned, T> cleaned, Function<Refused, T> refused) {
            return cleaned.apply(this);
        }
    }

    /**
     * No article.
     *
     * @param reason kebab-case label of dead letters and the ledger; {@link
     *     io.copydesk.extraction.RejectionReason#label()} when the extraction refused
     * @param detail one sentence for people
     */
    record Refused(String reason, String detail) implements CleanResult {
        @Override
        public <T> T fold(Function<Cleaned, T> cleaned, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }
}
