package io.copydesk.ingest.page;

import io.copydesk.ingest.link.Host;
import io.copydesk.ingest.link.UrlKey;
import org.jspecify.annotations.Nullable;

/**
 * The site a URL belongs to: its registrable domain by the public suffix list, the unit that pages are partitioned by.
 *
 * <p>Hosts under a shared suffix such as {@code github.io} are sites of their own. Never throws.
 *
 * @see <a href="https://publicsuffix.org/">publicsuffix.org</a>
 */
public final class Site {

    /** The site of files and of documents without URL. */
    public static final String LOCAL = "local";

    private Site() {}

    /**
     * The registrable domain of the URL's host in lower-case ASCII; the host itself when it has none (an IP address,
     * {@code localhost}, a bare public suffix); {@link #LOCAL} without a host.
     */
    public static String of(@Nullable String url) {
        return UrlKey.of(url) instanceof UrlKey.Key key ? ofHost(host(key.url())) : LOCAL;
    }

    private static String ofHost(String host) {
        return Host.registrableDomain(host).orElseGet(() -> Host.withoutLastDot(host));
    }

    /** The host of a normalised URL. */
    private static String host(String url) {
        int from = url.indexOf("://") + 3;
        String authority = url.substring(from, url.indexOf('/', from));
        int colon = authority.indexOf(':', Math.max(0, authority.indexOf(']')));
        return colon < 0 ? authority : authority.substring(0, colon);
    }
}
