package io.copydesk.ingest.link;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The target of a link: an address to fetch with the identity of the page there, or the reason why it is not followed. A link through a search engine,
 * an alert or a network has the target of the address within it.
 *
 * <pre>{@code
 * UrlKey.of("HTTP://m.Harbour.example:80/a/../ferry/?utm_source=x#top")
 * // Key[url=http://m.harbour.example/ferry/?utm_source=x, key=https://harbour.example/ferry]
 * }</pre>
 *
 * <p>The address is the serialisation of the WHATWG URL standard without user name and fragment. The key is normalised further: escapes
 * in one spelling (RFC 3986 §6.2.2), parameters in the order of their names, no empty query, no dot at the end of the host. Both are
 * fixed points: the key of a key is itself.
 * Never throws; pure, safe for any thread.
 *
 * @see <a href="https://url.spec.whatwg.org/">URL standard</a>
 */
public sealed interface UrlKey {

    /** The length limit of a URL, in UTF-16 code units. */
    int MAX_LENGTH = 8192;

    /** One case for each kind of target: the key, or the reason of the refusal. */
    <T extends @Nullable Object> T fold(Function<Key, T> key, Function<String, T> refused);

    /**
     * A page on the web.
     *
     * @param url the address as the standard serialises it, to fetch from
     * @param key the identity, a URL as well, for comparison only: scheme, {@code www.}, mobile and AMP variants, an index file,
     *     repeated slashes, a last slash, sessions, the order of parameters and tracking parameters make no difference
     */
    record Key(String url, String key) implements UrlKey {
        @Override
        public <T extends @Nullable Object> T fold(Function<Key, T> key, Function<String, T> refused) {
            return key.apply(this);
        }
    }

    /**
     * No page on the web.
     *
     * @param reason {@code empty}, {@code too-long}, {@code relative}, {@code scheme}, {@code host} or {@code port}
     */
    record Refused(String reason) implements UrlKey {
        @Override
        public <T extends @Nullable Object> T fold(Function<Key, T> key, Function<String, T> refused) {
            return refused.apply(reason);
        }
    }

    /** An address without the margins of its lines and the breaks between them, as programs break long addresses and indent what follows. */
    static String unbroken(String address) {
        return address.lines().map(String::strip).collect(Collectors.joining());
    }

    /** The target of an absolute URL. */
    static UrlKey of(@Nullable String url) {
        return of(WebUrl.parse(url, null));
    }

    /** The target of a link in the document at {@code base}; when that is not a web address, only absolute links have one. */
    static UrlKey resolve(@Nullable String base, @Nullable String url) {
        return WebUrl.parse(base, null).fold(document -> of(WebUrl.parse(url, document)), unusable -> of(url));
    }

    private static UrlKey of(WebUrl.Result result) {
        return result.fold(
                link -> {
                    WebUrl url = RedirectLinks.target(link);
                    return new Key(url.toString(), Identity.of(url).toString());
                },
                Refused::new);
    }
}
