package io.copydesk.ingest.discovery;

import io.copydesk.extraction.charset.TextDecoder;
import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.ingest.discovery.FeedCandidate.Source;
import io.copydesk.ingest.link.FeedScheme;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.Utf16;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds a site's feeds. Pure, safe for any thread, never throws.
 *
 * <pre>{@code
 * for (FeedCandidate candidate : Discovery.feedsOf(page, "https://harbour.example/")) …
 * }</pre>
 */
public final class Discovery {

    /** The most candidates of a page; the least likely ones are dropped. */
    static final int MAX_CANDIDATES = 100;

    private static final int MAX_BYTES = 5 * 1024 * 1024;
    private static final int MAX_LINKS = 20_000;
    private static final int MAX_TITLE = 200;
    private static final List<String> PATHS = ResourceLines.of(Discovery.class, "common-paths.txt");

    private Discovery() {}

    /**
     * The feeds that a page links to: declared ones, then links that look like feeds; feeds of comments last.
     *
     * @param html the page as it was fetched
     * @param url where it was fetched from, the base of relative links; {@code null} when unknown
     */
    public static List<FeedCandidate> feedsOf(byte[] html, @Nullable String url) {
        if (html.length > MAX_BYTES) {
            return List.of();
        }
        return feedsOf(Jsoup.parse(TextDecoder.decode(html, null), url == null ? "" : url), url);
    }

    /** Like {@link #feedsOf(byte[], String)}, for a parsed page. */
    public static List<FeedCandidate> feedsOf(Document html, @Nullable String url) {
        Element base = html.selectFirst("base[href]");
        String start =
                base != null && UrlKey.resolve(url, base.attr("href")) instanceof UrlKey.Key key ? key.url() : url;
        Map<String, FeedCandidate> found = new LinkedHashMap<>();
        for (Element link : links(html)) {
            FeedCandidate candidate = candidate(link, start);
            if (candidate != null) {
                found.merge(identity(candidate.url()), candidate, Discovery::likelier);
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing(FeedCandidate::comments).thenComparing(FeedCandidate::source))
                .limit(MAX_CANDIDATES)
                .toList();
    }

    /**
     * The addresses where feeds commonly are on a site, likeliest first, for when its page links to none.
     *
     * @param siteUrl any page of the site; gives candidates in its folder as well as at the root. {@code null} gives none
     */
    public static List<FeedCandidate> commonPaths(@Nullable String siteUrl) {
        List<FeedCandidate> candidates = new ArrayList<>();
        for (String path : PATHS) {
            String below = path.substring(1);
            String folder = siteUrl == null || siteUrl.endsWith("/") ? below : "./" + below;
            for (String place : List.of(path, folder)) {
                if (UrlKey.resolve(siteUrl, place) instanceof UrlKey.Key key
                        && candidates.stream().noneMatch(each -> each.url().equals(key.url()))) {
                    candidates.add(new FeedCandidate(key.url(), null, Source.USUAL_PLACE, false));
                }
            }
        }
        return List.copyOf(candidates);
    }

    /** The first links of a page; what is in a template is none of them. */
    private static List<Element> links(Document html) {
        List<Element> links = new ArrayList<>();
        html.filter((node, depth) -> {
            if (node instanceof Element element && element.hasAttr("href")) {
                if (element.normalName().equals("link") || element.normalName().equals("a")) {
                    links.add(element);
                }
            }
            return links.size() >= MAX_LINKS
                    ? NodeFilter.FilterResult.STOP
                    : node.nodeName().equals("template")
                            ? NodeFilter.FilterResult.SKIP_CHILDREN
                            : NodeFilter.FilterResult.CONTINUE;
        });
        return links;
    }

    private static @Nullable FeedCandidate candidate(Element link, @Nullable String base) {
        String address = FeedScheme.toHttp(link.attr("href").strip());
        if (address.isEmpty()
                || address.startsWith("#")
                || !(UrlKey.resolve(base, address) instanceof UrlKey.Key key)) {
            return null;
        }
        boolean declaring = link.normalName().equals("link");
        Source source = declaring ? FeedSigns.declared(link) : FeedSigns.linked(link, key.url());
        if (source == null || source != Source.DECLARED && key.url().equals(base)) {
            return null;
        }
        String title =
                link.hasAttr("title") ? link.attr("title").strip() : link.text().strip();
        String kept = Utf16.prefix(Utf16.repaired(title), MAX_TITLE).strip();
        return new FeedCandidate(
                key.url(), kept.isEmpty() ? null : kept, source, FeedSigns.isOfComments(key.url(), title));
    }

    /** The better of two candidates for one feed, with the title of the other when it has none. */
    private static FeedCandidate likelier(FeedCandidate first, FeedCandidate second) {
        FeedCandidate better = second.source().compareTo(first.source()) < 0 ? second : first;
        FeedCandidate other = better == first ? second : first;
        String title = better.title() != null ? better.title() : other.title();
        return new FeedCandidate(better.url(), title, better.source(), better.comments() && other.comments());
    }

    /** The URL without scheme and last slash. */
    private static String identity(String url) {
        String text = LowerCase.of(url);
        String rest = text.substring(text.indexOf("://") + 3);
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }
}
