package io.copydesk.ingest.frontier;

import io.copydesk.ingest.page.Site;
import java.util.regex.Pattern;

/** Recognises the front page of a site by its URL. Pure. */
final class FrontPages {

    /** The root, an index or home page there, and the root of a language or country. */
    private static final Pattern PATH = Pattern.compile(
            "/?|/(?:index|home|default)(?:\\.[a-z]{3,5})?/?|/[a-z]{2}(?:[-_][a-z]{2})?/?(?:index\\.[a-z]{3,5})?");

    private static final int ARTICLE_DIGITS = 4;

    private FrontPages() {}

    /** Whether {@code location} is the front page of the site that {@code url}, which is none, belongs to. */
    static boolean isOf(String location, String url) {
        return !isFrontPage(url) && isFrontPage(location) && Site.of(location).equals(Site.of(url));
    }

    private static boolean isFrontPage(String url) {
        int path = url.indexOf('/', url.indexOf("://") + 3);
        if (path < 0) {
            return true;
        }
        int query = url.indexOf('?', path);
        String bare = url.substring(path, query < 0 ? url.length() : query);
        return PATH.matcher(bare).matches() && (query < 0 || !namesArticle(url.substring(query)));
    }

    /** A query can name an article, as in {@code ?p=4711}, or give a reason, as in {@code ?error=404}. */
    private static boolean namesArticle(String query) {
        int digits = 0;
        for (int i = 0; i < query.length() && digits < ARTICLE_DIGITS; i++) {
            digits = Character.isDigit(query.charAt(i)) ? digits + 1 : 0;
        }
        return digits == ARTICLE_DIGITS;
    }
}
