package io.copydesk.ingest.link;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From an address to the identity of the page there: the variants of a page that publishers serve (mobile, AMP, with tracking
 * parameters) have the same one.
 */
final class Identity {

    private static final Set<String> VARIANT_LABELS = Set.of("m", "mobile", "amp");
    private static final String AMP_CACHE = "cdn.ampproject.org";

    private static final Pattern SLASHES = Pattern.compile("/{2,}+");

    /** The file that a server gives for its folder. */
    private static final Pattern INDEX = Pattern.compile("(?i)/(?:index\\.(?:html?|php|aspx?|jsp)|default\\.aspx?)$");

    /** A session's id as a parameter of a path segment. */
    private static final Pattern SESSION = Pattern.compile("(?i);(?:jsessionid|phpsessid)=[^/;]*+");

    /** One as a parameter of a query. Others of these names are numbers of stories. */
    private static final Pattern SESSION_PARAMETER = Pattern.compile(
            "(?i)(?:sid|sess|sessid|session|sessionid|session_id)=(?=[^&]*[0-9])(?=[^&]*[a-z])[0-9a-z]{16,}");

    private Identity() {}

    /**
     * Applies all rules until none changes anything: the result of one may be the input of another. This ends, since each rule
     * shortens the URL, changes http to https or normalises escapes.
     */
    static WebUrl of(WebUrl address) {
        WebUrl page = address;
        WebUrl next = simpler(page);
        while (!next.equals(page)) {
            page = next;
            next = simpler(page);
        }
        return page;
    }

    private static WebUrl simpler(WebUrl url) {
        WebUrl page = behindAmpCache(url).orElse(url);
        String scheme = page.port() < 0 ? "https" : page.scheme();
        return new WebUrl(
                scheme, host(page.host()), page.port(), path(Percent.normal(page.path())), query(page.query()));
    }

    /** The page of which an AMP cache or a search engine's AMP viewer serves a copy. */
    private static Optional<WebUrl> behindAmpCache(WebUrl url) {
        String path = url.path();
        String rest;
        if (url.host().equals(AMP_CACHE) || url.host().endsWith("." + AMP_CACHE)) {
            rest = path.length() > 3 && path.charAt(2) == '/' ? path.substring(3) : ""; // /c/ a page, /v/ in a viewer
        } else if (url.host().startsWith("www.google.") && path.startsWith("/amp/")) {
            rest = path.substring(5);
        } else {
            return Optional.empty();
        }
        boolean secure = rest.startsWith("s/");
        String target = (secure ? "https://" + rest.substring(2) : "http://" + rest)
                + (url.query() == null ? "" : "?" + url.query());
        boolean named = rest.indexOf('.') > 0;
        Optional<WebUrl> page = WebUrl.parse(target, null).fold(Optional::of, bad -> Optional.empty());
        return page.filter(parsed -> named && parsed.host().indexOf('.') > 0);
    }

    private static String host(String spelled) {
        String host = Host.withoutLastDot(spelled);
        Optional<String> domain = Host.registrableDomain(host);
        if (domain.isEmpty() || domain.get().equals(host)) {
            return host;
        }
        String labels = host.substring(0, host.length() - domain.get().length() - 1);
        String kept = Arrays.stream(labels.split("\\."))
                .filter(label -> !VARIANT_LABELS.contains(label))
                .collect(Collectors.joining("."));
        while (kept.equals("www") || kept.startsWith("www.")) {
            kept = kept.equals("www") ? "" : kept.substring(4);
        }
        return kept.isEmpty() ? domain.get() : kept + "." + domain.get();
    }

    private static String path(String path) {
        String kept = SLASHES.matcher(SESSION.matcher(path).replaceAll("")).replaceAll("/");
        String before;
        do {
            before = kept;
            kept = withoutEnd(withoutEnd(INDEX.matcher(kept).replaceFirst("/"), "/"), "/amp");
            // After a dot or a slash it is a name of its own, and "/..amp" would become a dot segment.
            int dot = kept.endsWith(".amp") ? kept.length() - 4 : -1;
            if (dot > 0 && kept.charAt(dot - 1) != '.' && kept.charAt(dot - 1) != '/') {
                kept = kept.substring(0, dot);
            }
            if (kept.endsWith(".amp.html")) {
                kept = kept.substring(0, kept.length() - 9) + ".html";
            }
            if (kept.startsWith("/amp/")) {
                kept = kept.substring(4);
            }
        } while (!kept.equals(before));
        return kept.isEmpty() ? "/" : kept;
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static String withoutEnd(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }

    /** The query without tracking parameters, by name; those of one name stay in their order, which may be significant. */
    private static @Nullable String query(@Nullable String query) {
        if (query == null) {
            return null;
        }
        // An ampersand that was escaped twice in its page begins a parameter, too.
        String kept = Arrays.stream(Percent.normal(query).replace("&amp;", "&").split("&"))
                .filter(parameter -> !parameter.isEmpty() && !TrackingParameters.isOne(parameter))
                .filter(parameter -> !SESSION_PARAMETER.matcher(parameter).matches())
                .sorted(Comparator.comparing(Identity::name))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? null : kept;
    }
}
