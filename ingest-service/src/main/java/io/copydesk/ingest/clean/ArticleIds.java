package io.copydesk.ingest.clean;

import io.copydesk.ingest.link.UrlKey;
import io.copydesk.schemas.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * An article's identity: a digest of its URL's key, so that tracking parameters, mobile and AMP variants are one article
 * and every run gives the same id.
 */
final class ArticleIds {

    private static final String SCHEME = "urn:copydesk:article:";
    private static final int LENGTH = 32;

    private ArticleIds() {}

    /**
     * The id of the article at {@code url}. A URL that is refused (a file's, say) is used as written; without one the
     * input itself is the identity.
     */
    static String of(@Nullable String url, String inputId) {
        if (url == null) {
            return id("input " + inputId);
        }
        return id(UrlKey.of(url) instanceof UrlKey.Key known ? known.key() : url);
    }

    private static String id(String key) {
        return SCHEME + Sha256.hex(key).substring(0, LENGTH);
    }
}
