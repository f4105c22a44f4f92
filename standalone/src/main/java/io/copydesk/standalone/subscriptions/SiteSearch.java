package io.copydesk.standalone.subscriptions;

import io.copydesk.ingest.discovery.Discovery;
import io.copydesk.ingest.discovery.FeedCandidate;
import io.copydesk.ingest.feed.FeedParser;
import io.copydesk.ingest.feed.FeedResult;
import io.copydesk.ingest.fetch.Fetch;
import io.copydesk.ingest.fetch.Fetch.Kind;
import io.copydesk.ingest.fetch.FetchResult;
import io.copydesk.ingest.fetch.Fetcher;
import io.copydesk.ingest.fetch.ResponseFacts;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.robots.RobotsPolicy;
import io.copydesk.ingest.sitemap.SitemapParser;
import io.copydesk.ingest.sitemap.SitemapResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Looks for the feeds of one site, one request after the other, and only where robots.txt allows. For one thread.
 */
public final class SiteSearch {

    private static final int MAX_HOPS = 5;
    private static final int MAX_CANDIDATES = 12;
    private static final int ENOUGH = 1;

    private final Fetcher fetcher;
    private final String productToken;
    private final Duration pause;
    private final Consumer<String> progress;
    private final Map<String, RobotsPolicy> robots = new HashMap<>();
    private String problem;
    private boolean asked;

    /**
     * A search.
     *
     * @param productToken the name that robots.txt is judged for, {@link
     *     io.copydesk.ingest.fetch.FetchSettings#productToken} of the fetcher
     * @param pause between two requests
     * @param progress receives one line for each request
     */
    public SiteSearch(Fetcher fetcher, String productToken, Duration pause, Consumer<String> progress) {
        this.fetcher = fetcher;
        this.productToken = productToken;
        this.pause = pause;
        this.progress = progress;
    }

    /** What went wrong last, in a few words; {@code null} when nothing did. */
    public String problem() {
        return problem;
    }

    /** The feeds of the site that a page is of, the best first. */
    public List<FoundFeed> feedsOf(String url) throws InterruptedException {
        List<FoundFeed> found = new ArrayList<>();
        Set<String> tried = new LinkedHashSet<>();
        Optional<Answer> page = get(url, Kind.FEED);
        if (page.isPresent()) {
            Optional<FoundFeed> itself = read(page.get(), "link");
            if (itself.isPresent()) {
                return List.of(itself.get());
            }
            tryAll(Discovery.feedsOf(page.get().body, page.get().url), "link", tried, found);
            if (found.size() < ENOUGH) {
                tryAll(Discovery.commonPaths(page.get().url), "path", tried, found);
            }
            RobotsPolicy policy = robots(page.get().url);
            for (String sitemap :
                    policy.sitemaps().stream().limit(MAX_CANDIDATES).toList()) {
                tryOne(sitemap, "robots", tried, found);
            }
        }
        return found;
    }

    private void tryAll(List<FeedCandidate> candidates, String how, Set<String> tried, List<FoundFeed> found)
            throws InterruptedException {
        for (FeedCandidate candidate : candidates.stream().limit(MAX_CANDIDATES).toList()) {
            tryOne(candidate.url(), how, tried, found);
        }
    }

    private void tryOne(String url, String how, Set<String> tried, List<FoundFeed> found) throws InterruptedException {
        if (UrlKey.of(url) instanceof UrlKey.Key key && tried.add(key.url())) {
            Optional<Answer> answer = get(key.url(), Kind.FEED);
            if (answer.isPresent()) {
                read(answer.get(), how)
                        .filter(feed ->
                                found.stream().noneMatch(known -> known.url().equals(feed.url())))
                        .ifPresent(found::add);
            }
        }
    }

    private static Optional<FoundFeed> read(Answer answer, String how) {
        if (FeedParser.parse(answer.body, answer.url, answer.contentType) instanceof FeedResult.Parsed feed) {
            return Optional.of(new FoundFeed(
                    answer.url, feed.document().title(), feed.document().items().size(), how));
        }
        boolean sitemap = how.equals("robots");
        return sitemap && SitemapParser.parse(answer.body, answer.url) instanceof SitemapResult.Parsed parsed
                ? Optional.of(new FoundFeed(
                        answer.url, null, parsed.document().entries().size(), how))
                : Optional.empty();
    }

    private record Answer(String url, byte[] body, String contentType) {}

    private Optional<Answer> get(String url, Kind kind) throws InterruptedException {
        String at = url;
        for (int hop = 0; hop <= MAX_HOPS; hop++) {
            if (kind != Kind.ROBOTS && !robots(at).allows(at)) {
                problem = "robots.txt does not allow " + at;
                return Optional.empty();
            }
            FetchResult result = exchange(at, kind);
            if (result instanceof FetchResult.Fetched fetched) {
                return Optional.of(new Answer(
                        at,
                        fetched.decoded(),
                        ResponseFacts.of(fetched).contentType().orElse(null)));
            }
            if (!(result instanceof FetchResult.Moved moved)) {
                problem = result instanceof FetchResult.Failed failed
                        ? failed.detail()
                        : "HTTP " + ((FetchResult.Answered) result).status() + " for " + at;
                return Optional.empty();
            }
            at = moved.location();
        }
        problem = "too many redirects from " + url;
        return Optional.empty();
    }

    private FetchResult exchange(String url, Kind kind) throws InterruptedException {
        if (asked) {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        }
        asked = true;
        progress.accept("asking " + url);
        return fetcher.fetch(Fetch.of(url, kind)).join();
    }

    private RobotsPolicy robots(String url) throws InterruptedException {
        String file = UrlKey.resolve(url, "/robots.txt") instanceof UrlKey.Key key ? key.url() : url;
        if (!robots.containsKey(file)) {
            Optional<Answer> answer = get(file, Kind.ROBOTS);
            robots.put(file, RobotsPolicy.parse(answer.map(found -> found.body).orElse(new byte[0]), productToken));
        }
        return robots.get(file);
    }
}
