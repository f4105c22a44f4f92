package io.copydesk.ingest.frontier;

import io.copydesk.ingest.robots.RobotsAnswer;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Hop;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.SetCookie;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests to WebSub hubs and follows the redirects of feeds and robots.txt files: each hop is fetched by the task of its own site, when that host's turn
 * and its robots.txt allow it, and the final outcome is relayed to the request that waits.
 */
final class HopOutcomes {

    /** Redirects that are followed in a row: the least that RFC 9309 §2.3.1.2 asks for. */
    static final int MAX_HOPS = RobotsAnswer.MAX_REDIRECTS;

    private final FrontierStores stores;
    private final FrontierEvents events;

    HopOutcomes(FrontierStores stores, FrontierEvents events) {
        this.stores = stores;
        this.events = events;
    }

    /** Sends the first hop of a redirected request to the task of its site. */
    void follow(FetchOutcome redirect, String location, boolean permanent) {
        send(
                location,
                1,
                new Hop(redirect.url(), redirect.requestId(), redirect.target(), permanent),
                redirect.cookies());
    }

    private void send(String location, int hops, Hop hop, @Nullable List<SetCookie> cookies) {
        events.link(Link.builder()
                .url(location)
                .target(hop.target())
                .hops(hops)
                .hop(hop)
                .cookies(cookies)
                .build());
    }

    /** A hop arrived at the task of its site; returns its place in the queue. */
    CrawlTarget.Hop add(Link link, Hop hop, long now) {
        CrawlTarget.Hop target = new CrawlTarget.Hop(hop.requestId());
        stores.put(target, new HopState(link.url(), now, link.hops(), hop, link.cookies()));
        return target;
    }

    /** The hop whose turn it is, empty when the queue's entry is out of date. */
    Optional<Candidate> candidate(CrawlTarget.Hop target, long due) {
        HopState state = stores.hop(target);
        return state == null || state.due != due ? Optional.empty() : Optional.of(new Next(target, state));
    }

    private final class Next implements Candidate {
        private final CrawlTarget.Hop target;
        private final HopState state;

        Next(CrawlTarget.Hop target, HopState state) {
            this.target = target;
            this.state = state;
        }

        @Override
        public String url() {
            return state.url;
        }

        @Override
        public boolean obeysRobots() {
            return state.hop.target() != FetchTarget.ROBOTS && state.hop.form() == null;
        }

        @Override
        public FetchRequest request(String id, long startBefore, long now) {
            return new FetchRequest(
                    id, state.url, state.hop.target(), null, null, null, startBefore, state.hop.form(), state.cookies);
        }

        @Override
        public void disallowed(long now) {
            finish(target, state);
            relayFailure(state.url, state.hop, FailureReason.ROBOTS, now);
        }

        @Override
        public void unreachable(String robots, long until, long now) {
            disallowed(now);
        }
    }

    /** The outcome of a hop: the next hop, or the answer for the request that waits. */
    void learn(CrawlTarget.Hop target, FetchOutcome outcome) {
        HopState state = stores.hop(target);
        if (state == null) {
            return;
        }
        finish(target, state);
        Hop hop = state.hop;
        String location = outcome.result() == Result.MOVED && isFollowed(hop, outcome) ? outcome.location() : null;
        if (location == null) {
            events.relay(outcome.relayed(hop));
        } else if (state.hops < MAX_HOPS) {
            boolean permanent = hop.permanent() && isPermanent(outcome.status());
            send(
                    location,
                    state.hops + 1,
                    new Hop(hop.url(), hop.requestId(), hop.target(), permanent, hop.form()),
                    outcome.cookies());
        } else {
            relayFailure(state.url, hop, FailureReason.TOO_MANY_REDIRECTS, outcome.at());
        }
    }

    /** A form is sent again only where the status keeps the method (RFC 9110 §15.4.8, §15.4.9; WebSub §5.1). */
    private static boolean isFollowed(Hop hop, FetchOutcome outcome) {
        return hop.form() == null || outcome.status() == 307 || outcome.status() == 308;
    }

    /** Answers the request that waits, as nothing is requested of {@code url}. */
    void relayFailure(String url, Hop hop, FailureReason reason, long at) {
        FetchRequest request = new FetchRequest("", url, hop.target(), null, null, null, 0);
        events.relay(FetchOutcome.builder(request, Result.FAILED, at)
                .reason(reason)
                .build()
                .relayed(hop));
    }

    private void finish(CrawlTarget.Hop target, HopState state) {
        stores.unqueue(Urls.host(state.url), state.due, target, null);
        stores.remove(target);
    }

    /** Whether a redirect with this status is permanent (RFC 9110 §15.4). */
    static boolean isPermanent(int status) {
        return status == 301 || status == 308;
    }
}
