package io.copydesk.extraction.metadata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The URL that a page declares as its own. It is ignored when it cannot be: on a host that shares less than two labels with the page's, or the home
 * page for an inner page. Whether both are one site by the public suffix list is for the caller to check, who has that list.
 */
final class CanonicalUrl {

    private CanonicalUrl() {}

    /** The plausible canonical URL, absolute, without fragment; {@code null} when there is none. */
    static @Nullable String of(PageElements page, MetaTags meta, @Nullable String url) {
        Element link = page.links().stream()
                .filter(each -> each.attr("rel").equalsIgnoreCase("canonical") && each.hasAttr("href"))
                .findFirst()
                .orElse(null);
        String declared = link == null ? meta.first("og:url") : link.attr("href");
        if (declared == null || declared.isBlank()) {
            return null;
        }
        URI base = parse(url);
        URI own = parse(declared.strip());
        if (own == null) {
            return null;
        }
        if (base != null) {
            own = base.resolve(own);
        }
        if (own.getHost() == null || own.getScheme() == null || !own.getScheme().startsWith("http")) {
            return null;
        }
        if (base != null && base.getHost() != null) {
            boolean foreign = areForeign(own.getHost(), base.getHost());
            boolean home = isHome(own) && !isHome(base);
            if (foreign || home) {
                return null;
            }
        }
        String text = own.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? text : text.substring(0, fragment);
    }

    /** {@code url} without scheme, {@code www.}, query, fragment and last slash; the empty string for {@code null}. */
    static String comparable(@Nullable String url) {
        if (url == null) {
            return "";
        }
        String s = url.strip();
        int scheme = s.indexOf("://");
        s = scheme >= 0 ? s.substring(scheme + 3) : s;
        int end = s.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = s.indexOf(mark);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        s = s.substring(0, end);
        s = s.startsWith("www.") ? s.substring(4) : s;
        return s.endsWith("/") ? s.substring(0, s.length() - 1) : s;
    }

    /**
     * Whether two hosts are on different sites under any list of public suffixes: a site's hosts share at least their last two labels. Hosts that
     * do may still be of two sites, such as {@code a.co.uk} and {@code b.co.uk}.
     */
    static boolean areForeign(String host, String other) {
        return !lastTwoLabels(host).equals(lastTwoLabels(other));
    }

    private static String lastTwoLabels(String host) {
        int dot = host.lastIndexOf('.', host.lastIndexOf('.') - 1);
        return host.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isHome(URI uri) {
        String path = uri.getPath();
        return (path == null || path.isEmpty() || path.equals("/")) && uri.getQuery() == null;
    }

    private static @Nullable URI parse(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            return new URI(url.replace(" ", "%20").replace("|", "%7C"));
        } catch (URISyntaxException ignored) {
            return null;
        }
    }
}
