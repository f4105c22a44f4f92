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
import io.copydesk.ingest.robots.RobotsAnswer;
import io.copydesk.ingest.robots.RobotsPolicy;
import io.copydesk.ingest.sitemap.SitemapParser;
import io.copydesk.ingest.sitemap.SitemapResult;
import io.copydesk.standalone.subscriptions.FoundFeed.Source;
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
import org.jspecify.annotations.Nullable;

/**
 * Finds the feeds of one site: one request at a time, with a pause between two, and only where robots.txt allows. For one
 * thread.
 */
public final class SiteSearch {

    private static final int MAX_REDIRECTS = 5;
    private static final int MAX_CANDIDATES = 12;

    private final Fetcher fetcher;
    private final String productToken;
    private final Duration pause;
    private final Consumer<String> progress;
    private final Map<String, SiteRules> rules = new HashMap<>();
    private @Nullable String problem;
    private boolean pauseFirst;

    /**
     * A search with a fetcher, which is used, not closed.
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

    /** Why the last document could not be fetched, in a few words; {@code null} when all were. */
    public @Nullable String problem() {
        return problem;
    }

    /** The feeds of the site of a page, the best first; sitemaps that robots.txt names last. */
    public List<FoundFeed> feedsOf(String url) throws InterruptedException {
        List<FoundFeed> found = new ArrayList<>();
        Set<String> tried = new LinkedHashSet<>();
        Optional<Document> page = get(url, 0);
        if (page.isPresent()) {
            Optional<FoundFeed> itself = read(page.get(), Source.LINK);
            if (itself.isPresent()) {
                return List.of(itself.get());
            }
            tryAll(Discovery.feedsOf(page.get().body, page.get().url), Source.LINK, tried, found);
            if (found.isEmpty()) {
                tryAll(Discovery.commonPaths(page.get().url), Source.PATH, tried, found);
            }
            RobotsPolicy policy = rules(page.get().url).policy();
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
            Optional<Document> document = get(key.url(), 0);
            if (document.isPresent()) {
                read(document.get(), how)
                        .filter(feed ->
                                found.stream().noneMatch(known -> known.url().equals(feed.url())))
                        .ifPresent(found::add);
            }
        }
    }

    private static Optional<FoundFeed> read(Document document, Source how) {
        if (FeedParser.parse(document.body, document.url, document.contentType) instanceof FeedResult.Parsed feed) {
            return Optional.of(new FoundFeed(
                    document.url,
                    feed.document().title(),
                    feed.document().items().size(),
                    how));
        }
        boolean sitemap = how == Source.ROBOTS;
        return sitemap && SitemapParser.parse(document.body, document.url) instanceof SitemapResult.Parsed parsed
                ? Optional.of(new FoundFeed(
                        document.url, null, parsed.document().entries().size(), how))
                : Optional.empty();
    }

    private record Document(
            String url, byte[] body, @Nullable String contentType) {}

    /** @param refusal why nothing is requested where the robots.txt is unreachable, else {@code null} */
    private record SiteRules(RobotsPolicy policy, @Nullable String refusal) {}

    /** The document at the end of the redirects from a URL; without one {@link #problem} is set. */
    private Optional<Document> get(String url, int redirects) throws InterruptedException {
        SiteRules rules = rules(url);
        if (!rules.policy().allows(url)) {
            return failed(rules.refusal() == null ? "robots.txt does not allow " + url : rules.refusal());
        }
        FetchResult result = exchange(url, Kind.FEED);
        return result instanceof FetchResult.Moved moved && redirects < MAX_REDIRECTS
                ? get(moved.location(), redirects + 1)
                : document(url, result);
    }

    private Optional<Document> document(String url, FetchResult result) {
        return result.fold(
                fetched -> Optional.of(new Document(
                        url,
                        fetched.decoded(),
                        ResponseFacts.of(fetched).contentType().orElse(null))),
                same -> failed("HTTP " + same.status() + " for " + url),
                moved -> failed("more than " + MAX_REDIRECTS + " redirects in a row, the last from " + url),
                denied -> failed("HTTP " + denied.status() + " for " + url),
                failed -> failed(failed.detail()));
    }

    private Optional<Document> failed(String why) {
        problem = why;
        return Optional.empty();
    }

    private SiteRules rules(String url) throws InterruptedException {
        String file = UrlKey.resolve(url, "/robots.txt").fold(UrlKey.Key::url, reason -> url);
        SiteRules known = rules.get(file);
        if (known == null) {
            RobotsAnswer answer = robots(file, 0);
            known = new SiteRules(
                    answer.policy(productToken, file),
                    answer.<@Nullable String>fold(
                            body -> null,
                            () -> null,
                            detail -> file + " is unreachable (" + detail + "), so nothing else there is requested"));
            rules.put(file, known);
        }
        return known;
    }

    private RobotsAnswer robots(String url, int redirects) throws InterruptedException {
        FetchResult result = exchange(url, Kind.ROBOTS);
        return result instanceof FetchResult.Moved moved && redirects < RobotsAnswer.MAX_REDIRECTS
                ? robots(moved.location(), redirects + 1)
                : result.fold(
                        fetched -> RobotsAnswer.ofDocument(fetched.decoded()),
                        same -> RobotsAnswer.ofStatus(same.status()),
                        moved -> RobotsAnswer.ofTooManyRedirects(),
                        denied -> RobotsAnswer.ofStatus(denied.status()),
                        failed -> RobotsAnswer.ofFailure(failed.detail()));
    }

    private FetchResult exchange(String url, Kind kind) throws InterruptedException {
        if (pauseFirst) {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        }
        pauseFirst = true;
        progress.accept("requesting " + url);
        return fetcher.fetch(Fetch.of(url, kind)).join();
    }
}
