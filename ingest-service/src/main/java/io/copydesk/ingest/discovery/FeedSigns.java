package io.copydesk.ingest.discovery;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.ingest.discovery.FeedCandidate.Source;
import io.copydesk.ingest.link.FeedScheme;
import io.copydesk.schemas.LowerCase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Classifies links: to feeds, perhaps to feeds, or to something else. */
final class FeedSigns {

    private static final List<String> FEED_TYPES = List.of("rss", "atom", "rdf", "feed+json", "cdf");
    private static final Set<String> GENERIC_TYPES = Set.of("application/xml", "text/xml", "application/json");
    private static final Pattern PARTS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern FILE =
            Pattern.compile("[./](?:rss|atom|rdf|feed)(?:\\.(?:xml|php|aspx?|json|rss))?/?$");

    /** Words that show that a link is not to a feed. */
    private static final Set<String> OTHER = Set.copyOf(ResourceLines.of(FeedSigns.class, "other-words.txt"));

    private static final Set<String> WORDS = Set.copyOf(ResourceLines.of(FeedSigns.class, "feed-words.txt"));

    /** Parts of words in the address or title of a feed of comments. */
    private static final List<String> COMMENTS = ResourceLines.of(FeedSigns.class, "comment-words.txt");

    private FeedSigns() {}

    /** The kind of a {@code link} element, {@code null} when it does not declare a feed. */
    static @Nullable Source declared(Element link) {
        List<String> relations = List.of(LowerCase.of(link.attr("rel")).split("\\s+"));
        String type = type(link);
        boolean ofFeed = FEED_TYPES.stream().anyMatch(type::contains);
        // A type with a blank in it is none.
        boolean feed = ofFeed && type.indexOf(' ') < 0;
        if (relations.contains("alternate") && feed || relations.contains("feed") && (feed || type.isEmpty())) {
            return Source.DECLARED;
        }
        boolean generic = (ofFeed || GENERIC_TYPES.contains(type)) && relations.contains("alternate");
        String address = LowerCase.of(link.attr("href"));
        boolean api = address.contains("/wp-json/") || address.contains("oembed");
        return generic && !api ? namesFeed(address) ? Source.LINKED : Source.MENTIONED : null;
    }

    /** The kind of an anchor, {@code null} when nothing about it suggests a feed. */
    static @Nullable Source linked(Element anchor, String url) {
        String address = LowerCase.of(url);
        String written = LowerCase.of(anchor.attr("href").strip());
        if (FeedScheme.isOf(written)
                || FEED_TYPES.stream().anyMatch(type(anchor)::contains)
                || FILE.matcher(path(address)).find()) {
            return words(address).stream().anyMatch(OTHER::contains) ? Source.MENTIONED : Source.LINKED;
        }
        Set<String> used = words(path(address));
        used.addAll(words(path(written))); // a link to a reader, which leads to the feed
        used.addAll(words(anchor.text()));
        used.addAll(words(anchor.attr("title")));
        used.addAll(words(anchor.className()));
        boolean named = used.stream().anyMatch(WORDS::contains);
        return named && used.stream().noneMatch(OTHER::contains) ? Source.MENTIONED : null;
    }

    /** Whether a feed with this address and title is one of readers' comments. */
    static boolean isOfComments(String url, String title) {
        String text = LowerCase.of(path(url) + " " + title);
        return COMMENTS.stream().anyMatch(text::contains);
    }

    private static boolean namesFeed(String address) {
        return words(address).stream().anyMatch(WORDS::contains);
    }

    private static String type(Element link) {
        String type = LowerCase.of(link.attr("type"));
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip();
    }

    /** Path and query: the host name {@code feeds.example} is no evidence. */
    private static String path(String url) {
        int scheme = url.indexOf("://");
        int slash = url.indexOf('/', scheme < 0 ? 0 : scheme + 3);
        return slash < 0 ? "" : url.substring(slash);
    }

    private static Set<String> words(String text) {
        String lower = LowerCase.of(text);
        return new HashSet<>(List.of(PARTS.split(lower.length() > 500 ? lower.substring(0, 500) : lower)));
    }
}
