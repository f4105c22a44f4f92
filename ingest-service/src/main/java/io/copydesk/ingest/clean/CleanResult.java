package io.copydesk.ingest.clean;

import io.copydesk.schemas.Article;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The result of cleaning a page: an article, or the reason why there is none. */
public sealed interface CleanResult {

    /** One case for each kind of result. */
    <T> T fold(Function<Cleaned, T> cleaned, Function<Refused, T> refused);

    /**
     * A clean article.
     *
     * @param article its version number is not known yet and is 1
     * @param url of the page, from which the article's URL may differ; {@code null} when it has none, or came clean
     * @param places for each paragraph of the text where it stands on the pages of its site, see {@link
     *     io.copydesk.extraction.ExtractedArticle#places}; empty when that is not known
     */
    record Cleaned(Article article, @Nullable String url, List<Integer> places) implements CleanResult, SiteEvent {

        public Cleaned {
            places = List.copyOf(places);
        }

        /** An article that did not come from a page of the web. */
        Cleaned(Article article, List<Integer> places) {
            this(article, null, places);
        }

        /** The id that the article has if its URL is that of the page. */
        String page() {
            return url == null
                    ? article.id()
                    : ArticleIds.of(url, article.pipeline().inputId());
        }

        @Override
        public <T> T fold(Function<Cleaned, T> cleaned, Function<Refused, T> refused) {
            return cleaned.apply(this);
        }

        @Override
        public void tell(SiteEvent.Cases cases) {
            cases.cleaned(this);
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
