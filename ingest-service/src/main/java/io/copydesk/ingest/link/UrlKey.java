package io.copydesk.ingest.link;

/**
 * What a link leads to: an address that can be fetched and an identity, or a reason why it is not followed.
 *
 * <pre>{@code
 * UrlKey.of("HTTP://m.Harbour.example:80/a/../ferry/?utm_source=x#top")
 * // Key[url=http://m.harbour.example/ferry/?utm_source=x, key=https://harbour.example/ferry]
 * }</pre>
 *
 * <p>The address is that of the WHATWG URL standard without user name and fragment. The key goes further: escapes
 * in one spelling (RFC 3986 §6.2.2), no empty query, no dot at the end of the host. Both are fixed points: the key of a
 * key is itself. Never throws; pure, safe for any thread.
 *
 * @see <a href="https://url.spec.whatwg.org/">URL standard</a>
 */
public sealed interface UrlKey {

    /** The longest URL that is looked at, in characters. */
    int MAX_LENGTH = 8192;

    /**
     * A page on the web.
     *
     * @param url the address as the standard spells it, to fetch from
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
