package io.copydesk.extraction.metadata;

import io.copydesk.schemas.LowerCase;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The URL that a page declares as its own. It is ignored when it cannot be: on a host that shares less than two labels with the page's, the home page
 * for an inner page, or a section for an article in it; the next one that it declares is taken then. Whether both are one site by the public suffix
 * list is for the caller to check, who has that list.
 */
final class CanonicalUrl {

    private static final Pattern HOME = Pattern.compile("/?(?:(?:index|default|home)\\.[a-z]{2,5})?");

    /** What only names of articles have: three words or more, a number that identifies something, or a file. */
    private static final Pattern ARTICLE =
            Pattern.compile("[-_][^-_]++[-_]|[0-9]{5}|\\.[a-z]{3,5}$|^[^\\x00-\\x7f]{6}");

    private CanonicalUrl() {}

    /** The first plausible canonical URL, absolute, without fragment; {@code null} when there is none. */
    static @Nullable String of(PageElements page, MetaTags meta, @Nullable String url) {
        URI base = parse(url);
        Stream<String> links = page.links().stream()
                .filter(each -> each.attr("rel").strip().equalsIgnoreCase("canonical"))
                .map(each -> each.attr("href"));
        return Stream.concat(links, Stream.ofNullable(meta.first("og:url")))
                .filter(declared -> !declared.isBlank())
                .map(declared -> absolute(declared.strip(), base))
                .filter(Objects::nonNull)
                .filter(own -> isPlausible(own, base))
                .map(own -> withoutFragment(own.toString()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable URI absolute(String declared, @Nullable URI base) {
        if (base == null || base.getHost() == null) {
            return parse(declared);
        }
        // What begins with the host lacks the scheme; it is no folder.
        boolean whole =
                (comparable(declared) + "/").startsWith(comparable(base.getHost()) + "/") && !declared.contains("://");
        URI own = parse(whole ? base.getScheme() + "://" + declared : declared);
        return own == null ? null : base.resolve(own);
    }

    private static boolean isPlausible(URI own, @Nullable URI base) {
        if (own.getHost() == null || own.getScheme() == null || !own.getScheme().startsWith("http")) {
            return false;
        }
        return base == null
                || base.getHost() == null
                || !areForeign(own.getHost(), base.getHost())
                        && !(isHome(own) && !isHome(base))
                        && !isSection(own, base);
    }

    private static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
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
        return LowerCase.of(host.substring(dot + 1));
    }

    private static boolean isHome(URI uri) {
        String path = uri.getPath();
        return (path == null || HOME.matcher(path).matches()) && uri.getQuery() == null;
    }

    /** Whether {@code own} is a folder that has a page of its own name, and {@code base} an article in it: not another form of it, such as its second part. */
    private static boolean isSection(URI own, URI base) {
        String folder = withoutLastSlash(own.getPath());
        String page = withoutLastSlash(base.getPath());
        return own.getQuery() == null
                && page.startsWith(folder + "/")
                && !isNameOfArticle(lastSegment(folder))
                && isNameOfArticle(lastSegment(page));
    }

    private static boolean isNameOfArticle(String segment) {
        return ARTICLE.matcher(segment).find();
    }

    private static String withoutLastSlash(@Nullable String path) {
        String known = path == null ? "" : path;
        return known.endsWith("/") ? known.substring(0, known.length() - 1) : known;
    }

    private static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
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
