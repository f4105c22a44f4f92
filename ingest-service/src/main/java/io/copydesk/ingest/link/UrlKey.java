package io.copydesk.ingest.link;

/**
 * What a link leads to: an address that can be fetched and an identity, or a reason why it is not followed.
 *
 * <pre>{@code
 * UrlKey.of("HTTP://m.Harbour.example:80/a/../ferry/?utm_source=x#top")
 * // Key[url=http://m.harbour.example/ferry/?utm_source=x, key=https://harbour.example/ferry]
 * }</pre>
 *
 * <p>Parsing follows the WHATWG URL standard for http and https; in addition, percent-encoded unreserved characters
 * are decoded (RFC 3986 §6.2.2.2), a stray percent sign is encoded, user names, fragments and empty queries are
 * dropped. Both forms are fixed points: the key of a key is itself. Never throws; pure, safe for any thread.
 *
 * @see <a href="https://url.spec.whatwg.org/">URL standard</a>
 */
public sealed interface UrlKey {

    /** The longest URL that is looked at, in characters. */
    int MAX_LENGTH = 8192;

    /**
     * A page on the web.
     *
     * @param url the normalised address, to fetch from
     * @param key the identity, a URL as well: scheme, {@code www.}, mobile and AMP variants, a last slash and
     *     tracking parameters make no difference. Not meant to be fetched
     */
    record Key(String url, String key) implements UrlKey {}

    /**
     * No page on the web.
     *
     * @param reason {@code empty}, {@code too-long}, {@code relative}, {@code scheme}, {@code host} or {@code port}
     */
    record Refused(String reason) implements UrlKey {}

    /** The identity of an absolute URL. */
    static UrlKey of(String url) {
        return of(WebUrl.parse(url, null));
    }

    /** The identity of a link found in the document at {@code base}. */
    static UrlKey resolve(String base, String url) {
        return WebUrl.parse(base, null) instanceof WebUrl.Parsed document
                ? of(WebUrl.parse(url, document.url()))
                : of(url);
    }

    private static UrlKey of(WebUrl.Result result) {
        if (result instanceof WebUrl.Parsed parsed) {
            return new Key(parsed.url().toString(), Identity.of(parsed.url()).toString());
        }
        return new Refused(((WebUrl.Bad) result).reason());
    }
}
