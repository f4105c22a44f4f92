package io.copydesk.standalone.subscriptions;

import io.copydesk.ingest.discovery.Discovery;
import io.copydesk.ingest.discovery.FeedCandidate;
import io.copydesk.ingest.feed.FeedParser;
import io.copydesk.ingest.feed.FeedResult;
import io.copydesk.ingest.fetch.Fetch.Kind;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.robots.RobotsPolicy;
import io.copydesk.ingest.sitemap.SitemapParser;
import io.copydesk.ingest.sitemap.SitemapResult;
import io.copydesk.standalone.subscriptions.FoundFeed.Source;
import io.copydesk.standalone.subscriptions.PoliteRequests.Answer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the feeds of one site. For one thread.
 */
public final class SiteSearch {

    private static final int MAX_CANDIDATES = 12;

    private final PoliteRequests requests;

    /** A search that makes its requests through {@code requests}. */
    public SiteSearch(PoliteRequests requests) {
        this.requests = requests;
    }

    /** The feeds of the site of a page, the best first; sitemaps that robots.txt names last. */
    public List<FoundFeed> feedsOf(String url) throws InterruptedException {
        List<FoundFeed> found = new ArrayList<>();
        Set<String> tried = new LinkedHashSet<>();
        Optional<Answer> page = requests.get(url, Kind.FEED);
        if (page.isPresent()) {
            Optional<FoundFeed> itself = read(page.get(), Source.LINK);
            if (itself.isPresent()) {
                return List.of(itself.get());
            }
            tryAll(Discovery.feedsOf(page.get().body(), page.get().url()), Source.LINK, tried, found);
            if (found.isEmpty()) {
                tryAll(Discovery.commonPaths(page.get().url()), Source.PATH, tried, found);
            }
            RobotsPolicy policy = requests.policy(page.get().url());
            for (String sitemap :
                    policy.sitemaps().stream().limit(MAX_CANDIDATES).toList()) {
                tryOne(sitemap, Source.ROBOTS, tried, found);
            }
        }
        return found;
    }

    private void tryAll(List<FeedCandidate> candidates, Source how, Set<String> tried, List<FoundFeed> found)
            throws InterruptedException {
        for (FeedCandidate candidate : candidates.stream().limit(MAX_CANDIDATES).toList()) {
            tryOne(candidate.url(), how, tried, found);
        }
    }

    private void tryOne(String url, Source how, Set<String> tried, List<FoundFeed> found) throws InterruptedException {
        if (UrlKey.of(url) instanceof UrlKey.Key key && tried.add(key.url())) {
            Optional<Answer> document = requests.get(key.url(), Kind.FEED);
            if (document.isPresent()) {
                read(document.get(), how)
                        .filter(feed ->
                                found.stream().noneMatch(known -> known.url().equals(feed.url())))
                        .ifPresent(found::add);
            }
        }
    }

    private static Optional<FoundFeed> read(Answer document, Source how) {
        if (FeedParser.parse(document.body(), document.url(), document.contentType())
                instanceof FeedResult.Parsed feed) {
            return Optional.of(new FoundFeed(
                    document.url(),
                    feed.document().title(),
                    feed.document().items().size(),
                    how));
        }
        boolean sitemap = how == Source.ROBOTS;
        return sitemap && SitemapParser.parse(document.body(), document.url()) instanceof SitemapResult.Parsed parsed
                ? Optional.of(new FoundFeed(
                        document.url(), null, parsed.document().entries().size(), how))
                : Optional.empty();
    }
}
