package io.copydesk.extraction.metadata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The URL a page calls its own, believed only when it could be: on the same site, and not the home page for an inner page. */
final class CanonicalUrl {

    /** Second-level labels under which names are registered; enough to tell one site from another without a list of all suffixes. */
    private static final Set<String> SECOND_LEVEL =
            Set.of("co", "com", "org", "net", "gov", "edu", "ac", "gob", "gouv", "or", "ne", "go", "nom", "web");

    private CanonicalUrl() {}

    /** The trusted canonical URL, absolute, without fragment; {@code null} when there is none. */
    static String of(PageElements page, MetaTags meta, String url) {
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
            boolean foreign = !site(own.getHost()).equals(site(base.getHost()));
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
    static String comparable(String url) {
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

    /** The registrable part of a host name, as near as it can be told without the public suffix list. */
    static String site(String host) {
        String[] labels = host.toLowerCase(Locale.ROOT).split("\\.");
        int n = labels.length;
        if (n <= 2) {
            return host.toLowerCase(Locale.ROOT);
        }
        boolean deep = labels[n - 1].length() == 2 && SECOND_LEVEL.contains(labels[n - 2]);
        return (deep ? labels[n - 3] + "." : "") + labels[n - 2] + "." + labels[n - 1];
    }

    private static boolean isHome(URI uri) {
        String path = uri.getPath();
        return (path == null || path.isEmpty() || path.equals("/")) && uri.getQuery() == null;
    }

    private static URI parse(String url) {
        if (url == null) {
            return null;
        }
        try {
            return new URI(url.replace(" ", "%20").replace("|", "%7C"));
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
