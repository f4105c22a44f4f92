package io.copydesk.ingest.discovery;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.ingest.discovery.FeedCandidate.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What tells a link to a feed from others. */
final class FeedSigns {

    private static final List<String> FEED_TYPES = List.of("rss", "atom", "rdf", "feed+json", "cdf");
    private static final Set<String> GENERIC_TYPES = Set.of("application/xml", "text/xml", "application/json");
    private static final Pattern PARTS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern FILE =
            Pattern.compile("[./](?:rss|atom|rdf|feed)(?:\\.(?:xml|php|aspx?|json|rss))?/?$");

    /** Pages about feeds, places that take one, files of other kinds: rest words of {@code other-words.txt}. */
    private static final Set<String> OTHER = new HashSet<>(ResourceLines.of(FeedSigns.class, "other-words.txt"));

    private static final Set<String> WORDS = new HashSet<>(ResourceLines.of(FeedSigns.class, "feed-words.txt"));

    private FeedSigns() {}

    /** {@code null} when the link element declares no feed. */
    static Source declared(Element link) {
        List<String> relations =
                List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+"));
        String type = type(link);
        boolean feed = FEED_TYPES.stream().anyMatch(type::contains);
        if (relations.contains("alternate") && feed || relations.contains("feed") && (feed || type.isEmpty())) {
            return Source.DECLARED;
        }
        boolean generic = GENERIC_TYPES.contains(type) && relations.contains("alternate");
        String address = link.attr("href").toLowerCase(Locale.ROOT);
        boolean api = address.contains("/wp-json/") || address.contains("oembed");
        return generic && !api ? address(address) ? Source.LINKED : Source.MENTIONED : null;
    }

    /** {@code null} when the anchor does not look as if it led to a feed. */
    static Source linked(Element anchor, String url) {
        String address = url.toLowerCase(Locale.ROOT);
        if (FEED_TYPES.stream().anyMatch(type(anchor)::contains)
                || FILE.matcher(path(address)).find()) {
            return words(address).stream().anyMatch(OTHER::contains) ? Source.MENTIONED : Source.LINKED;
        }
        Set<String> said = words(path(address));
        said.addAll(words(anchor.text()));
        said.addAll(words(anchor.attr("title")));
        said.addAll(words(anchor.className()));
        boolean speaks = said.stream().anyMatch(WORDS::contains);
        return speaks && said.stream().noneMatch(OTHER::contains) ? Source.MENTIONED : null;
    }

    static boolean isOfComments(String url, String title) {
        String text = (path(url) + " " + title).toLowerCase(Locale.ROOT);
        return text.contains("comment")
                || text.contains("kommentar")
                || text.contains("coment")
                || text.contains("replies");
    }

    private static boolean address(String address) {
        return words(address).stream().anyMatch(WORDS::contains);
    }

    private static String type(Element link) {
        String type = link.attr("type").toLowerCase(Locale.ROOT);
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip();
    }

    /** What follows the host: {@code feeds.example} is a name, not a sign. */
    private static String path(String url) {
        int scheme = url.indexOf("://");
        int slash = url.indexOf('/', scheme < 0 ? 0 : scheme + 3);
        return slash < 0 ? "" : url.substring(slash);
    }

    private static Set<String> words(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return new HashSet<>(List.of(PARTS.split(lower.length() > 500 ? lower.substring(0, 500) : lower)));
    }
}
