package io.copydesk.ingest.frontier;

import io.copydesk.ingest.robots.RobotsAnswer;
import io.copydesk.ingest.robots.RobotsPolicy;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.Gzip;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The robots.txt of each origin (RFC 9309): without one everything is allowed, while it is unreachable nothing is, and an
 * answer holds for a day at most. For one thread.
 */
final class RobotsCache {

    enum Verdict {
        ALLOWED,
        DISALLOWED,
        /** robots.txt must be requested first. */
        UNKNOWN,
        /** A redirect of robots.txt is being followed: wait. */
        FOLLOWING,
        /** robots.txt is unreachable (5xx, network; RFC 9309 §2.3.1.4). */
        UNREACHABLE
    }

    /** RFC 9309 §2.4: a cached file should not be used for more than 24 hours. */
    private static final long DAY = Duration.ofDays(1).toMillis();

    /** The shortest time between two requests for a robots.txt, whatever its Cache-Control says. */
    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** RFC 9309 §2.3.1.4: after a reasonably long time, say 30 days, a server that fails has no robots.txt. */
    private static final long GIVE_UP = Duration.ofDays(30).toMillis();

    /**
     * How long a file is kept that nothing asks for any more. A page is visited again after four weeks at most and a feed after one, and
     * an older copy than of 30 days does not stand in for a file that is unreachable, either.
     */
    private static final long UNUSED = GIVE_UP;

    /** Between two looks for files that nothing asks for, {@link #LOOKS} at a time: 72,000 a day. */
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private static final int LOOKS = 50;

    /** Parsed files that are kept in memory. */
    private static final int PARSED = 5_000;

    private final FrontierStores stores;
    private final String productToken;

    /** The origin whose file was looked at last, to be forgotten if nothing asks for it. */
    private String lookedAt = "";

    private long nextLook;

    @SuppressWarnings("serial")
    private final Map<String, RobotsPolicy> parsed = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RobotsPolicy> eldest) {
            return size() > PARSED;
        }
    };

    RobotsCache(FrontierStores stores, String productToken) {
        this.stores = stores;
        this.productToken = productToken;
    }

    /** Whether a URL may be fetched. */
    Verdict judge(String url, long now) {
        String origin = Urls.origin(url);
        RobotsState known = stores.robots(origin);
        if (known == null || known.expires <= now) {
            return Verdict.UNKNOWN;
        }
        if (known.following != null) {
            return Verdict.FOLLOWING;
        }
        if (known.unreachable) {
            return Verdict.UNREACHABLE;
        }
        return known.body == null || policy(origin, known.body).allows(url) ? Verdict.ALLOWED : Verdict.DISALLOWED;
    }

    /** Forgets files that nothing has asked for during 30 days, a few at a time and at most once a minute. */
    void forgetUnused(long now) {
        if (now >= nextLook) {
            nextLook = now + MINUTE;
            lookedAt = stores.removeRobots(lookedAt, LOOKS, now - UNUSED);
        }
    }

    /** When the robots.txt of a URL is requested again, epoch milliseconds; 0 when it was never requested. */
    long expires(String url) {
        RobotsState known = stores.robots(Urls.origin(url));
        return known == null ? 0 : known.expires;
    }

    /** What came of the last request for the robots.txt of a URL, which is unreachable, as a sentence. */
    String problem(String url) {
        RobotsState known = stores.robots(Urls.origin(url));
        String detail = known == null || known.problem == null ? "" : " (" + known.problem + ")";
        return Urls.robots(url) + " is unreachable" + detail + ", so nothing else there is requested";
    }

    /** A redirect of the robots.txt is being followed, until {@code until} at the latest. */
    void follow(String origin, String requestId, long until) {
        RobotsState state = state(origin);
        state.following = requestId;
        state.expires = until;
        stores.put(origin, state);
    }

    /** True when the outcome is the answer to a redirect that is being followed. */
    boolean follows(FetchOutcome outcome) {
        RobotsState state = stores.robots(Urls.origin(outcome.url()));
        return state != null && outcome.requestId().equals(state.following);
    }

    /** Takes over the final answer to the request for an origin's robots.txt. */
    void learn(String origin, FetchOutcome outcome, long now) {
        RobotsState state = state(origin);
        state.following = null;
        parsed.remove(origin);
        long fresh = outcome.freshUntil() == 0 ? DAY : outcome.freshUntil() - now;
        long expires = now + Math.min(DAY, Math.max(HOUR, fresh));
        stores.put(
                origin,
                answer(outcome)
                        .fold(
                                body -> known(state, body, expires),
                                () -> known(state, null, expires),
                                detail -> failed(state, outcome, detail, now)));
    }

    private static RobotsAnswer answer(FetchOutcome outcome) {
        return switch (outcome.result()) {
            case FETCHED -> RobotsAnswer.ofDocument(Gzip.unpack(outcome.body(), RobotsPolicy.MAX_BYTES));
            case MOVED -> RobotsAnswer.ofTooManyRedirects();
            case DENIED -> RobotsAnswer.ofStatus(outcome.status());
            case UNCHANGED, NOT_MODIFIED -> RobotsAnswer.ofFailure("no body, though the request was unconditional");
            case FAILED ->
                outcome.reason() == FailureReason.TOO_MANY_REDIRECTS
                        ? RobotsAnswer.ofTooManyRedirects()
                        : RobotsAnswer.ofFailure(
                                outcome.reason() == null
                                        ? "no response"
                                        : outcome.reason().label());
        };
    }

    private static RobotsState known(RobotsState state, byte @Nullable [] body, long expires) {
        state.body = body;
        state.unreachable = false;
        state.failures = 0;
        state.failingSince = 0;
        state.problem = null;
        state.expires = expires;
        return state;
    }

    private static RobotsState failed(RobotsState state, FetchOutcome outcome, String detail, long now) {
        state.problem = detail;
        state.failures++;
        if (state.failingSince == 0) {
            state.failingSince = now;
            // A copy from before is used for as long as the server fails.
            state.unreachable = state.body == null;
        }
        if (now - state.failingSince > GIVE_UP) {
            state.unreachable = false;
        }
        long again = Math.max(now + Backoff.ofFeed(state.failures, DAY), Math.min(outcome.retryAfter(), now + DAY));
        state.expires = again;
        return state;
    }

    /** The pause that an origin's robots.txt asks for, in milliseconds, 0 when it asks for none. */
    long crawlDelay(String origin) {
        RobotsState state = stores.robots(origin);
        return state == null || state.body == null
                ? 0
                : policy(origin, state.body)
                        .crawlDelay()
                        .map(Duration::toMillis)
                        .orElse(0L);
    }

    private RobotsState state(String origin) {
        RobotsState known = stores.robots(origin);
        return known == null ? new RobotsState() : known;
    }

    private RobotsPolicy policy(String origin, byte[] body) {
        return parsed.computeIfAbsent(origin, unused -> RobotsPolicy.parse(body, productToken));
    }
}
