package io.copydesk.standalone.subscriptions;

import io.copydesk.ingest.fetch.Fetch;
import io.copydesk.ingest.fetch.Fetch.Kind;
import io.copydesk.ingest.fetch.FetchResult;
import io.copydesk.ingest.fetch.FetchSettings;
import io.copydesk.ingest.fetch.Fetcher;
import io.copydesk.ingest.fetch.ResponseFacts;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.robots.RobotsAnswer;
import io.copydesk.ingest.robots.RobotsPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a command that a person gave: one at a time, with a pause between two, redirects followed, and only where
 * robots.txt allows (RFC 9309). For one thread.
 */
public final class PoliteRequests {

    private static final int MAX_REDIRECTS = 5;

    private final Fetcher fetcher;
    private final String productToken;
    private final Duration pause;
    private final Consumer<String> progress;
    private final Map<String, SiteRules> rules = new HashMap<>();
    private @Nullable String problem;
    private boolean pauseFirst;

    /**
     * A document that a server sent.
     *
     * @param url where it was: behind all redirects
     */
    public record Answer(String url, FetchResult.Fetched fetched) {

        /** Its bytes without content coding. */
        public byte[] body() {
            return fetched.decoded();
        }

        /** The {@code Content-Type} as sent. */
        public @Nullable String contentType() {
            return ResponseFacts.of(fetched).contentType().orElse(null);
        }
    }

    /** @param refusal why nothing is requested where the robots.txt is unreachable, else {@code null} */
    private record SiteRules(RobotsPolicy policy, @Nullable String refusal) {}

    /**
     * Requests through a fetcher, which is used, not closed.
     *
     * @param settings those of the fetcher; robots.txt is judged for their {@link FetchSettings#productToken}
     * @param pause between two requests
     * @param progress receives one line for each request
     */
    public PoliteRequests(Fetcher fetcher, FetchSettings settings, Duration pause, Consumer<String> progress) {
        this.fetcher = fetcher;
        this.productToken = settings.productToken();
        this.pause = pause;
        this.progress = progress;
    }

    /** Why the last document could not be fetched, in a few words; {@code null} when all were. */
    public @Nullable String problem() {
        return problem;
    }

    /** The document at the end of the redirects from a URL; without one {@link #problem} is set. */
    public Optional<Answer> get(String url, Kind kind) throws InterruptedException {
        return get(url, kind, 0);
    }

    /** What the robots.txt of a URL's host allows. */
    RobotsPolicy policy(String url) throws InterruptedException {
        return rules(url).policy();
    }

    private Optional<Answer> get(String url, Kind kind, int redirects) throws InterruptedException {
        SiteRules site = rules(url);
        if (!site.policy().allows(url)) {
            return failed(site.refusal() == null ? "robots.txt does not allow " + url : site.refusal());
        }
        FetchResult result = exchange(url, kind);
        return result instanceof FetchResult.Moved moved && redirects < MAX_REDIRECTS
                ? get(moved.location(), kind, redirects + 1)
                : answer(url, result);
    }

    private Optional<Answer> answer(String url, FetchResult result) {
        return result.fold(
                fetched -> Optional.of(new Answer(url, fetched)),
                same -> failed("HTTP " + same.status() + " for " + url),
                moved -> failed("more than " + MAX_REDIRECTS + " redirects in a row, the last from " + url),
                denied -> failed("HTTP " + denied.status() + " for " + url),
                failed -> failed(failed.detail()));
    }

    private Optional<Answer> failed(String why) {
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
