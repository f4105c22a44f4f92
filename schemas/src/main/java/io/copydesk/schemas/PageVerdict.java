package io.copydesk.schemas;

import org.jspecify.annotations.Nullable;

/**
 * What became of a page that was to be an article.
 *
 * @param article whether it gave one
 * @param reason why it did not, as in dead letters; {@code null} when it did
 * @param notice what the page says in place of an article that was withdrawn or is not there any more, its first 300 characters;
 *     {@code null} when it says nothing of the kind
 */
public record PageVerdict(
        boolean article, @Nullable String reason, @Nullable String notice) {

    /** The reason of a page that says that its article was withdrawn. */
    public static final String WITHDRAWN = "withdrawn";

    /** The reason of a page that says that its article is not there any more. */
    public static final String GONE = "gone";

    /** The page gave an article. */
    public static final PageVerdict ARTICLE = new PageVerdict(true, null, null);

    /** The page gave none. */
    public static PageVerdict refused(String reason) {
        return new PageVerdict(false, reason, null);
    }
}
